import { print } from 'graphql'
import { HubError } from '#schema/errors.ts'
import { provinces } from '#schema/provinces.ts'
import type { Database } from '../database.ts'
import type { Subgraph } from '../define.ts'
import { compose, examine, type Graph, type MemberVersion, memberOf } from './examine.ts'
import { contentHash, type LiveGraph, readGraph, readWanted, registrar, take } from './store.ts'
import { claimsOf, territoryOf } from './territory.ts'
import { tried } from './tried.ts'

/**
 * Brings the house's own subgraphs into the registry, at the versions this code has; nothing happens when they are there.
 * The house comes first: a stranger's subgraph that no longer fits is left out, with the reason beside it, until it does.
 */
export async function enterHouse(
  database: Database,
  subgraphs: readonly Pick<Subgraph, 'name' | 'typeDefs'>[],
): Promise<LiveGraph> {
  const house = subgraphs.map(houseVersion)
  for (let tries = 0; tries < 10; tries++) {
    const live = await database.db(registrar).restricted(readGraph)
    if (isIn(house, live)) return live
    const wanted = await database.db(registrar).restricted(readWanted)
    const { graph, leftOut } = await withStrangers(composed(house), wanted)
    await take(database, {
      on: live.seq,
      action: 'HOUSE',
      by: 'lianku',
      members: graph.members.map((member) => ({ ...member, isHouse: house.some(({ name }) => name === member.name) })),
      supergraph: graph.supergraph,
      claims: graph.claims,
      leftOut,
      event: { action: 'CHANGE', viewer: registrar, object: 'supergraph', reason: 'the house has changed' },
    })
  }
  throw new HubError('DATABASE_UNAVAILABLE', '登记平台自己的子图时，图一直在变化。')
}

/** A subgraph of the house, at the address it has as a service of its own. */
export function houseVersion({ name, typeDefs }: Pick<Subgraph, 'name' | 'typeDefs'>): MemberVersion {
  const isProvince = provinces.some((province) => province.name.toLowerCase() === name)
  return {
    name,
    side: isProvince ? 'PROVINCE' : 'HUB',
    url: `http://${name}:4000/graphql`,
    files: [{ file: `subgraphs/${name}/schema.graphql`, text: print(typeDefs) }],
  }
}

function isIn(house: readonly MemberVersion[], { versions, houseNames }: LiveGraph): boolean {
  return (
    house.length === houseNames.length && house.every((member) => versions.get(member.name) === contentHash(member))
  )
}

function composed(house: readonly MemberVersion[]): Graph {
  const supergraph = compose(house)
  if (typeof supergraph !== 'string') throw new TypeError(supergraph.map(({ en }) => en).join('\n'))
  const claims = new Map<string, string>()
  const members = house.map(memberOf)
  members.forEach((member, index) => {
    if (member.side === 'HUB') return
    for (const it of claimsOf(member.document, territoryOf(members.slice(0, index), claims)))
      claims.set(it, member.name)
  })
  return { members: house, supergraph, claims: [...claims] }
}

async function withStrangers(house: Graph, wanted: readonly MemberVersion[]) {
  let graph = house
  const leftOut: (readonly [string, string])[] = []
  for (const stranger of wanted) {
    const { supergraph, problems, claims } = await tried(examine(stranger, graph))
    if (supergraph === undefined) {
      leftOut.push([stranger.name, problems.map(({ code, zh }) => `${code} ${zh}`).join('\n')])
      continue
    }
    graph = {
      members: [...graph.members, stranger],
      supergraph,
      claims: [...graph.claims, ...claims.map((it) => [it, stranger.name] as const)],
    }
  }
  return { graph, leftOut }
}
