import { createRequire } from 'node:module'

/** Key for comparing and searching: half width, Simplified, lower case, one interpunct. Never for stored text. */
export function fold(text: string): string {
  return simplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[·•・‧∙⋅･]/g, '·')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a text holds characters only Traditional script has. */
export function isTraditional(text: string): boolean {
  return simplified(text) !== text
}

// Dictionaries cost tens of milliseconds to load, so they come with the first text that needs them.
const require = createRequire(import.meta.url)
let convert: ((text: string) => string) | undefined

function simplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text
  convert ??= load()
  return convert(text)
}

function load(): (text: string) => string {
  const { Converter } = require('opencc-js/t2cn') as typeof import('opencc-js/t2cn')
  return Converter({ from: 't', to: 'cn' })
}
