import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Connection } from '../../../subgraphs/database/connection.ts'
import type { Cursor, Question } from './questions.ts'
import type { World } from './world.ts'

/** A question's rows of the table: the house first, then everything written by hand. */
export type Measured = { readonly question: string; readonly rows: readonly Row[] }

export type Row = {
  readonly who: string
  /** Median of a request's milliseconds. */
  readonly ms: number
  /** Processor milliseconds a request, of this process and of the database's; null where the latter is elsewhere. */
  readonly cpu: number | null
  /** The house's figures over this row's, medians of the rounds. */
  readonly msRatio: number
  readonly cpuRatio: number | null
}

type Contender = { readonly who: string; readonly ask: (at: number) => Promise<string> }

/** Asks the house and the hand-written alternatives in turns, having seen that they answer alike. */
export async function measure(
  world: World,
  question: Question,
  { rounds, requests }: { readonly rounds: number; readonly requests: number },
): Promise<Measured> {
  const cursors = question.walk ? await walk(world, question.walk) : []
  const variables = (at: number) => question.variables(at, cursors, world.size)
  const house: Contender = { who: 'the house', ask: (at) => ask(world, question.query, variables(at)) }
  const byHand = Object.entries(question.byHand).map(
    ([how, answer]): Contender => ({
      who: `by hand, ${how}`,
      ask: async (at) => `{"data":${await answer(world.owner.send, variables(at))}}`,
    }),
  )
  const contenders = [house, ...byHand]
  for (let at = 0; at < 50; at++) await compare(question, house, byHand, at)

  const processes = await databaseProcesses(world.owner)
  const seen = new Map(contenders.map(({ who }) => [who, [] as { ms: number; cpu: number | null }[]]))
  let at = 50
  for (let round = 0; round < rounds; round++) {
    for (const { who, ask: send } of round % 2 === 0 ? contenders : [...contenders].reverse()) {
      const before = cpuMs(processes)
      const times: number[] = []
      for (let i = 0; i < requests; i++) {
        const started = performance.now()
        await send(at + i)
        times.push(performance.now() - started)
      }
      const after = cpuMs(processes)
      const cpu = before === null || after === null ? null : (after - before) / requests
      seen.get(who)!.push({ ms: median(times), cpu })
    }
    at += requests
  }

  const ours = seen.get(house.who)!
  return {
    question: question.name,
    rows: contenders.map(({ who }) => {
      const own = seen.get(who)!
      const known = own.every(({ cpu }) => cpu !== null)
      return {
        who,
        ms: median(own.map(({ ms }) => ms)),
        cpu: known ? median(own.map(({ cpu }) => cpu!)) : null,
        msRatio: median(own.map(({ ms }, i) => ours[i]!.ms / ms)),
        cpuRatio: known ? median(own.map(({ cpu }, i) => ours[i]!.cpu! / cpu!)) : null,
      }
    }),
  }
}

/** One request to the house, from the query's text to the answer's. */
async function ask({ engine }: World, query: string, variables: Readonly<Record<string, unknown>>): Promise<string> {
  const prepared = engine.prepare(query)
  if ('errors' in prepared) throw prepared.errors[0]
  const answer = await prepared.execute(variables, { requestId: 'bench', headers: {} })
  if (answer.errors) throw answer.errors[0]
  return JSON.stringify(answer)
}

async function compare({ name }: Question, house: Contender, byHand: readonly Contender[], at: number): Promise<void> {
  const expected = comparable(await house.ask(at))
  for (const { who, ask: send } of byHand) {
    const answered = comparable(await send(at))
    if (!isDeepStrictEqual(answered, expected)) {
      throw new Error(
        `${name}, request ${at}: ${who} answers otherwise than the house.\n${show(answered)}\n${show(expected)}`,
      )
    }
  }
}

const show = (value: unknown) => JSON.stringify(value).slice(0, 2000)

/** What an answer must have in common with a hand-written one, whose cursors are plain and not signed. */
export function comparable(body: string): unknown {
  return JSON.parse(body, (key, value) => (key === 'cursor' || key === 'endCursor' ? value !== null : value))
}

/** Every place of a list, up to the end or to 20,000 rows. */
async function walk(world: World, query: string): Promise<Cursor[]> {
  const cursors: Cursor[] = []
  while (cursors.length < 20_000) {
    const { data } = JSON.parse(await ask(world, query, { after: cursors.at(-1)?.cursor }))
    const edges: Cursor[] = data.talents.edges
    cursors.push(...edges)
    if (edges.length < 100) break
  }
  // Whoever goes on from near the end gets less than a page.
  return cursors.slice(0, -100)
}

/** The database's first process, whose children serve the connections; null when it is on another machine. */
export async function databaseProcesses(owner: Connection): Promise<number | null> {
  const [row] = await owner.run('select pg_backend_pid() as pid')
  try {
    return Number(stat(Number(row!.pid))[1])
  } catch {
    return null
  }
}

/** Milliseconds of processor time so far: this process, the database's first one with what it has reaped, its children. */
export function cpuMs(first: number | null): number | null {
  if (first === null) return null
  const { user, system } = process.cpuUsage()
  const ticks = (fields: readonly string[], from: number, to: number) =>
    fields.slice(from, to).reduce((sum, field) => sum + Number(field), 0)
  let sum = ticks(stat(first), 11, 15)
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const fields = stat(Number(name))
      if (Number(fields[1]) === first) sum += ticks(fields, 11, 13)
    } catch {
      // It has ended since the list was read.
    }
  }
  return (user + system) / 1000 + sum * 10
}

/** Fields of /proc/<pid>/stat from the state on: parent at 1, user and system ticks of 10 ms at 11 and 12. */
function stat(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
