import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { auditVerify } from '../../../subgraphs/audit/verify.ts'
import { type Connection, openConnection } from '../../../subgraphs/database/connection.ts'
import type { Database } from '../../../subgraphs/database.ts'

type Row = {
  readonly seq: number
  readonly at: string
  readonly content: string
  readonly previous: string
  readonly hash: string
}

/** The audit as somebody with every right in the database may leave it. */
type Forged = { readonly rows: readonly Row[]; readonly head: { readonly seq: number; readonly hash: string } }

/** One way to tamper; `hidden` when the forger also recomputed all that could give it away inside the database. */
type Tampering = { readonly name: string; readonly hidden: boolean; readonly forged: Forged }

/**
 * Tampers with the first twenty events again and again, as somebody with every right in the database, whose guards are
 * off afterwards. What was sealed anew throughout shows only against a line kept elsewhere; all else shows by itself.
 */
export async function tamper(url: string, database: Database, runs: number) {
  const owner = openConnection({ url })
  try {
    const genuine = (await owner.send(
      `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, content::text, previous, hash
      from audit.event order by seq limit 20`,
      [],
    )) as unknown as Row[]
    const anchor = { seq: genuine.length, hash: genuine.at(-1)!.hash }
    await owner.run('alter table audit.event disable trigger user; alter table audit.head disable trigger user')
    await put(owner, { rows: genuine, head: anchor })
    if (!(await auditVerify(database, [anchor])).intact) throw new Error('The genuine audit is taken for a forged one.')
    const missed: string[] = []
    const kinds = new Set<string>()
    for (const { name, hidden, forged } of fc.sample(tamperings(genuine), { numRuns: runs, seed: 20240115 })) {
      await put(owner, forged)
      kinds.add(name)
      const { intact } = await auditVerify(database, hidden ? [anchor] : [])
      if (intact) missed.push(name)
    }
    return { tried: runs, missed, kinds: kinds.size }
  } finally {
    await owner.end()
  }
}

async function put(owner: Connection, { rows, head }: Forged): Promise<void> {
  await owner.run('delete from audit.event')
  await owner.send('update audit.head set seq = $1, hash = $2', [head.seq, head.hash])
  await owner.send(
    `insert into audit.event select seq, at, content::json, previous, hash from jsonb_to_recordset($1)
      as it(seq bigint, at timestamptz, content text, previous text, hash text)`,
    [JSON.stringify(rows)],
  )
}

/** Any tampering with a genuine audit of at least three events. */
function tamperings(genuine: readonly Row[]): fc.Arbitrary<Tampering> {
  const place = fc.integer({ min: 0, max: genuine.length - 1 })
  const head = { seq: genuine.length, hash: genuine.at(-1)!.hash }
  const kept = (rows: readonly Row[]) => ({ rows, head })
  const change = (i: number, changes: Partial<Row>) => genuine.with(i, { ...genuine[i]!, ...changes })
  const two = fc.tuple(place, place).filter(([i, j]) => i !== j)
  const edit = fc.tuple(place, fc.nat({ max: 10_000 })).map(([i, where]) => {
    const { content } = genuine[i]!
    const digits = [...content.matchAll(/[0-9A-Za-z]/g)].map(({ index }) => index)
    const at = digits[where % digits.length]!
    return [i, content.slice(0, at) + (content[at] === 'x' ? 'y' : 'x') + content.slice(at + 1)] as const
  })
  const valid = edit.filter(([, content]) => isJson(content))

  const plain: Record<string, fc.Arbitrary<Forged>> = {
    'one letter': valid.map(([i, content]) => kept(change(i, { content }))),
    'one letter and its own hash': valid.map(([i, content]) => kept(change(i, sealed({ ...genuine[i]!, content })))),
    'space in the JSON': place.map((i) => kept(change(i, { content: `${genuine[i]!.content} ` }))),
    'the time': place.map((i) => kept(change(i, { at: genuine[i]!.at.replace(/\d{3}Z$/, (ms) => flip(ms)) }))),
    'the hash': place.map((i) => kept(change(i, { hash: hashOf(genuine[i]!).replace(/.$/, flip) }))),
    'the hash before': place.map((i) => kept(change(i, { previous: genuine[i]!.previous.replace(/.$/, flip) }))),
    'one removed': place.map((i) => kept(genuine.toSpliced(i, 1))),
    'one removed and the gap closed': place.map((i) => kept(renumbered(genuine.toSpliced(i, 1)))),
    'several removed': two.map(([i, j]) => kept(genuine.toSpliced(Math.min(i, j), Math.abs(i - j)))),
    'contents swapped': two.map(([i, j]) => {
      const [a, b] = [genuine[i]!.content, genuine[j]!.content]
      return kept(change(i, { content: b }).with(j, { ...genuine[j]!, content: a }))
    }),
    'places swapped': two.map(([i, j]) =>
      kept(genuine.with(i, { ...genuine[j]!, seq: i + 1 }).with(j, { ...genuine[i]!, seq: j + 1 })),
    ),
    'one put in': place.map((i) => kept(renumbered(genuine.toSpliced(i, 0, genuine[(i + 1) % genuine.length]!)))),
    'one put at the end': place.map((i) =>
      kept([...genuine, sealed({ ...genuine[i]!, seq: genuine.length + 1, previous: head.hash })]),
    ),
    'the end cut off': place.map((i) => kept(genuine.slice(0, i))),
    'the head moved back': place
      .filter((i) => i < genuine.length - 1)
      .map((i) => ({ rows: genuine, head: { seq: i + 1, hash: genuine[i]!.hash } })),
  }
  const hidden: Record<string, fc.Arbitrary<Forged>> = {
    'one letter, and all sealed anew': valid.map(([i, content]) => resealed(change(i, { content }))),
    'one removed, and all sealed anew': place.map((i) => resealed(genuine.toSpliced(i, 1))),
    'two swapped, and all sealed anew': two
      .filter(([i, j]) => genuine[i]!.content !== genuine[j]!.content)
      .map(([i, j]) => resealed(genuine.with(i, genuine[j]!).with(j, genuine[i]!))),
    'the end cut off, with its head': place.map((i) => resealed(genuine.slice(0, i))),
  }
  const named = (all: Record<string, fc.Arbitrary<Forged>>, isHidden: boolean) =>
    Object.entries(all).map(([name, it]) => it.map((forged) => ({ name, hidden: isHidden, forged })))
  return fc.oneof(...named(plain, false), ...named(hidden, true))
}

/** The seal as the database makes it, written a second time. */
function hashOf({ seq, at, previous, content }: Row): string {
  return createHash('sha256').update(`${seq}\n${at}\n${previous}\n${content}`).digest('hex')
}

function sealed(row: Row): Row {
  return { ...row, hash: hashOf(row) }
}

function renumbered(rows: readonly Row[]): Row[] {
  return rows.map((row, i) => ({ ...row, seq: i + 1 }))
}

function resealed(rows: readonly Row[]): Forged {
  let previous = '0'.repeat(64)
  const all = renumbered(rows).map((row) => {
    const made = sealed({ ...row, previous })
    previous = made.hash
    return made
  })
  return { rows: all, head: { seq: all.length, hash: previous } }
}

function flip(text: string): string {
  return (text.startsWith('0') ? '1' : '0') + text.slice(1)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
