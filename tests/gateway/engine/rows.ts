import type { GraphQLFieldResolver } from 'graphql'

/** The entities of a generated graph; each has five rows. */
export const kindNames = ['Talent', 'Patent', 'Demand', 'Unit']

/** Deterministic numbers below `n`, from anything. */
export function pick(n: number, ...what: unknown[]): number {
  let hash = 2166136261
  for (const char of JSON.stringify(what)) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) % n
}

/** A resolver that gives the same value, null or error wherever it runs. */
export function resolverOf(
  type: string,
  seed: number,
  kind: string,
  name: string,
): GraphQLFieldResolver<unknown, unknown> {
  return (parent, args) => {
    const id = (parent as { id?: string } | undefined)?.id ?? ''
    const given = Object.keys(args).length > 0 ? Object.entries(args).sort() : []
    return draw(type, seed, kind, id, name, JSON.stringify(given))
  }
}

/** The same a moment later, for half of all fields: subgraphs read databases. */
export function laterOf(
  type: string,
  seed: number,
  kind: string,
  name: string,
): GraphQLFieldResolver<unknown, unknown> {
  const now = resolverOf(type, seed, kind, name)
  if (pick(2, seed, kind, name, 'later') === 0) return now
  return async (...given) => {
    await Promise.resolve()
    return now(...given)
  }
}

/** The fields of `Detail`, which is no entity: it is known by where it stands. */
export function detailResolvers(seed: number): Record<string, GraphQLFieldResolver<unknown, unknown>> {
  const at = (parent: unknown) => (parent as { at: string }).at
  return {
    text: (parent) => draw('String', seed, 'Detail', at(parent), 'text'),
    count: (parent) => draw('Int!', seed, 'Detail', at(parent), 'count'),
    more: (parent) => draw('Detail', seed, 'Detail', at(parent), 'more'),
  }
}

/** A value of a type, null or error, from anything; a type may be one of several: `[Talent|Patent]`. */
export function draw(type: string, ...from: unknown[]): unknown {
  const chance = pick(24, ...from, type, 'chance')
  if (chance === 0) throw new Error('这条记录读不出来')
  if (type.endsWith('!')) return pick(20, ...from, type, 'null') === 0 ? null : value(type.slice(0, -1), from)
  return chance < 4 ? null : value(type, from)
}

function value(type: string, from: readonly unknown[]): unknown {
  if (type.startsWith('[')) {
    const inner = type.slice(1, -1)
    return Array.from({ length: pick(4, ...from, 'length') }, (_, i) => item(inner, [...from, i]))
  }
  const n = pick(1000, ...from, type)
  if (type === 'Int') return n
  if (type === 'Float') return n / 8
  if (type === 'Boolean') return n % 2 === 0
  if (type === 'ID') return `hb-edu-talent:${n}`
  if (type === 'Stage') return ['LAB', 'PILOT', 'MASS'][n % 3]
  if (type === 'String') return `第${n}号成果`
  if (type === 'Detail' || type.startsWith('Shelf')) return { at: JSON.stringify(from), type }
  const among = type === 'Either' ? ['Talent', 'Patent'] : type.split('|')
  const concrete = kindNames.includes(among[0]!) ? among[n % among.length]! : kindNames[n % 4]!
  return { __typename: concrete, id: `${concrete}:${n % 5}` }
}

function item(type: string, from: readonly unknown[]): unknown {
  if (type.endsWith('!')) return value(type.slice(0, -1), from)
  return pick(6, ...from, 'item') === 0 ? null : value(type, from)
}
