import { createReadStream } from 'node:fs'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import { openDatabase } from '../../../subgraphs/database.ts'
import { decode } from '../../../subgraphs/intake/decode.ts'
import { checkFiles, importFiles } from '../../../subgraphs/intake/intake.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { columns } from './files.ts'
import { ownChildren, usageOf } from './processes.ts'

export type Work = 'bare' | 'check' | 'content' | 'graph'
export type Run = { readonly url: string; readonly secret: string; readonly file: string; readonly work: Work }
/** Seconds by the clock, processor seconds and the most MB of this process and of the one that reads. */
export type Measured = {
  readonly seconds: number
  readonly importer: { readonly cpu: number; readonly mb: number }
  readonly reader: { readonly cpu: number; readonly mb: number }
}

/* One run in a process of its own, so that memory is its own: `run.ts {…}` prints what it took. */
const { url, secret, file, work } = JSON.parse(process.argv[2]!) as Run
let reader = { cpu: 0, mb: 0 }
const watch = setInterval(() => {
  for (const child of ownChildren()) {
    // An ended process has no memory any more.
    const { cpu, mb } = usageOf(child) ?? reader
    reader = { cpu: Math.max(cpu, reader.cpu), mb: Math.max(mb, reader.mb) }
  }
}, 200)
// Heilongjiang sends CSV; the same columns are read from a workbook here.
const demand = findStyle('hl-demand')
const style = file.endsWith('.xlsx')
  ? { ...demand, sheets: demand.sheets.map((sheet) => ({ ...sheet, file: /^需求库/, format: 'xlsx' as const })) }
  : demand
const today = '2024-03-01'
const database = await openDatabase({ url, secret })
const before = process.cpuUsage()
const started = performance.now()
if (work === 'bare') await copyBare()
else if (work === 'check') await checkFiles({ style, files: [file], today })
else await importFiles({ database, sinks: work === 'graph' ? sinks : [], style, files: [file], today, removable: 1 })
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(before)
clearInterval(watch)
await database.close()
const importer = { cpu: (user + system) / 1e6, mb: usageOf(process.pid)!.mb }
console.log(JSON.stringify({ seconds, importer, reader } satisfies Measured))

/** The same rows, already clean, into one table without an index. */
async function copyBare() {
  const connection = openConnection({ url })
  await connection.run(`create table bare (${columns.map((_, i) => `c${i} text`).join(', ')})`)
  const { chunks } = await decode(() => createReadStream(file), file)
  await connection.copyIn('copy bare from stdin (format csv, header)', chunks)
  await connection.end()
}
