import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byteCache } from '../../../gateway/engine/cache.ts'

it('holds the entries used last, as many as its bytes allow', () => {
  const uses = fc.array(fc.record({ key: fc.constantFrom(...'甲乙丙丁戊己'), bytes: fc.integer({ min: 1, max: 12 }) }))
  fc.assert(
    fc.property(uses, (steps) => {
      const cache = byteCache<number>(20)
      let kept: { key: string; bytes: number; value: number }[] = []
      steps.forEach(({ key, bytes }, value) => {
        cache.set(key, value, bytes)
        kept = [...kept.filter((entry) => entry.key !== key), { key, bytes, value }]
        while (kept.reduce((sum, entry) => sum + entry.bytes, 0) > 20) kept.shift()
      })
      expect([...'甲乙丙丁戊己'].map((key) => cache.get(key))).toEqual(
        [...'甲乙丙丁戊己'].map((key) => kept.find((entry) => entry.key === key)?.value),
      )
    }),
  )
})

it('does not empty itself for what it could never hold', () => {
  const cache = byteCache<string>(20)
  cache.set('甲', '留', 10)
  cache.set('乙', '过大', 21)
  expect([cache.get('甲'), cache.get('乙')]).toEqual(['留', undefined])
})
