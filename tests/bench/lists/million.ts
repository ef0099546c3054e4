import { fields } from '../../../samples/fields.ts'
import { type Random, randomOf } from '../../../samples/random.ts'
import { indicators } from '../../../samples/titles.ts'
import { anyone } from '../../../schema/viewer.ts'
import { nothingAttached } from '../../../subgraphs/attached/attached.ts'
import { drizzleOver } from '../../../subgraphs/database/session.ts'
import { demandSink } from '../../../subgraphs/demand/intake.ts'
import type { Prepared } from '../../../subgraphs/intake/sink.ts'
import { findLibrary } from '../../../subgraphs/libraries.ts'
import { drawWord, vocabulary } from './words.ts'
import { engineOf, type World } from './world.ts'

type Asked = { readonly name: string; readonly args: (at: number) => string }

const rows = 1_000_000
const invented = 50_000
const asks = 9
const repeats = rows / invented

const filters: readonly Asked[] = [
  {
    name: 'filtered by province and amount',
    args: (at) => `filter: { province: [LIAONING], intendedAmount: { gte: "${at * 9_000}" } }`,
  },
  {
    name: 'filtered by industry, largest amount first',
    args: (at) =>
      `filter: { industry: ["${fields[at % fields.length]!.gbt4754.code}"] }, orderBy: [{ field: INTENDED_AMOUNT, direction: DESC }]`,
  },
  {
    name: 'filtered by two provinces and status, latest update first',
    args: (at) =>
      `filter: { province: [HUBEI, LIAONING], status: [${at % 2 ? 'MATCHING' : 'PUBLISHED'}] }, orderBy: [{ field: UPDATED_ON, direction: DESC }]`,
  },
  { name: 'searched by a word of every twentieth title', args: (at) => `search: "${word(20, at)}"` },
  { name: 'searched by a word of every hundredth title', args: (at) => `search: "${word(100, at)}"` },
  { name: 'searched by a word of every thousandth title', args: (at) => `search: "${word(900, at)}"` },
  { name: 'searched by two words', args: (at) => `search: "${word(30, at)} ${word(150, at)}"` },
  { name: 'searched by three words', args: (at) => `search: "${word(20, at)} ${word(60, at)} ${word(300, at)}"` },
  {
    name: 'searched by a whole title',
    args: (at) => `search: "一种${[9, 14, 33, 57, 80, 160, 410].map((rank) => word(rank, at)).join('')}"`,
  },
  { name: 'searched by a word of every description', args: (at) => `search: "${['合作', '公司', '希望'][at % 3]}"` },
  {
    name: 'searched by a word of every twentieth title, in one province',
    args: (at) => `search: "${word(20, at)}", filter: { province: [LIAONING] }`,
  },
]

/** Fills the demands to a million records and prints the plans of filtered and of searched pages as the house asks them. */
export async function planMillion(world: World): Promise<void> {
  const started = performance.now()
  await fill(world)
  const [counted] = await world.owner.run('select count(*) as n from demand.demand')
  console.log(`${counted!.n} demands in ${((performance.now() - started) / 1000).toFixed(0)} s.\n`)
  const medians: string[] = []
  for (const asked of filters) {
    const times: number[] = []
    let shown = ''
    for (let at = 0; at < asks; at++) {
      const { ms, plan } = await explain(
        world,
        `{ demands(first: 20, ${asked.args(at)}) { nodes { id title intendedAmount updatedOn region { label } } } }`,
      )
      times.push(ms)
      if (at === asks - 1) shown = plan
    }
    times.sort((a, b) => a - b)
    medians.push(`| ${asked.name} | ${times[Math.floor(asks / 2)]!.toFixed(2)} | ${times.at(-1)!.toFixed(2)} |`)
    console.log(`${asked.name}\n\n${shown}\n`)
  }
  console.log(
    `| page of a million | median ms of database time | slowest |\n| --- | --- | --- |\n${medians.join('\n')}`,
  )
}

