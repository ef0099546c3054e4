import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gb18030 } from '../../samples/write/gb18030.ts'
import { openConnection } from '../../subgraphs/database/connection.ts'
import { openDatabase } from '../../subgraphs/database.ts'
import { startEmbedded } from '../../subgraphs/embedded.ts'
import { checkFiles, importFiles } from '../../subgraphs/intake/intake.ts'
import { findStyle } from '../../subgraphs/intake/styles/find.ts'
import { migrate } from '../../subgraphs/migrate.ts'
import { sinks } from '../../subgraphs/registry.ts'

/*
 * Rows per second from a GB18030 CSV of Heilongjiang's demands to a visible release, beside a bare COPY of the same rows
 * already clean into one table without an index. `ROWS=300000 npm run bench:intake`.
 */

const rows = Number(process.env.ROWS ?? 300_000)
const columns = [
  '需求编号',
  '企业名称',
  '统一社会信用代码',
  '市(地)',
  '需求名称',
  '所属产业',
  '技术指标',
  '意向投入',
  '需求类型',
  '截止日期',
  '推送高校数',
  '更新批次',
  '状态',
]

const folder = await mkdtemp(join(tmpdir(), 'lianku-bench-'))
await chmod(folder, 0o711)
const server = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined })
try {
  const file = join(folder, '需求库.csv')
  await pipeline(lines, createWriteStream(file))
  const secret = 'the secret of this benchmark'
  await migrate({ url: server.url, secret })
  const style = findStyle('hl-demand')
  const today = '2024-03-01'

  const bare = await timed(() => copyBare(file))
  const check = await timed(() => checkFiles({ style, files: [file], today }))
  const core = await timed(() => release([]))
  const whole = await timed(() => release(sinks))
  console.table({
    'bare COPY': row(bare, bare),
    'dry run': row(check, bare),
    'release, content only': row(core, bare),
    'release into the graph': row(whole, bare),
  })
  console.log(`${rows} rows; this process used ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most.`)

  async function release(into: typeof sinks) {
    const database = await openDatabase({ url: server.url, secret })
    await importFiles({ database, sinks: into, style, files: [file], today, removable: 1 })
    await database.close()
    await asOwner('truncate library.version, library.held, library.flag_count, library.refusal, library.release')
  }
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

async function* lines() {
  yield gb18030(`${columns.join(',')}\n`)
  for (let from = 0; from < rows; from += 5000) {
    const length = Math.min(5000, rows - from)
    yield gb18030(Array.from({ length }, (_, i) => `${line(from + i)}\n`).join(''))
  }
}

function line(i: number): string {
  const firm = i % Math.ceil(rows / 8)
  const pick = <T>(list: readonly T[]) => list[i % list.length]!
  return [
    `XQ-2023-${String(i).padStart(7, '0')}`,
    `黑龙江示例装备${firm}有限公司`,
    '91230100MAYY0000XN',
    pick(['哈尔滨市', '齐齐哈尔市', '鸡西市', '大庆市', '佳木斯市', '大兴安岭地区']),
    `寒地${pick(['播种机', '收获机', '风电机组', '轨道车辆', '冰雪装备'])}关键部件可靠性提升第${i}项`,
    pick(['41', '51', '52', '53', '55', '64']),
    `零下${20 + (i % 30)}℃连续运行${100 + (i % 900)}小时无故障`,
    `${10 + (i % 300)}万元`,
    pick(['技术开发', '技术转让', '技术咨询', '技术服务']),
    `2024-${String((i % 12) + 1).padStart(2, '0')}-15`,
    String(i % 40),
    `2023H${(i % 2) + 1}`,
    pick(['已推送', '已对接', '已签约']),
  ].join(',')
}

async function copyBare(file: string) {
  const names = columns.map((_, i) => `c${i} text`).join(', ')
  await asOwner(`create table bare (${names})`)
  const clean = new TextDecoder('gb18030').decode(await readFile(file))
  const connection = openConnection({ url: server.url })
  await connection.copyIn('copy bare from stdin (format csv, header)', [clean])
  await connection.end()
}

async function asOwner(statements: string) {
  const connection = openConnection({ url: server.url })
  await connection.run(statements)
  await connection.end()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function row(seconds: number, bare: number) {
  return {
    seconds: seconds.toFixed(2),
    'rows/s': Math.round(rows / seconds),
    'of bare COPY': (bare / seconds).toFixed(3),
  }
}
