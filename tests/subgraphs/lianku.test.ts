import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openConnection } from '../../subgraphs/database/connection.ts'
import { asOwner, type FreshDatabase, freshDatabase, secret } from '../postgres.ts'
import { openFolder } from './intake/folder.ts'

const header = 'HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS'
const fair = (i: number) => `DJH2023${String(i).padStart(6, '0')},沈阳示例对接会第${i}场,1,2101,20230908,${i % 90}`

let fresh: FreshDatabase
let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await openFolder()
})
afterAll(async () => {
  await fresh.drop()
  await folder.remove()
})

function start(args: readonly string[]) {
  return spawn(process.execPath, [join(import.meta.dirname, '../../subgraphs/lianku.ts'), ...args], {
    env: {
      ...process.env,
      DATABASE_URL: fresh.url,
      LIANKU_SECRET: secret,
      NODE_COMPILE_CACHE: 'node_modules/.cache/lianku',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function run(...args: string[]) {
  const child = start(args)
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, out, err }
}

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(stream)).toString()
}

it('finds the format of a file by itself, tries it, and names the cells to look at', async () => {
  const file = await folder.write(
    'DJH_XX.csv',
    `${header}\n${fair(1)}\nDJH2023000002,大连示例对接会,7,2102,2023年,一百\n`,
  )
  const { code, out } = await run('check', file)
  expect({ code, lines: out.trim().split('\n') }).toEqual({
    code: 0,
    lines: [
      '格式 ln-fair',
      '',
      'ln-fair：读入 2，其中拒收 0（试读，未写入）',
      '  NUMBER_TEXT_MIXED 1 处：数字中混有文字。',
      '  VALUE_NOT_ALLOWED 1 处：取值不在允许的范围内。',
      '    DJH_XX.csv F3 CHDWS NUMBER_TEXT_MIXED 数字中混有文字。 原值「一百」',
      '    DJH_XX.csv C3 HYLB VALUE_NOT_ALLOWED 取值不在允许的范围内。 原值「7」',
    ],
  })
})

it('says in Chinese and by exit code what cannot be done', { timeout: 120_000 }, async () => {
  expect(await run('import', 'ln-nothing', 'x.csv')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^UNKNOWN_LIBRARY：没有资源库或数据包 ln-nothing；/m),
  })
  expect(await run('import', 'ln-fair', join(import.meta.dirname, 'gone.csv'), '--json')).toMatchObject({
    code: 1,
    out: `${JSON.stringify({ error: { code: 'BAD_FILE', message: 'gone.csv：找不到这个文件。' } }, null, 2)}\n`,
  })
})

it('leaves nothing behind when it is killed in the middle, and takes the same file afterwards', {
  timeout: 120_000,
}, async () => {
  const rows = 3_000
  const file = await folder.write('DJH_XX.csv', [header, ...Array.from({ length: rows }, (_, i) => fair(i))].join('\n'))
  const child = start(['import', 'ln-fair', file])
  const said = text(child.stderr)
  const working = `select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'copy stage%' and state = 'active'`
  const watch = openConnection({ url: fresh.url })
  while (child.exitCode === null && (await watch.send(working, []))[0]?.n === 0) await pause(5)
  await watch.end()
  expect(child.exitCode === null ? 'still at work' : await said).toBe('still at work')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const kept = `select (select count(*)::int from library.version) as versions, (select count(*)::int from library.release) as releases`
  expect(await asOwner(fresh.url, kept)).toEqual([{ versions: 0, releases: 0 }])

  const { code, out } = await run('import', 'ln-fair', file, '--json')
  expect({ code, release: JSON.parse(out).libraries[0].release }).toMatchObject({
    code: 0,
    release: { id: 'ln-fair@1', state: 'IN_FORCE', read: rows, inserted: rows, rows },
  })
  expect((await run('releases', 'ln-fair')).out).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d ln-fair@1 已生效：读入 3000 = 新增 3000 \+ 变更 0 \+ 未变 0 \+ 拒收 0 \+ 待确认 0；移除 0；公开在用 3000\n$/,
  )
})
