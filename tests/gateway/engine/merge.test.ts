import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FieldFailure } from '../../../gateway/engine/failure.ts'
import { compileMerge, copy, mergeInto } from '../../../gateway/engine/merge.ts'

const keys = ['id', 'name', '__typename', 'constructor', 'toString']
const value = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.constantFrom(null, '武汉', 7), fc.constant(new FieldFailure('organization', []))),
  list: fc.array(tie('any'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 3 }),
  any: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('list'), tie('object')),
})).any

it('merges the keys a fetch asks for as it does any others, those of every object among them', () => {
  fc.assert(
    fc.property(fc.subarray(keys, { minLength: 1 }), fc.func(value), fc.func(value), (asked, drawn, answered) => {
      const target = () => Object.fromEntries(keys.slice(2).map((key) => [key, copy(drawn(key))]))
      const source = () => Object.fromEntries(asked.slice(1).map((key) => [key, copy(answered(key))]))
      const [compiled, plain] = [target(), target()]
      compileMerge(asked)(compiled, source())
      mergeInto(plain, source())
      expect(compiled).toEqual(plain)
    }),
  )
})

it('takes a null for a name that every object knows', () => {
  const target = {}
  compileMerge(['constructor', 'name'])(target, { constructor: null, name: null })
  expect(Object.entries(target)).toEqual([
    ['constructor', null],
    ['name', null],
  ])
})
