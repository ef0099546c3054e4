import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSplitter } from '../../../subgraphs/intake/read/split.ts'

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}

const cell = fc.string({ unit: fc.constantFrom('甲', '乙', 'a', ',', ';', '\t', '"', '\n', '\r', ' ', '\r\n', '1') })
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })

it('gives back every cell of a table, however it is quoted, ended and cut into pieces', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', '\t', ';'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, lineEnd, always, size) => {
        const needs = (value: string) => always || value === '' || /[\s",;]/.test(value)
        const lines = rows.map((row) => row.map((value) => (needs(value) ? quoted(value) : value)).join(delimiter))
        const text = lines.join(lineEnd) + lineEnd
        const splitter = createSplitter(delimiter, '\n')
        const found: (readonly string[])[] = []
        for (let at = 0; at < text.length; at += size) found.push(...splitter.take(text.slice(at, at + size)))
        expect([...found, ...splitter.end()]).toEqual(rows)
      },
    ),
    { numRuns: 2000 },
  )
})

it('takes a quote inside a cell for what it is', () => {
  const splitter = createSplitter(',', '\n')
  expect([...splitter.take('编号,屏幕\n1,5"屏\n2,"说""好"""\n3,'), ...splitter.end()]).toEqual([
    ['编号', '屏幕'],
    ['1', '5"屏'],
    ['2', '说"好"'],
    ['3', ''],
  ])
})

it('says from which record on quotes do not match', () => {
  const splitter = createSplitter(',', '\n')
  splitter.take('编号,名称\n1,甲\n')
  expect(() => [...splitter.take('2,"未完\n3,乙\n'), ...splitter.end()]).toThrow(
    expect.objectContaining({ problem: 'QUOTE', record: 3 }),
  )
  expect(() => createSplitter(',', '\n').take('1,"甲"乙,丙\n')).toThrow(
    expect.objectContaining({ problem: 'QUOTE', record: 1 }),
  )
})

it('reads the line ends of old machines', () => {
  const splitter = createSplitter(',', '\r')
  expect([...splitter.take('编号,名称\r1,"甲,乙"\r'), ...splitter.end()]).toEqual([
    ['编号', '名称'],
    ['1', '甲,乙'],
  ])
})
