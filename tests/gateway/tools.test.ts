import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, parse, printSchema } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { post, startMonolith } from './monolith.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const gateway = await startMonolith()
// Beside node_modules, where the compilers look for what the generated files import.
const folder = await mkdtemp(join(root, 'node_modules/.lianku-tools-'))

/** The schema as these tools get it: by asking the gateway. */
const { body } = await post(gateway.url, { query: getIntrospectionQuery() })
const introspection = (body as { data: IntrospectionQuery }).data
const schema = buildClientSchema(introspection)
const operation = 'query TalentName($id: ID!) { talent(id: $id) { id name kind } }'

const typecheck = async (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--ignoreConfig',
    '--allowImportingTsExtensions',
  ]
  const check = run(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...Object.keys(files)],
    { cwd: folder },
  )
  return check.then(
    () => 'clean',
    (error: { stdout: string }) => error.stdout,
  )
}

beforeAll(() => writeFile(join(folder, 'package.json'), '{"type":"module"}'))
afterAll(async () => {
  await gateway.close()
  await rm(folder, { recursive: true })
})

it('Relay’s compiler takes the schema, and its generated documents are within the limits', async () => {
  const project = join(folder, 'relay')
  await mkdir(join(project, 'src'), { recursive: true })
  await writeFile(join(project, 'schema.graphql'), printSchema(schema))
  await writeFile(join(project, 'package.json'), '{}')
  await writeFile(join(project, 'documents.json'), '{}')
  const source = `import { graphql } from 'relay-runtime'\nexport const q = graphql\`query namesQuery($id: ID!) { talent(id: $id) { ...names_talent } }\`\nexport const f = graphql\`fragment names_talent on Talent { id name colleagues(first: 3) { id name } }\`\n`
  await writeFile(join(project, 'src/names.js'), source)
  const persist = { file: './documents.json', algorithm: 'SHA256' }
  await writeFile(
    join(project, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'javascript',
      excludes: ['**/__generated__/**'],
      persistConfig: persist,
    }),
  )
  await run(process.execPath, [join(root, 'node_modules/relay-compiler/cli.js')], { cwd: project })
  const documents = Object.entries(
    JSON.parse(await readFile(join(project, 'documents.json'), 'utf8')) as Record<string, string>,
  )
  expect(documents).toHaveLength(1)
  const [[documentId, query]] = documents as [[string, string]]
  const variables = { id: 'hb-edu-talent:HBHX-10486-0001' }
  const persistedQuery = { version: 1, sha256Hash: documentId }
  const first = await post(gateway.url, { query, variables, extensions: { persistedQuery } })
  const second = await post(gateway.url, { documentId, variables })
  expect([first.status, second.body]).toEqual([200, first.body])
  expect(first.body).toMatchObject({ data: { talent: { name: '李清远' } } })
})

it('graphql-codegen’s client preset makes types that compile', async () => {
  const documents = [{ location: 'names.graphql', document: parse(operation), rawSDL: operation }]
  const config = { useTypeImports: true, enumsAsTypes: true }
  const generates = await preset.buildGeneratesSection({
    baseOutputDir: `${folder}/`,
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents,
    config,
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
  } as unknown as Parameters<typeof preset.buildGeneratesSection>[0])
  const types = generates.find(({ filename }) => filename.endsWith('graphql.ts'))!
  const generated = await codegen(types)
  const used = `import { TalentNameDocument, type TalentNameQuery } from './graphql.ts'
const answer: TalentNameQuery = { talent: { id: 't1', name: '李清远', kind: 'PROFESSOR' } }
export const use = [TalentNameDocument, answer.talent?.name.length]
`
  expect(await typecheck({ 'graphql.ts': generated, 'codegen.ts': used })).toBe('clean')
  expect(await typecheck({ 'graphql.ts': generated, 'codegen.ts': used.replace('name.length', 'nmae') })).toMatch(
    /nmae/,
  )
})

it('gql.tada infers the same from the introspection alone', async () => {
  const used = `import { initGraphQLTada, type ResultOf } from 'gql.tada'
import type { introspection } from './introspection.ts'
const graphql = initGraphQLTada<{ introspection: typeof introspection }>()
const talentName = graphql(\`${operation}\`)
const answer: ResultOf<typeof talentName> = { talent: { id: 't1', name: '李清远', kind: 'PROFESSOR' } }
export const length: number | undefined = answer.talent?.name.length
`
  const described = outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.ts',
    shouldPreprocess: false,
  })
  expect(await typecheck({ 'introspection.ts': described, 'tada.ts': used })).toBe('clean')
  expect(
    await typecheck({ 'introspection.ts': described, 'tada.ts': used.replace("kind: 'PROFESSOR'", "kind: 'DOCTOR'") }),
  ).toMatch(/DOCTOR/)
})
