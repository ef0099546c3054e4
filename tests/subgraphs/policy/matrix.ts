import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  graphql,
  isEnumType,
  isLeafType,
  isObjectType,
} from 'graphql'
import { type Role, roles, type Viewer } from '#schema/viewer.ts'
import type { Engine } from '../../../gateway/engine/contract.ts'
import { createEngine } from '../../../gateway/engine/engine.ts'
import { inProcessTransport } from '../../../gateway/engine/in-process-transport.ts'
import { extensionsOf, requestOf } from '../../../subgraphs/context.ts'
import type { Database } from '../../../subgraphs/database.ts'
import { typeOf } from '../../../subgraphs/page/columns.ts'
import { guardedClasses } from '../../../subgraphs/policy/guard.ts'
import { type Condition, decide, mayEver, mayQuery, policy } from '../../../subgraphs/policy/policy.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase } from '../../postgres.ts'
import { type Canary, holders, idOf, lists, openTalent, wordOf } from './plant.ts'

/** Originals: what is expected stays when a rule is taken out of the policy in force. */
const intended = structuredClone(policy)

export type Ask = (query: string, viewer: Viewer) => Promise<string>

export type Cells = { readonly tried: number; readonly wrong: readonly string[] }

/** How each viewer relates to what is held near: in nothing, in everything, in one thing only, in all but one. */
export function viewersOf(
  role: Role,
  only: readonly string[] = relations.map(([name]) => name),
): readonly [string, Viewer][] {
  if (role === 'PUBLIC') return [['PUBLIC', { role }]]
  return relations
    .filter(([name]) => only.includes(name))
    .map(([name, traits]) => [`${role} ${name}`, { role, ...traits }])
}

const { library, organizations, subject } = holders.near
const near = {
  libraries: [library!],
  province: 'HUBEI',
  organization: organizations![0]!,
  subject: subject!,
  purposes: ['LIST_CONTACT'],
} satisfies Omit<Viewer, 'role'>
const nowhere: Omit<Viewer, 'role'> = {
  libraries: ['ln-talent'],
  province: 'LIAONING',
  organization: 'organization:nowhere',
  subject: 'nobody',
  purposes: [],
}
const traits = Object.keys(near) as (keyof typeof near)[]
const relations: readonly [string, Omit<Viewer, 'role'>][] = [
  ['near', near],
  ['nowhere', nowhere],
  ...traits.map((trait): [string, Omit<Viewer, 'role'>] => [`only ${trait}`, { ...nowhere, [trait]: near[trait] }]),
  ...traits.map((trait): [string, Omit<Viewer, 'role'>] => [`but ${trait}`, { ...near, [trait]: nowhere[trait] }]),
]

/** A path by which fields are reached: its questions, and which canaries can come by it, were they allowed to. */
type Path = {
  readonly name: string
  readonly queries: readonly string[]
  readonly reaches: (canary: Canary) => boolean
  /** The path is refused to roles that may see no restricted record. */
  readonly roleOnly?: true
}

