import { print } from 'graphql'
import { readCandidate } from '../../../subgraphs/publishing/candidate.ts'
import { judge } from '../../../subgraphs/publishing/rules/rules.ts'
import { claimsOf, type Member, type Territory, territoryOf } from '../../../subgraphs/publishing/territory.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'

/** Names of the house's own provincial subgraphs. */
export const provincial = ['liaoning', 'heilongjiang', 'hubei']

export const sdlOf = (name: string) => print(subgraphs.find((it) => it.name === name)!.typeDefs)

export const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@override", "@tag", "@interfaceObject", "@composeDirective", "@authenticated"])
directive @sharing(class: SharingClass!) on OBJECT | FIELD_DEFINITION
enum SharingClass @inaccessible { UNCONDITIONAL CONDITIONAL NOT_SHARED PERSONAL }
`

/** The fairs of Jilin, invented, as its own subgraph shows them. */
export const jilin = `${header}
"资源库。例如 吉林示例对接会库。"
type Library @key(fields: "id") @sharing(class: UNCONDITIONAL) {
  id: ID!
  "这个库记载的吉林对接会。例如 长春示例光电对接会。"
  jlFairs: [JlFair!]
}
"一场对接会。例如 长春示例光电对接会。"
type JlFair @key(fields: "id") @sharing(class: UNCONDITIONAL) {
  "编号，例如 jl-fair:JL001。"
  id: ID!
  "名称，例如 长春示例光电对接会。"
  name: String
}
type Query {
  "吉林的对接会。例如 jlFairs(first: 10)。"
  jlFairs("取多少条，例如 10。" first: Int): [JlFair!]
}
`

/** The house's graph, and in it whatever else has been published, each by its name. */
export function territoryWith(others: Readonly<Record<string, string>> = {}): Territory {
  const members: Member[] = []
  const claims = new Map<string, string>()
  const add = (name: string, sdl: string, side: Member['side']) => {
    const { document } = read(name, sdl)
    if (side === 'PROVINCE') {
      for (const it of claimsOf(document, territoryOf(members, claims))) if (!claims.has(it)) claims.set(it, name)
    }
    members.push({ name, side, document })
  }
  for (const { name } of subgraphs) add(name, sdlOf(name), provincial.includes(name) ? 'PROVINCE' : 'HUB')
  for (const [name, sdl] of Object.entries(others)) add(name, sdl, 'PROVINCE')
  return territoryOf(members, claims)
}

export function read(name: string, sdl: string, file = `${name}.graphql`) {
  const candidate = readCandidate(name, [{ file, text: sdl }])
  if ('problem' in candidate) throw new Error(candidate.problem.en)
  return candidate
}

/** Codes and places of what the rules say. */
export const judged = (name: string, sdl: string, territory: Territory) =>
  judge(read(name, sdl), territory).map(({ code, places }) => [code, ...places])