async function fill({ database, owner }: World) {
  for (let from = 0; from < invented; from += 1000) {
    const batch = Array.from({ length: 1000 }, (_, i) => invent(from + i))
    await database.write((tx) => demandSink.save(tx, batch))
  }
  const columns = await owner.run(`select string_agg(quote_ident(attname), ', ') as names from pg_attribute
    where attrelid = 'demand.demand'::regclass and attnum > 0 and attname not in ('id', 'local_id', 'updated_on', 'intended_amount')`)
  const { names } = columns[0]!
  // Indexes are built once at the end rather than row by row.
  const indexes = await owner.run(`select format('drop index demand.%I', indexname) as drop, indexdef from pg_indexes
    where schemaname = 'demand' and tablename = 'demand' and indexdef not like '%UNIQUE%'`)
  await owner.run(indexes.map((index) => index.drop).join('; '))
  // One copy of all after the other, so that records with a word lie as far apart as they would.
  for (let copy = 2; copy <= repeats; copy++) {
    await owner.run(`insert into demand.demand (id, local_id, updated_on, intended_amount, ${names})
      select id || '-${copy}', local_id || '-${copy}', (date '2021-01-01' + (random() * 1500)::int)::text,
        (random() * 3000000)::int, ${names}
      from demand.demand where local_id like 'M%' and local_id not like '%-%'`)
  }
  await owner.run(`set maintenance_work_mem = '512MB'; ${indexes.map(({ indexdef }) => indexdef).join('; ')}`)
  await owner.run('vacuum analyze demand.demand')
}

function invent(at: number): Prepared<'demand'> {
  const random = randomOf('a million demands', at)
  const field = random.pick(fields)
  const library = findLibrary(random.pick(['hb-std-demand', 'hl-demand', 'ln-demand']))!
  const localId = `M${at}`
  return {
    id: `${library.id}:${localId}`,
    kind: 'demand',
    localId,
    library,
    release: `${library.id}@1`,
    restricted: false,
    flags: [],
    source: { file: 'demands.csv', row: at + 1, synthetic: true },
    fields: {
      title: `一种${drawn(8, random)}`,
      description: `我公司在${drawn(6, random)}中遇到困难，希望与高校合作开发${drawn(8, random)}，先完成小批量验证，再转入批量应用。`,
      keyIndicators: indicators(random),
      enterprise: { text: `示例${field.trade}${at % 5000}有限公司` },
      industries: [{ scheme: 'GB/T 4754-2017', ...field.gbt4754, original: field.gbt4754.label, match: 'EXACT' }],
      intendedAmount: { yuan: String(random.int(1, 300) * 10_000), text: `${random.int(1, 300)}万元` },
      status: random.pick(['PUBLISHED', 'MATCHING', 'CONTRACTED']),
      updatedOn: `202${random.int(1, 4)}-0${random.int(1, 9)}-1${random.int(0, 9)}`,
    },
  }
}

/** Runs what the house sends for a query under EXPLAIN; milliseconds of execution, the least of three, and the plan. */
async function explain({ owner }: World, query: string) {
  const sent: { readonly text: string; readonly params: readonly unknown[] }[] = []
  const reader = drizzleOver(async (text, params, arrays) => {
    // How common words are is asked once a minute, and for no page.
    if (!text.includes('pg_stats')) sent.push({ text, params })
    return owner.send(text, params, arrays)
  })
  const engine = engineOf({ read: reader, attached: nothingAttached, restricted: (work) => work(reader) })
  const prepared = engine.prepare(query)
  if ('errors' in prepared) throw prepared.errors[0]
  const { errors } = await prepared.execute({}, { requestId: 'bench', headers: {}, viewer: anyone })
  if (errors) throw errors[0]
  const runs: { readonly ms: number; readonly plan: string }[] = []
  for (let run = 0; run < 3; run++) {
    const plan: string[] = []
    let ms = 0
    for (const { text, params } of sent) {
      const lines = await owner.send(`explain (analyze, buffers, costs off) ${text}`, params)
      for (const line of lines) plan.push(String(line['QUERY PLAN']).slice(0, 200))
      ms += Number(/Execution Time: ([\d.]+)/.exec(plan.at(-1)!)![1])
    }
    runs.push({ ms, plan: plan.join('\n') })
  }
  return runs.reduce((least, one) => (one.ms < least.ms ? one : least))
}

/** Words in a row, as titles have them. */
function drawn(count: number, random: Random): string {
  return Array.from({ length: count }, () => drawWord(random))
    .join('')
    .replaceAll(/(\d)(?=[A-Z])/g, '$1 ')
}

/** A word of about this rank, another each time. */
function word(rank: number, at: number): string {
  return vocabulary[rank + at]!
}
