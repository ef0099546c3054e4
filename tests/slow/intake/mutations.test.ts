import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HubError } from '#schema/errors.ts'
import { styles } from '../../../subgraphs/intake/styles/registry.ts'
import { mapFiles, openFolder } from '../../subgraphs/intake/folder.ts'

const samples = join(import.meta.dirname, '../../../samples/small')
const runs = Number(process.env.MUTATIONS ?? 100_000)

type Sample = { readonly style: (typeof styles)[number]; readonly name: string; readonly bytes: Buffer }

let folder: Awaited<ReturnType<typeof openFolder>>
const files: Sample[] = []
beforeAll(async () => {
  folder = await openFolder()
  for (const style of styles) {
    const names = await readdir(join(samples, style.id)).catch(() => [])
    for (const name of names) files.push({ style, name, bytes: await readFile(join(samples, style.id, name)) })
  }
})
afterAll(() => folder.remove())

/** One thing that happens to files on their way: bytes flipped, lost, doubled, cut off, overwritten or put in. */
const mutation = fc.oneof(
  fc.record({ act: fc.constant('flip' as const), at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ act: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ act: fc.constant('drop' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ act: fc.constant('double' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 4000 }) }),
  fc.record({
    act: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({
    act: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc
      .constantFrom(
        '"',
        ',',
        '\n',
        '\r',
        '\t',
        '{',
        ']',
        '\\u0000',
        '\\ud800',
        '\u202e',
        '\u200b',
        '=1+1',
        '机密★10年',
        '&x;',
        '<a>',
      )
      .map((text) => new TextEncoder().encode(text)),
  }),
)

function apply(bytes: Buffer, change: typeof mutation extends fc.Arbitrary<infer M> ? M : never): Buffer {
  const at = change.at % Math.max(1, bytes.length)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  if (change.act === 'cut') return before
  if (change.act === 'drop') return Buffer.concat([before, after.subarray(change.length)])
  if (change.act === 'double') return Buffer.concat([before, after.subarray(0, change.length), after])
  if (change.act === 'insert') return Buffer.concat([before, change.bytes, after])
  const flipped = Buffer.from(bytes)
  flipped[at]! ^= change.bits
  return flipped
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

it('reads a damaged file or refuses it in Chinese, and never fails in another way', { timeout: 0 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 3 }), async (which, changes) => {
      const sample = files[which % files.length]!
      const file = await folder.write(sample.name, changes.reduce(apply, sample.bytes))
      try {
        const { records, refused } = await mapFiles(sample.style, [file])
        for (const { fields, localId } of records) {
          expect(localId).not.toBe('')
          for (const text of textsOf(fields)) expect(text.isWellFormed() && !text.includes('\0')).toBe(true)
        }
        for (const { code } of refused) expect(code).toMatch(/^[A-Z_]+$/)
      } catch (error) {
        if (!(error instanceof HubError)) throw error
        expect(error).toMatchObject({ code: 'BAD_FILE', message: expect.stringMatching(/[\u4e00-\u9fff]/) })
      }
    }),
    { numRuns: runs },
  )
})
