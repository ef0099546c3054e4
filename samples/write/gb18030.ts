// Samples write the encoding as the hub does.
export { gb18030 } from '../../subgraphs/intake/text/gb18030.ts'
