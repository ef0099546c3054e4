import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import { openConnection } from '../../subgraphs/database/connection.ts'
import { startEmbedded } from '../../subgraphs/embedded.ts'
import { migrate } from '../../subgraphs/migrate.ts'
import { writeCsv, writeWorkbook } from './intake/files.ts'
import { familyCpu } from './intake/processes.ts'
import type { Measured, Work } from './intake/run.ts'

/*
 * Rows per second from a GB18030 CSV and from a workbook of Heilongjiang's demands to a visible release, beside a bare
 * COPY of the same rows already clean into one table without an index: `npm run bench:intake`, with ROWS and
 * WORKBOOK_ROWS for other sizes. `npm run bench:intake -- memory` reads a CSV of MEGABYTES (1000) instead, and a tenth of
 * that of rows that are all refused. Processor seconds are of all processes together and hold on a busy machine. Linux only.
 */

const secret = 'the secret of this benchmark'
/** How `npm run lianku` bounds the memory of an importer. */
const bounds = manifest.scripts.lianku.match(/--max-\S+/g)!
const folder = await mkdtemp(join(tmpdir(), 'lianku-bench-'))
await chmod(folder, 0o711)
const server = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined })
const postmaster = Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0])
try {
  await migrate({ url: server.url, secret })
  if (process.argv.includes('memory')) await measureMemory(Number(process.env.MEGABYTES ?? 1000))
  else await measureSpeed(Number(process.env.ROWS ?? 300_000), Number(process.env.WORKBOOK_ROWS ?? 100_000))
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measureSpeed(rows: number, workbookRows: number) {
  const csv = join(folder, '需求库.csv')
  await writeCsv(csv, rows)
  const bare = await run(csv, 'bare')
  tell(`bare COPY of ${rows} rows`, rows, bare, bare)
  tell('CSV, dry run', rows, await run(csv, 'check'), bare)
  tell('CSV, release of its content', rows, await run(csv, 'content'), bare)
  tell('CSV, release into the graph', rows, await run(csv, 'graph'), bare)
  const book = join(folder, '需求库.xlsx')
  const part = join(folder, '需求库_同行数.csv')
  await writeCsv(part, workbookRows)
  await writeWorkbook(book, workbookRows)
  const bareBook = await run(part, 'bare')
  tell(`bare COPY of ${workbookRows} rows`, workbookRows, bareBook, bareBook)
  tell('workbook, dry run', workbookRows, await run(book, 'check'), bareBook)
  tell('workbook, release into the graph', workbookRows, await run(book, 'graph'), bareBook)
}

async function measureMemory(megabytes: number) {
  const file = join(folder, '需求库.csv')
  const filler = '，在寒地工况下保持密封与润滑性能'.repeat(60)
  const rows = Math.round((megabytes * 1e6) / (140 + filler.length * 2))
  await writeCsv(file, rows, filler)
  await tellMemory(file, rows, ['content', 'check'])
  const refusals = join(folder, '需求库_拒收.csv')
  const refused = Math.round((megabytes * 1e5) / 140)
  await writeCsv(refusals, refused, '', () => '')
  await tellMemory(refusals, refused, ['content'])
  await tellMemory(file, rows, ['graph'])
}

async function tellMemory(file: string, rows: number, works: readonly Work[]) {
  const { size } = await stat(file)
  for (const work of works) {
    const { importer, reader, server: cpu } = await run(file, work)
    const mb = `importer ${Math.round(importer.mb)} MB, reader ${Math.round(reader.mb)} MB`
    const seconds = `${importer.cpu.toFixed(1)} + ${reader.cpu.toFixed(1)} + ${cpu.toFixed(1)} CPU s`
    console.log(`${work}: ${rows} rows, ${Math.round(size / 1e6)} MB: ${mb}, ${seconds}`)
  }
}

type Taken = Measured & { readonly server: number }

/** Runs once on an emptied database. */
async function run(file: string, work: Work): Promise<Taken> {
  const before = familyCpu(postmaster)
  const program = join(import.meta.dirname, 'intake/run.ts')
  const order = JSON.stringify({ url: server.url, secret, file, work })
  const { stdout } = await promisify(execFile)(process.execPath, [...bounds, program, order])
  const measured = JSON.parse(stdout) as Measured
  const taken = { ...measured, server: familyCpu(postmaster) - before }
  const connection = openConnection({ url: server.url })
  await connection.run(
    `drop table if exists bare; truncate library.version, library.held, library.flag_count, library.refusal,
      library.release, demand.demand, demand.restricted_demand, heilongjiang.item, organization.organization,
      organization.contribution cascade`,
  )
  await connection.end()
  return taken
}

/** Told as each run ends: on a busy machine the whole takes an hour. */
function tell(name: string, rows: number, taken: Taken, bare: Taken) {
  const { seconds, importer, reader, server: atServer } = taken
  const pace = `${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, ${(bare.seconds / seconds).toFixed(3)} of COPY`
  const work = `${importer.cpu.toFixed(1)} + ${reader.cpu.toFixed(1)} + ${atServer.toFixed(1)} CPU s`
  const memory = `importer ${Math.round(importer.mb)} MB, reader ${Math.round(reader.mb)} MB`
  console.log(`${name}: ${pace}; ${work}, ${(cpu(bare) / cpu(taken)).toFixed(3)} of COPY; ${memory}`)
}

function cpu({ importer, reader, server }: Taken): number {
  return importer.cpu + reader.cpu + server
}
