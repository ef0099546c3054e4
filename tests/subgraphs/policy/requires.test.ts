import { Kind, parse, type SelectionSetNode, visit } from 'graphql'
import { expect, it } from 'vitest'
import { classifiedFields } from '../../../subgraphs/policy/mask.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'

it('no field is computed of one that is shared more narrowly than itself', () => {
  const classified = new Set(
    subgraphs.flatMap(({ schema }) => classifiedFields(schema).map(([type, field]) => `${type.name}.${field.name}`)),
  )
  expect(classified).toContain('Talent.gender')
  const wrong: string[] = []
  for (const { name, typeDefs } of subgraphs) {
    visit(typeDefs, {
      ObjectTypeDefinition: ({ name: type, fields = [] }) => {
        for (const field of fields) {
          const own = `${type.value}.${field.name.value}`
          const requires = field.directives?.find((it) => it.name.value === 'requires')?.arguments?.[0]?.value
          if (requires?.kind !== Kind.STRING || classified.has(own)) continue
          for (const needed of fieldsIn(requires.value)) {
            if (classified.has(`${type.value}.${needed}`)) wrong.push(`${name}: ${own} requires ${needed}`)
          }
        }
      },
    })
  }
  expect(wrong).toEqual([])
})

/** The outermost fields of a field set, `status region { code }`. */
function fieldsIn(set: string): string[] {
  const [operation] = parse(`{ ${set} }`).definitions
  const { selections } = (operation as { selectionSet: SelectionSetNode }).selectionSet
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []))
}
