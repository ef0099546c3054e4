import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Engine } from '../../gateway/engine/contract.ts'
import { writeSamples } from '../../samples/generate.ts'
import { anyone } from '../../schema/viewer.ts'
import { openProvinces } from '../slow/attached/provinces.ts'
import { engineOf } from './lists/world.ts'

/*
 * What it costs that three provinces' libraries stay in clusters of their own, against the same rows in the hub's, in
 * turns in one run: `npm run bench:attached`, `npm run bench:attached -- medium`. ROUNDS and REQUESTS say how long.
 */

const size = process.argv[2] ?? 'small'
if (size !== 'small' && size !== 'medium') throw new TypeError(`Say small or medium; got ${size}.`)
const rounds = Number(process.env.ROUNDS ?? 9)
const requests = Number(process.env.REQUESTS ?? 100)

const questions: Readonly<Record<string, string>> = {
  'a page of 20 talents': '{ talents(first: 20) { nodes { id name } pageInfo { endCursor } } }',
  'a page of 100 patents by date': `{ patents(first: 100, orderBy: [{field: FILED_ON, direction: DESC}]) {
    nodes { id title filedOn } } }`,
  'a search': '{ achievements(first: 20, search: "激光 制造") { edges { score node { id title } } totalCount } }',
  'count, facets and sources': `{ demands(first: 20, filter: {intendedAmount: {gte: "1"}}) {
    nodes { id } totalCount facets(by: [PROVINCE, INDUSTRY, STATUS]) { values { code count } } sources { status } } }`,
  'one province of three': '{ patents(first: 20, filter: {province: [LIAONING]}) { nodes { id title } totalCount } }',
  'three levels of joins': `{ talents(first: 20) { nodes { id organization { name } achievements { title patents { title } } } } }`,
}

const folder = await mkdtemp(join(tmpdir(), 'lianku-bench-'))
const samples = size === 'small' ? undefined : join(folder, 'samples')
if (samples) await writeSamples('medium', samples)
const provinces = await openProvinces(samples)
try {
  const engines = [engineOf(provinces.local.db(anyone)), engineOf(provinces.attached.database.db(anyone))] as const
  console.log(
    `${size} samples; ${rounds} rounds of ${requests} requests each, in turns; ratios are attached over local.\n`,
  )
  console.log('| question | local ms | attached ms | ratio | hub CPU ratio |\n| --- | --- | --- | --- | --- |')
  for (const [name, query] of Object.entries(questions)) console.log(await compare(name, query, engines))
} finally {
  await provinces.close()
  await rm(folder, { recursive: true, force: true })
}

async function compare(name: string, query: string, [local, attached]: readonly [Engine, Engine]): Promise<string> {
  const [expected, answered] = [await ask(local, query), await ask(attached, query)]
  if (!isDeepStrictEqual(withoutCursors(answered), withoutCursors(expected)))
    throw new Error(`${name}: answers differ.`)
  for (let i = 0; i < 50; i++) await Promise.all([ask(local, query), ask(attached, query)])
  const seen = { local: [] as Figures[], attached: [] as Figures[] }
  for (let round = 0; round < rounds; round++) {
    const turns = [
      ['local', local],
      ['attached', attached],
    ] as const
    for (const [who, engine] of round % 2 === 0 ? turns : turns.toReversed())
      seen[who].push(await measure(engine, query))
  }
  const ratioOf = (figure: keyof Figures) => median(seen.attached.map((it, i) => it[figure] / seen.local[i]![figure]))
  const ms = (who: 'local' | 'attached') => median(seen[who].map((it) => it.ms)).toFixed(2)
  return `| ${[name, ms('local'), ms('attached'), ratioOf('ms').toFixed(2), ratioOf('cpu').toFixed(2)].join(' | ')} |`
}

type Figures = { readonly ms: number; readonly cpu: number }

async function measure(engine: Engine, query: string): Promise<Figures> {
  const before = process.cpuUsage()
  const times: number[] = []
  for (let i = 0; i < requests; i++) {
    const started = performance.now()
    await ask(engine, query)
    times.push(performance.now() - started)
  }
  const { user, system } = process.cpuUsage(before)
  return { ms: median(times), cpu: (user + system) / 1000 / requests }
}

async function ask(engine: Engine, query: string): Promise<unknown> {
  const prepared = engine.prepare(query)
  if ('errors' in prepared) throw prepared.errors[0]
  const { data, errors } = await prepared.execute({}, { requestId: 'bench', headers: {} })
  if (errors) throw errors[0]
  return data
}

// Cursors are bound to what is attached.
function withoutCursors(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value) => (key === 'endCursor' ? undefined : value)))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
