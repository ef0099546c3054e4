import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unmapped } from '#schema/codes/coded-value.ts'
import { checkIpc } from '../../subgraphs/intake/checks/ipc.ts'
import { ipcBeginnings } from '../../subgraphs/ipc-codes.ts'

const symbols = (...texts: string[]) => texts.map((text) => checkIpc(text).value!)

describe('the beginnings of IPC symbols', () => {
  it('are section, class, subclass, main group and symbol, each once', () => {
    expect(ipcBeginnings([...symbols('F16H 1/28', 'F16H1/00', 'G06F'), unmapped('IPC', '不详')])).toEqual({
      ipcCodes: ['F', 'F16', 'F16H', 'F16H 1/00', 'F16H 1/28', 'G', 'G06', 'G06F'],
      ipcSections: ['F', 'G'],
      ipcSubclasses: ['F16H', 'G06F'],
    })
  })

  it('hold every level of a symbol, however deep it goes', () => {
    const parts = fc.tuple(
      fc.constantFrom('A01B', 'B23K', 'C23C', 'F16H', 'G06F', 'H01L'),
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(1, 3, 4, 10),
    )
    fc.assert(
      fc.property(parts, ([subclass, group, subgroup, length]) => {
        const symbol = `${subclass} ${group}/${String(subgroup).padStart(2, '0')}`
        const written = length === 10 ? symbol : subclass.slice(0, length)
        const [value] = symbols(written)

        expect(ipcBeginnings([value!]).ipcCodes).toContain(value!.code)
        expect(ipcBeginnings([value!]).ipcCodes.every((code) => code.startsWith(written.slice(0, 1)))).toBe(true)
        expect(ipcBeginnings([value!]).ipcSections).toEqual([subclass.slice(0, 1)])
        expect(ipcBeginnings([value!]).ipcSubclasses).toEqual(length >= 4 ? [subclass] : [])
      }),
    )
  })
})