/** Every path through the composed schema to every field of every guarded type. */
export function pathsThrough(schema: GraphQLSchema): readonly Path[] {
  const types = lists.map(typeOf)
  const nodes = types.filter((type) => isNode(schema, type))
  const both = ['near', 'far'] as const
  const everything = lists.map(
    (list) => [list.name, selectionOf(schema, typeOf(list)), facetsOf(schema, list.name)] as const,
  )
  const inTwin = ({ place }: Canary) => place === 'TWIN'
  const beside = ({ place }: Canary) => place === 'SIDECAR'
  const connection = (selection: string, facets: string) =>
    `totalCount edges { cursor node { ${selection} } } pageInfo { endCursor } sources { rows }
    ${facets && `facets(by: [${facets}]) { by values { code label count } }`}`
  const nodeIds = [...nodes.flatMap((type) => both.map((holder) => idOf(type, holder))), ...both.map(openTalent)]
  const nodeTypes = [...nodes.flatMap((type) => both.map(() => type)), 'Talent', 'Talent']
  const fragmentOn = (type: string) => `... on ${type} { ${selectionOf(schema, type)} }`
  const fragments = nodes.map(fragmentOn).join(' ')
  return [
    {
      name: 'list',
      queries: everything.map(
        ([name, selection, facets]) => `{ ${name}(first: 20) { ${connection(selection, facets)} } }`,
      ),
      reaches: beside,
    },
    {
      name: 'restricted list',
      queries: everything.map(
        ([name, selection, facets]) => `{ ${name}(first: 20, restricted: true) { ${connection(selection, facets)} } }`,
      ),
      reaches: inTwin,
      roleOnly: true,
    },
    {
      name: 'search',
      queries: everything.flatMap(([name, selection], at) =>
        both.map(
          (holder) => `{ ${name}(search: "${wordOf(types[at]!, holder)}") { totalCount nodes { ${selection} } } }`,
        ),
      ),
      reaches: () => false,
    },
    {
      name: 'node',
      queries: nodeIds.map(
        (id, at) =>
          `{ node(id: "${id}") { __typename id ... on Record { localId flags { original } } ${fragmentOn(nodeTypes[at]!)} } }`,
      ),
      reaches: (canary) => nodes.includes(canary.type) && (inTwin(canary) || beside(canary)),
    },
    {
      name: 'nodes',
      queries: [`{ nodes(ids: ${JSON.stringify(nodeIds)}) { __typename id ${fragments} } }`],
      reaches: (canary) => nodes.includes(canary.type),
    },
    {
      name: 'nested',
      queries: [
        `{ achievements(first: 20) { nodes { talents { ${selectionOf(schema, 'Talent')} } } } }`,
        `{ lnVisits(first: 20) { nodes { talent { ${selectionOf(schema, 'Talent')} } } } }`,
        `{ hlChallenges(first: 20) { nodes { demand { ${selectionOf(schema, 'Demand')}
          specialAction { ${selectionOf(schema, 'HbSpecialAction')} } } } } }`,
      ],
      reaches: (canary) => inTwin(canary) && ['Talent', 'Demand', 'HbSpecialAction'].includes(canary.type),
    },
    {
      name: 'filter, sort and facet by a hidden field',
      queries: ['gender', 'birthYear', 'contactName'].flatMap((field) => [
        `{ talents(filter: { ${field}: ["canary"] }) { totalCount } }`,
        `{ talents(orderBy: [{ field: ${field.replace(/[A-Z]/, '_$&').toUpperCase()} }]) { totalCount } }`,
        `{ talents { facets(by: [${field.replace(/[A-Z]/, '_$&').toUpperCase()}]) { values { code } } } }`,
      ]),
      reaches: () => false,
    },
  ]
}

/** Whether the policy opens what a canary stands in to a viewer. */
export function isOpen({ classes, facts }: Canary, viewer: Viewer): boolean {
  return classes.length > 0 && classes.every((it) => decide(viewer, it, facts, intended).allow)
}

/** Asks every path as a viewer, and holds what is found in the answers to what the policy table intends. */
export async function tryViewer(
  name: string,
  viewer: Viewer,
  canaries: readonly Canary[],
  paths: readonly Path[],
  ask: Ask,
): Promise<Cells> {
  const wrong: string[] = []
  for (const path of paths) {
    const bodies = (await Promise.all(path.queries.map((query) => ask(query, viewer)))).map(withCursorsRead).join('\n')
    for (const canary of canaries) {
      const allowed = isOpen(canary, viewer)
      const expected = allowed && path.reaches(canary)
      const found = bodies.includes(canary.text)
      // Where a field only computes with a column, the column itself need not appear.
      if (found ? !expected && !allowed : expected && canary.plain) {
        wrong.push(
          `${name}: ${canary.type}.${canary.field} of ${canary.id} by ${path.name} is ${found ? 'shown' : 'missing'}`,
        )
      }
    }
    if (path.roleOnly && !mayEver(viewer.role, 'CONDITIONAL') && !bodies.includes('NOT_PERMITTED')) {
      wrong.push(`${name}: ${path.name} is not refused`)
    }
  }
  return { tried: paths.length * canaries.length, wrong }
}

