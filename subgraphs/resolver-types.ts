import { readFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers'
import type { Subgraph } from './define.ts'

/** Resolver types of one subgraph, from its contract. A type is a row of `queries.ts` when one carries its name. */
export async function resolverTypes({ name, schema, typeDefs }: Subgraph): Promise<string> {
  const queries = readFileSync(new URL(`${name}/queries.ts`, import.meta.url), 'utf8')
  const exported = Array.from(queries.matchAll(/^export type (\w+) /gm), ([, type]) => type!)
  const rows = exported.filter((type) => schema.getType(type))
  const config = {
    contextType: './loaders.ts#Context',
    mappers: Object.fromEntries(rows.map((type) => [type, `./queries.ts#${type}`])),
    defaultMapper: 'any',
    enumsAsTypes: true,
    immutableTypes: true,
    useTypeImports: true,
    federation: true,
    typesPrefix: 'Graph',
    scalars: { ID: 'string', Decimal: 'string', PartialDate: 'string', DateTime: 'string', _Any: 'unknown' },
    inputMaybeValue: 'T | null | undefined',
    noSchemaStitching: true,
    addUnderscoreToArgsType: true,
  }
  const code = await codegen({
    filename: `subgraphs/${name}/resolvers.generated.ts`,
    schema: typeDefs,
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers: typescriptResolvers },
  })
  return `// Generated from schema.graphql by \`npm run generate\`.\n${code}`
}
