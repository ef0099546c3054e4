import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefinitionNode, type DirectiveNode, Kind, parse, visit } from 'graphql'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../../gateway/generate.ts'
import { files, root } from './files.ts'

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

function hasSharing(directives: readonly DirectiveNode[] = []): boolean {
  return directives.some((directive) => directive.name.value === 'sharing')
}

function ownerOf(ancestors: readonly unknown[]): string {
  const owner = ancestors.findLast((it) => typeof it === 'object' && it !== null && 'kind' in it && 'name' in it)
  return (owner as Extract<DefinitionNode, { name: unknown }>).name?.value ?? ''
}