/** Entities asked of each subgraph directly, by representations that claim what is not so. */
export function entityAsker(database: Database) {
  const hub = { database, secret: 'the key of cursors' }
  return async (canaries: readonly Canary[], name: string, viewer: Viewer): Promise<Cells> => {
    const wrong: string[] = []
    let tried = 0
    for (const { schema } of subgraphs) {
      const own = canaries.filter(({ type }) => type !== 'HbSpecialAction' && isHome(schema, type))
      if (own.length === 0) continue
      const keys = [...new Set(own.map(({ type, id }) => JSON.stringify({ __typename: type, id })))]
      const representations = keys.map((key) => ({
        ...JSON.parse(key),
        province: 'LIAONING',
        restricted: false,
        consents: ['LIST_CONTACT'],
      }))
      const types = [...new Set(own.map(({ type }) => type))]
      const source = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
        ${types.map((type) => `... on ${type} { ${selectionOf(schema, type)} }`).join(' ')} } }`
      const contextValue = subgraphs.find((it) => it.schema === schema)!.contextFor(requestOf(hub, viewer, 'matrix'))
      const body = JSON.stringify(
        await graphql({ schema, source, variableValues: { keys: representations }, contextValue }),
      )
      for (const canary of own) {
        const allowed = isOpen(canary, viewer)
        const found = body.includes(canary.text)
        tried += 1
        if (found ? !allowed : allowed && canary.plain) {
          wrong.push(
            `${name}: ${canary.type}.${canary.field} of ${canary.id} by _entities is ${found ? 'shown' : 'missing'}`,
          )
        }
      }
    }
    return { tried, wrong }
  }
}

/** Rows of every class, read from a table of their own: what the functions of the database open by themselves. */
export async function probe({ database, url }: Pick<FreshDatabase, 'database' | 'url'>, name: string, viewer: Viewer) {
  if (!probed.has(database)) await asOwner(url, makeProbes())
  probed.add(database)
  const [row] = await database
    .db(viewer)
    .restricted((tx) =>
      tx.execute(
        sql.raw(
          `select ${guardedClasses.map((it) => `array(select holder from probe.${it.toLowerCase()}) as "${it}"`)}`,
        ),
      ),
    )
  const wrong = guardedClasses.flatMap((sharing) =>
    Object.entries(holders).flatMap(([holder, facts]) => {
      const found = (row![sharing] as string[]).includes(holder)
      const allowed = decide(viewer, sharing, facts, intended).allow
      return found === allowed ? [] : [`${name}: a ${sharing} row of ${holder} is ${found ? 'shown' : 'missing'}`]
    }),
  )
  return { tried: guardedClasses.length * 2, wrong }
}

const probed = new WeakSet<Database>()

function makeProbes(): string {
  const columns = 'library text, province text, organizations text[], subject text, consents text[]'
  const rows = JSON.stringify(Object.entries(holders).map(([holder, facts]) => ({ holder, ...facts })))
  const tables = guardedClasses
    .map((it) => it.toLowerCase())
    .map(
      (name) => `create table probe.${name} (holder text, ${columns});
    insert into probe.${name} select * from jsonb_populate_recordset(null::probe.${name}, '${rows}');
    alter table probe.${name} enable row level security, force row level security;
    grant select on probe.${name} to lianku_reader;
    create policy reader on probe.${name} for select to lianku_reader
      using (lianku.sees_${name}(library, province, organizations, subject, consents));`,
    )
  return ['create schema probe; grant usage on schema probe to lianku_reader;', ...tables].join('\n')
}

/** The house without its HTTP, each question as its own viewer. */
export function engineOver(database: Database): { readonly engine: Engine; readonly ask: Ask } {
  const engine = createEngine({
    supergraph: readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
    transport: ({ name }) => {
      const subgraph = subgraphs.find((it) => it.name === name)!
      const hub = { database, secret: 'the key of cursors' }
      return inProcessTransport({
        schema: subgraph.schema,
        contextFor: ({ viewer, requestId }) => subgraph.contextFor(requestOf(hub, viewer as Viewer, requestId)),
        extensionsOf,
      })
    },
  })
  const ask: Ask = async (query, viewer) => {
    const prepared = engine.prepare(query)
    if ('errors' in prepared) return JSON.stringify(prepared)
    return JSON.stringify(await prepared.execute({}, { requestId: 'matrix', headers: {}, viewer }))
  }
  return { engine, ask }
}

/** Every policy with one thing less: a rule's alternative taken out, one condition of it, or all that stands before it. */
export function mutations() {
  return roles.flatMap((role) =>
    (['CONDITIONAL', 'NOT_SHARED', 'PERSONAL'] as const).flatMap((sharing) => [
      ...(mayQuery(role, sharing) ? [] : [{ role, sharing, label: `${role} ${sharing} opened`, when: [[]] }]),
      ...intended[role][sharing].when.flatMap((conditions, at) => [
        {
          role,
          sharing,
          label: `${role} ${sharing} without ${conditions.join(' and ') || 'its rule'}`,
          when: without(role, sharing, at),
        },
        ...conditions.map((condition) => ({
          role,
          sharing,
          label: `${role} ${sharing} without asking for ${condition}`,
          when: loosened(role, sharing, at, condition),
        })),
      ]),
    ]),
  )
}

type Sharing = 'CONDITIONAL' | 'NOT_SHARED' | 'PERSONAL'

const without = (role: Role, sharing: Sharing, at: number) => intended[role][sharing].when.toSpliced(at, 1)
const loosened = (role: Role, sharing: Sharing, at: number, condition: Condition) =>
  intended[role][sharing].when.with(
    at,
    intended[role][sharing].when[at]!.filter((it) => it !== condition),
  )

/** Cursors are opaque to clients, not to whoever decodes them. */
export function withCursorsRead(body: string): string {
  const cursors = Array.from(body.matchAll(/"(?:cursor|endCursor)":"([\w-]+)\./g), ([, text]) =>
    Buffer.from(text!, 'base64url').toString(),
  )
  return [body, ...cursors].join('\n')
}

function isNode(schema: GraphQLSchema, type: string): boolean {
  return objectOf(schema, type)
    .getInterfaces()
    .some(({ name }) => name === 'Node')
}

function isHome(schema: GraphQLSchema, type: string): boolean {
  const found = schema.getType(type)
  return isObjectType(found) && 'localId' in found.getFields()
}

function objectOf(schema: GraphQLSchema, type: string): GraphQLObjectType {
  const found = schema.getType(type)
  if (!isObjectType(found)) throw new TypeError(`${type} is no object type.`)
  return found
}

/** Every leaf of a type, and of the values inside it; other records only by what they are. */
function selectionOf(schema: GraphQLSchema, type: string, depth = 2): string {
  return Object.values(objectOf(schema, type).getFields())
    .flatMap((field) => {
      if (field.args.length > 0) return []
      const named = getNamedType(field.type)
      // Fields of one name and different kinds cannot stand in one selection over several types.
      const alias = depth === 2 ? `${type.toLowerCase()}_${field.name}: ` : ''
      if (isLeafType(named)) return [`${alias}${field.name}`]
      if (!isObjectType(named) || 'id' in named.getFields() || depth === 0) return []
      return [`${alias}${field.name} { __typename ${selectionOf(schema, named.name, depth - 1)} }`]
    })
    .join(' ')
}

function facetsOf(schema: GraphQLSchema, list: string): string {
  const connection = getNamedType(schema.getQueryType()!.getFields()[list]!.type)
  const by = isObjectType(connection) ? connection.getFields().facets?.args[0]?.type : undefined
  const named = by && getNamedType(by)
  return isEnumType(named)
    ? named
        .getValues()
        .map(({ name }) => name)
        .join(', ')
    : ''
}
