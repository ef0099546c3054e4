import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefinitionNode, type DirectiveNode, Kind, parse, visit } from 'graphql'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../../gateway/generate.ts'

const root = join(import.meta.dirname, '../..')
const contracts = ['schema/values.graphql', ...files(['subgraphs'], '.graphql')]

describe.each(contracts)('%s', (path) => {
  const document = parse(readFileSync(join(root, path), 'utf8'))

  it('says in Chinese what everything is, with an example', () => {
    const silent: string[] = []
    const check = (name: string, description: string | undefined, wantsExample: boolean) => {
      if (!/\p{Script=Han}/u.test(description ?? '')) silent.push(`${name} has no Chinese description`)
      else if (wantsExample && !description!.includes('例如')) silent.push(`${name} has no example`)
    }
    for (const definition of document.definitions) {
      if (!('name' in definition) || definition.name?.value === 'Query') continue
      if ('description' in definition) check(definition.name!.value, definition.description?.value, true)
    }
    visit(document, {
      FieldDefinition: (node, _, __, ___, ancestors) =>
        check(`${ownerOf(ancestors)}.${node.name.value}`, node.description?.value, true),
      InputValueDefinition: (node, _, __, ___, ancestors) =>
        check(`${ownerOf(ancestors)}(${node.name.value})`, node.description?.value, true),
      EnumValueDefinition: (node, _, __, ___, ancestors) =>
        check(`${ownerOf(ancestors)}.${node.name.value}`, node.description?.value, false),
    })
    expect(silent).toEqual([])
  })

  it('declares a sharing class for every field', () => {
    const undeclared = document.definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || definition.name.value === 'Query') return []
      if (hasSharing(definition.directives)) return []
      return (definition.fields ?? [])
        .filter((field) => !hasSharing(field.directives))
        .map((field) => `${definition.name.value}.${field.name.value}`)
    })
    expect(undeclared).toEqual([])
  })
})

it('keeps every generated file as its sources say', async () => {
  const drifted: string[] = []
  for (const [path, text] of await generatedFiles()) {
    if (readFileSync(join(root, path), 'utf8') !== text) drifted.push(path)
  }
  expect(drifted, 'run `npm run generate`').toEqual([])
})

it('lets a subgraph that is down take only its own fields along', () => {
  const wrong: string[] = []
  for (const path of contracts) {
    for (const definition of parse(readFileSync(join(root, path), 'utf8')).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
      const fields = definition.fields ?? []
      const isEntity = definition.directives?.some(({ name }) => name.value === 'key')
      // Records fail as a whole where they are at home; whatever others add to them, and every root field, may be null.
      const isHome = isEntity && fields.some(({ name }) => name.value === 'localId')
      if (definition.name.value !== 'Query' && (!isEntity || isHome)) continue
      for (const { name, type, directives } of fields) {
        const isKey = name.value === 'id' || directives?.some((directive) => directive.name.value === 'external')
        if (type.kind === Kind.NON_NULL_TYPE && !isKey) wrong.push(`${path}: ${definition.name.value}.${name.value}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

it('lets each part import only what it may', () => {
  const roles = ['subgraph', 'resolvers', 'loaders', 'queries', 'tables']
  const entries = new Set(
    ['registry', 'main', 'migrate', 'lianku', 'hub', 'samples', 'routes'].map((it) => `subgraphs/${it}.ts`),
  )
  const houses = new Set(['gateway/house.ts', 'gateway/generate.ts'])
  const names = new Set(
    readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
      .filter(isSubgraph)
      .map((it) => it.name),
  )
  const wrong: string[] = []
  for (const path of sources(['schema', 'subgraphs', 'gateway'])) {
    for (const target of importsOf(path)) {
      const [area, folder = ''] = target.split('/')
      const own = path.split('/')[1]!
      const complain = () => wrong.push(`${path} imports ${target}`)
      if (path.startsWith('schema/') && area !== 'schema') complain()
      if (path.startsWith('gateway/') && area === 'subgraphs' && !houses.has(path)) complain()
      if (path.startsWith('subgraphs/') && area === 'gateway') complain()
      if (!path.startsWith('subgraphs/') || area !== 'subgraphs' || entries.has(path)) continue
      if (names.has(folder) && folder !== own) complain()
      const [from, to] = [path, target].map((it) => roles.indexOf(/\/(\w+)\.ts$/.exec(it)?.[1] ?? ''))
      if (names.has(own) && folder === own && from! >= 0 && to! >= 0 && to! < from!) complain()
    }
  }
  expect(wrong).toEqual([])
})

function isSubgraph(entry: { name: string; isDirectory(): boolean }): boolean {
  return entry.isDirectory() && readdirSync(join(root, 'subgraphs', entry.name)).includes('subgraph.ts')
}

function sources(folders: readonly string[]): string[] {
  return files(folders, '.ts').filter((file) => !file.endsWith('.generated.ts'))
}

function files(folders: readonly string[], ending: string): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => `${folder}/${file}`),
  )
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return Array.from(text.matchAll(/from '((?:\.|#schema)[^']+)'/g), ([, specifier]) =>
    specifier!.startsWith('#schema/') ? specifier!.slice(1) : join(path, '..', specifier!),
  )
}

function hasSharing(directives: readonly DirectiveNode[] = []): boolean {
  return directives.some((directive) => directive.name.value === 'sharing')
}

function ownerOf(ancestors: readonly unknown[]): string {
  const owner = ancestors.findLast((it) => typeof it === 'object' && it !== null && 'kind' in it && 'name' in it)
  return (owner as Extract<DefinitionNode, { name: unknown }>).name?.value ?? ''
}
