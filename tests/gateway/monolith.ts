import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  getOperationAST,
  parse,
  subscribe,
  validate,
} from 'graphql'
import pino from 'pino'
import { readConfig } from '#schema/config.ts'
import type { Engine, RequestContext } from '../../gateway/engine/contract.ts'
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/server.ts'

const schema = buildSchema(`
  type Query {
    talent(id: ID!): Talent
    talents(first: Int, ids: [ID!]): [Talent!]!
    slow(ms: Int!): String
    broken: String
    refused: String!
    viewer: String
  }
  type Mutation { rename(id: ID!, name: String!): Talent }
  type Subscription { counted(to: Int!): Int forever: Int fails: Int }
  enum TalentKind { ACADEMICIAN PROFESSOR }
  type Talent { id: ID! name: String! kind: TalentKind colleagues(first: Int): [Talent!]! biography: String }
`)

interface Talent {
  readonly id: string
  readonly name: string
  readonly kind: string
}

/** Two records as a library would hold them. */
const talents: readonly Talent[] = [
  { id: 'hb-edu-talent:HBHX-10486-0001', name: '李清远', kind: 'PROFESSOR' },
  { id: 'hb-edu-talent:HBHX-10487-0007', name: '欧阳文翰', kind: 'ACADEMICIAN' },
]

type Resolver = GraphQLFieldResolver<unknown, RequestContext>

const resolvers: Record<string, Resolver> = {
  'Query.talent': (_, { id }) => talents.find((talent) => talent.id === id),
  'Query.talents': () => talents,
  'Query.slow': async (_, { ms }) => {
    await new Promise((resolve) => setTimeout(resolve, ms))
    return '完成'
  },
  'Query.broken': () => {
    throw new Error('connect ECONNREFUSED 10.0.0.7:5432')
  },
  'Query.refused': () => null,
  'Query.viewer': (_, __, { viewer }) => viewer,
  'Mutation.rename': (_, { id, name }) => ({ ...talents.find((talent) => talent.id === id), name }),
  'Talent.colleagues': () => talents,
  'Talent.biography': () => '从事先进制造与新材料研究。'.repeat(200),
}

const sources: Record<string, (args: Record<string, number>) => AsyncIterable<unknown>> = {
  counted: async function* ({ to = 0 }) {
    for (let counted = 1; counted <= to; counted++) yield { counted }
  },
  forever: async function* () {
    yield { forever: 1 }
    await new Promise(() => undefined)
  },
  fails: async function* () {
    yield { fails: 1 }
    throw new Error('connection to 10.0.0.7 lost')
  },
}

const fieldResolver: Resolver = (source, args, context, info) => {
  const resolver = resolvers[`${info.parentType.name}.${info.fieldName}`]
  return resolver ? resolver(source, args, context, info) : (source as Record<string, unknown>)[info.fieldName]
}

/** An engine that is graphql-js over one schema: what the gateway's HTTP is tested with. */
export function monolith(): Engine & { closed: boolean } {
  return {
    schema,
    closed: false,
    async close() {
      this.closed = true
    },
    prepare(query, operationName) {
      let document: ReturnType<typeof parse>
      try {
        document = parse(query)
      } catch (error) {
        return { errors: [error as GraphQLError] }
      }
      const errors = validate(schema, document)
      const operation = getOperationAST(document, operationName)
      if (errors.length || !operation) return { errors }
      const args = (variables: unknown, contextValue: RequestContext) => ({
        schema,
        document,
        operationName,
        variableValues: variables as Record<string, unknown>,
        contextValue,
        fieldResolver: fieldResolver as GraphQLFieldResolver<unknown, unknown>,
        subscribeFieldResolver: ((_, given, __, { fieldName }) => sources[fieldName]?.(given)) as GraphQLFieldResolver<
          unknown,
          unknown
        >,
      })
      return {
        kind: operation.operation,
        document,
        operation,
        execute: async (variables, context) => execute(args(variables, context)) as Promise<ExecutionResult>,
        subscribe: async (variables, context) => subscribe(args(variables, context)),
      }
    },
  }
}

/** A gateway on a port of its own, with the graph's address. */
export async function startMonolith(
  settings: NodeJS.ProcessEnv = {},
  options: Partial<GatewayOptions> = {},
): Promise<Gateway & { readonly url: string; readonly port: number }> {
  const engine = monolith()
  const gateway = createGateway({
    engine: () => engine,
    config: readConfig({ PORT: '0', ...settings }),
    logger: pino({ level: 'silent' }),
    ready: async () => true,
    ...options,
  })
  const { port } = await gateway.listen()
  return { ...gateway, port, url: `http://127.0.0.1:${port}/graphql` }
}

/** Takes the caller's word for who they are: the header `role`. */
export const asRole: NonNullable<GatewayOptions['viewer']> = ({ role = 'PUBLIC', subject }) => ({ role, subject })

/** Posts a query as most clients do; resolves to status and body. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
