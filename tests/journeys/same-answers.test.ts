import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'

const folder = join(import.meta.dirname, '../../gateway/examples')
const examples = readdirSync(folder).filter((file) => file.endsWith('.graphql'))

let together: House
let apart: House
beforeAll(async () => {
  together = await openHouse('in one process')
  apart = await openHouse('over HTTP')
})
afterAll(async () => {
  await Promise.all([together?.close(), apart?.close()])
})

it.each(examples)('answers the example %s alike in one process and over HTTP, without errors', async (file) => {
  const query = readFileSync(join(folder, file), 'utf8')
  const [one, other] = [await together.answer(query), await apart.answer(query)]
  expect(withoutCursors(one)).toEqual(withoutCursors(other))
  expect(JSON.stringify(one).length).toBeGreaterThan(100)
})

it('answers all six lists alike, page by page to their ends', async () => {
  for (const list of ['organizations', 'talents', 'achievements', 'patents', 'demands', 'openLicenses']) {
    const query = `query ($after: String) { ${list}(first: 50, after: $after) {
      totalCount nodes { id localId province flags { code label } provenance { release file row synthetic } library { name } }
      sources { library { id } rows status } complete pageInfo { hasNextPage endCursor }
    } }`
    const seen: string[] = []
    const cursors: Record<string, string | null> = { together: null, apart: null }
    let hasNext = true
    while (hasNext) {
      const one = (await together.answer(query, { after: cursors.together }))[list]
      const other = (await apart.answer(query, { after: cursors.apart }))[list]
      expect(withoutCursors(one)).toEqual(withoutCursors(other))
      expect(one.nodes.every((node: { provenance: { synthetic: boolean } }) => node.provenance.synthetic)).toBe(true)
      seen.push(...one.nodes.map(({ id }: { id: string }) => id))
      cursors.together = one.pageInfo.endCursor
      cursors.apart = other.pageInfo.endCursor
      hasNext = one.pageInfo.hasNextPage
      if (!hasNext) expect(seen.length).toBe(one.totalCount)
    }
    expect(new Set(seen).size, list).toBe(seen.length)
    expect(seen.length, list).toBeGreaterThan(50)
  }
})

/** Cursors are signed with each topology's own key. */
function withoutCursors(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (/cursor$/i.test(key) ? undefined : inner)))
}
