import { isDeepStrictEqual } from 'node:util'
import { type Answer, type Asker, dataOf } from './ask.ts'
import { NothingToCheck, NotKept, type Shortcoming } from './check.ts'
import type { EntityType, Representation } from './representations.ts'

/** Keys of real entities by type, as many as are at hand. */
export type KnownKeys = Readonly<Record<string, readonly Representation[]>>

const batch = 100

/** Known, made-up and repeated keys of all types in turns: each answer must stand where its key stood. */
export async function checkOrder(asker: Asker, types: readonly EntityType[], known: KnownKeys): Promise<void> {
  const asked = mixed(types, known, 12)
  compare(asked, await entities(asker, types, asked, 'key'))
}

/** A hundred keys come in one request and are answered in one answer. */
export async function checkBatch(asker: Asker, types: readonly EntityType[], known: KnownKeys): Promise<void> {
  const asked = mixed(types, known, batch)
  compare(asked, await entities(asker, types, asked, 'key'))
}

/** What nothing has is null, or an entity of another subgraph of which this one knows nothing; never an error. */
export async function checkUnknown(asker: Asker, types: readonly EntityType[]): Promise<void> {
  needTypes(types)
  for (const type of types) {
    const asked = [type.madeUp(0), type.madeUp(1)]
    const found = await entities(asker, [type], asked, 'own')
    if (found.length !== asked.length) throw new NotKept(miscounted(asked.length, found.length))
    for (const entity of found) {
      const filled = Object.entries(entity ?? {}).find(([key, value]) => key !== '__typename' && !isEmpty(value))
      if (filled) throw new NotKept(invented(type.name, filled[0]))
    }
  }
}

/** The types in turns, each with its known keys and made-up ones, every key twice. */
function mixed(types: readonly EntityType[], known: KnownKeys, length: number): readonly Representation[] {
  needTypes(types)
  const keysOf = new Map(
    types.map((type) => [
      type,
      [
        ...(known[type.name] ?? []).slice(0, batch / 4).map((it) => ({ ...it, __typename: type.name })),
        type.madeUp(0),
        type.madeUp(1),
      ],
    ]),
  )
  return Array.from({ length }, (_, at) => {
    const keys = keysOf.get(types[at % types.length]!)!
    return keys[Math.floor(at / types.length) % keys.length]!
  })
}

async function entities(
  asker: Asker,
  types: readonly EntityType[],
  representations: readonly Representation[],
  what: 'key' | 'own',
): Promise<readonly (Representation | null)[]> {
  const selections = types.map(({ name, key, own }) => {
    const fields = what === 'key' ? key : own.map(({ selection }, at) => `own${at}: ${selection}`).join(' ')
    return fields && `... on ${name} { ${fields} }`
  })
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ${selections.join(' ')} }
  }`
  const answer = await asker.ask(query, { representations })
  const found = dataOf(withoutMissing(answer))._entities
  if (!Array.isArray(found)) throw new NotKept(miscounted(representations.length, 0))
  return found as readonly (Representation | null)[]
}

/** An answer with errors fails for them, also where it has data. */
function withoutMissing(answer: Answer): Answer {
  return answer.errors.length > 0 ? { ...answer, data: null } : answer
}

function compare(asked: readonly Representation[], found: readonly (Representation | null)[]): void {
  if (found.length !== asked.length) throw new NotKept(miscounted(asked.length, found.length))
  for (const [at, entity] of found.entries()) {
    const wanted = asked[at]!
    if (entity && !isDeepStrictEqual(pick(entity, wanted), pick(wanted, wanted))) throw new NotKept(misplaced(at))
  }
}

/** What `shape` has of a value, nested too. */
function pick(value: unknown, shape: unknown): unknown {
  if (typeof shape !== 'object' || shape === null) return value === undefined ? undefined : String(value)
  const from = (value ?? {}) as Representation
  return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, pick(from[key], inner)]))
}

/** An object may be empty in its turn, such as a page of nothing. */
function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : !value || typeof value === 'object'
}

function needTypes(types: readonly EntityType[]): void {
  if (types.length > 0) return
  throw new NothingToCheck({
    zh: '这个子图没有可凭键查询的实体。',
    en: 'This subgraph answers for no entity by its key.',
  })
}

const inOrder = {
  zh: '按键建立映射，再按所问的键逐一取出：keys.map((key) => rows.get(key) ?? null)。',
  en: 'Make a map of the rows by key and walk the keys as asked: keys.map((key) => rows.get(key) ?? null).',
}

function miscounted(asked: number, found: number): Shortcoming {
  return {
    zh: `问了 ${asked} 个实体，应答有 ${found} 个。`,
    en: `${asked} entities were asked for, ${found} answered.`,
    fix: inOrder,
  }
}

function misplaced(at: number): Shortcoming {
  return {
    zh: `第 ${at + 1} 个应答不是所问的第 ${at + 1} 个键。`,
    en: `Answer ${at + 1} is not of the key asked in place ${at + 1}.`,
    fix: inOrder,
  }
}

function invented(type: string, field: string): Shortcoming {
  return {
    zh: `没有的 ${type} 也得到了值（${field}）。`,
    en: `A ${type} that does not exist has a value (${field}).`,
    fix: { zh: '没有的键应答空。', en: 'Answer null to a key that is not there.' },
  }
}
