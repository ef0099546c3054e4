import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { generate } from '../../samples/generate.ts'
import type { Sample } from '../../samples/writer.ts'

const small = fileURLToPath(new URL('../../samples/small', import.meta.url))
let samples: Sample[]

beforeAll(async () => {
  samples = await Array.fromAsync(generate('small'))
})

describe('the sample generator', () => {
  it('writes the same bytes every time', async () => {
    expect(digests(await Array.fromAsync(generate('small')))).toEqual(digests(samples))
  })

  it('writes the small samples that are committed, and none besides', async () => {
    const written = new Map(samples.map(({ path, content }) => [path, content]))
    written.set('truth.ndjson', Buffer.from(samples.flatMap(({ truth }) => truth.map(line)).join('')))
    const committed = await readdir(small, { recursive: true, withFileTypes: true })
    const files = committed.filter((entry) => entry.isFile())
    const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(small.length + 1))
    expect(paths.sort()).toEqual([...written.keys()].sort())
    for (const [path, content] of written) {
      expect((await readFile(join(small, path))).equals(content), `${path} differs; run npm run samples`).toBe(true)
    }
  })

  it('keeps the small samples under 3 MB', () => {
    const files = samples.reduce((sum, { content }) => sum + content.length, 0)
    const truth = samples.flatMap(({ truth }) => truth.map(line)).join('')
    expect(files + Buffer.byteLength(truth)).toBeLessThan(3_000_000)
  })

  it('carries one namesake pair at two universities', () => {
    const namesakes = samples
      .flatMap(({ truth }) => truth)
      .filter(({ library }) => library === 'hb-edu-talent')
      .flatMap(({ records }) => records)
      .filter((record) => record.kind === 'talent' && record.fields.name === '周拟航')
      .map((record) => record.kind === 'talent' && record.fields.organization?.text)
    expect(namesakes).toEqual(['华中科技大学', '武汉理工大学'])
  })
})

function line(row: object): string {
  return `${JSON.stringify(row)}\n`
}

function digests(list: readonly Sample[]) {
  return list.map(({ path, content, truth }) => [
    path,
    createHash('sha256').update(content).digest('hex'),
    createHash('sha256').update(JSON.stringify(truth)).digest('hex'),
  ])
}
