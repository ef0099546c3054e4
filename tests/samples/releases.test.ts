import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../subgraphs/intake/intake.ts'
import { styles } from '../../subgraphs/intake/styles/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../postgres.ts'

const small = fileURLToPath(new URL('../../samples/small', import.meta.url))
let fresh: FreshDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

/** Releases of the libraries a folder of samples feeds, by library. */
async function run(id: string, names: readonly string[] = readdirSync(join(small, id))) {
  const style = styles.find((candidate) => candidate.id === id)!
  const files = names.map((name) => join(small, id, name))
  const { libraries } = await importFiles({ database: fresh.database, sinks: [], style, files, today: '2024-01-02' })
  return new Map(libraries.map(({ library, release }) => [library, release!]))
}

describe('the two bundles of Heilongjiang', () => {
  it('follow one another: the second one adds, changes and removes, and is not held', async () => {
    const first = await run('hl-halfyear', ['HLJ_2023H1.zip'])
    const second = await run('hl-halfyear', ['HLJ_2023H2.zip'])
    expect([...second.keys()].sort()).toEqual([...first.keys()].sort())
    for (const [library, release] of second) {
      const { state, read, inserted, changed, unchanged, refused, held } = release
      expect({ library, state }).toEqual({ library, state: 'IN_FORCE' })
      expect(inserted + changed + unchanged + refused + held).toBe(read)
    }
    const { inserted, changed, removed } = second.get('hl-achievement')!
    expect([inserted, changed, removed].every((count) => count > 0)).toBe(true)
  })

  it('leave all four quarters of the ledger in force', async () => {
    const rows = await asOwner(
      fresh.url,
      `select distinct record ->> 'quarter' as quarter from library.version
        where library = 'hl-ledger' and to_release is null order by 1`,
    )
    expect(rows.map(({ quarter }) => quarter)).toEqual(['2023Q1', '2023Q2', '2023Q3', '2023Q4'])
  })

  it('change nothing when one of them comes again', async () => {
    const again = await run('hl-halfyear', ['HLJ_2023H2.zip'])
    for (const [library, { inserted, changed, removed }] of again) {
      expect({ library, inserted, changed, removed }).toEqual({ library, inserted: 0, changed: 0, removed: 0 })
    }
  })
})

describe('the tables of Liaoning', () => {
  it.each(styles.filter(({ id }) => id.startsWith('ln-')))(
    '$id is put in force whole, refusals aside',
    async ({ id }) => {
      for (const [library, { state, held, read, refused, inserted }] of await run(id)) {
        expect({ library, state, held, inserted }).toEqual({
          library,
          state: 'IN_FORCE',
          held: 0,
          inserted: read - refused,
        })
      }
    },
  )
})
