import { afterAll, beforeAll, expect, it } from 'vitest'
import { openReader } from '../../../subgraphs/intake/child.ts'
import { ownChildren } from '../../bench/intake/processes.ts'
import { openFolder } from './folder.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

it('reads one file after the other in one process, each whole, also after one that is refused', async () => {
  const fairs = await folder.write('对接会.csv', '编号,名称\nDJH1,沈阳示例对接会\n')
  const demands = await folder.write('需求.csv', '编号,标题\nXQ1,示例轴承\nXQ2,示例叶轮\n')
  const broken = await folder.write('坏.zip', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))
  const reader = openReader([fairs, demands, broken])
  try {
    const read = async (file: string) => await Array.fromAsync(reader.read([file], { jsonRows: [] }))
    const first = await read(fairs)
    await expect(read(broken)).rejects.toThrow('坏.zip')
    const second = await read(demands)
    expect(JSON.stringify(first)).toContain('沈阳示例对接会')
    expect(JSON.stringify(second)).toContain('示例叶轮')
    expect(JSON.stringify(second)).not.toContain('对接会')
    expect(await read(fairs)).toEqual(first)
  } finally {
    reader.close()
  }
})

it('reads to the end though whoever stops the hub tells all of its processes', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `XQ${i},示例轴承${i}`)
  const demands = await folder.write('需求库.csv', `编号,标题\n${rows.join('\n')}\n`)
  const reader = openReader([demands])
  try {
    const events: unknown[] = []
    for await (const event of reader.read([demands], { jsonRows: [] })) {
      if (events.length === 0) for (const pid of ownChildren()) process.kill(pid, 'SIGTERM')
      events.push(event)
    }
    expect(JSON.stringify(events)).toContain('示例轴承19999')
  } finally {
    reader.close()
  }
})
