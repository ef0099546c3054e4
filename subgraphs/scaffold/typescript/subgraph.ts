import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { type GraphQLSchema, parse } from 'graphql'

interface Base {
  readonly id: string
  readonly name: string
  readonly technology: string
  readonly foundedOn: string
  readonly areaMu: number | null
  readonly organizationId: string | null
}

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const { rows } = JSON.parse(read('rows.json')) as { readonly rows: readonly Base[] }
const byId = new Map(rows.map((row) => [row.id, row]))
const byOrganization = Map.groupBy(rows, ({ organizationId }) => organizationId)

/** What is published: the very text that runs. */
export const sdl = read('schema.graphql')

const resolvers = {
  Query: {
    jilinAgriBases: (_: unknown, { first }: { readonly first: number }) => {
      if (first < 1 || first > 100) throw new RangeError(`first 应在 1 到 100 之间，收到 ${first}。`)
      return rows.slice(0, first)
    },
  },
  JilinAgriBase: {
    // An unknown key is null, never an error: the gateway asks for many at once.
    __resolveReference: ({ id }: { readonly id: string }) => byId.get(id) ?? null,
    organization: ({ organizationId }: Base) => (organizationId ? { id: organizationId } : null),
  },
  Organization: {
    jilinAgriBases: ({ id }: { readonly id: string }) => byOrganization.get(id) ?? [],
  },
}

// The array form; newer versions of @apollo/subgraph refuse the other.
export const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }])
