import { expect, it } from 'vitest'
import { clockTime, daysOverdue, dueAfter, isoDate } from '../../subgraphs/clock.ts'

it.each([
  ['2023-12-31T00:00:00Z', 6, '2024-06-30'],
  ['2023-08-31T00:00:00Z', 6, '2024-02-29'],
  ['2023-06-30T00:00:00Z', 6, '2023-12-31'],
  ['2023-06-29T00:00:00Z', 6, '2023-12-29'],
  ['2023-12-15T08:00:00Z', 12, '2024-12-15'],
])('a library of %s with a cycle of %i months is due on %s', (asOf, months, due) => {
  expect(isoDate(dueAfter(asOf, months)!)).toBe(due)
})

it('a library that files continuously is never due', () => {
  expect(dueAfter('2023-12-31T00:00:00Z', null)).toBeNull()
})

it('tells a clerk the time of a clock in China', () => {
  expect(clockTime('2023-12-31T18:05:59.123Z')).toBe('2024-01-01 02:05')
})

it('counts whole days past the due date, and none before it', () => {
  const due = new Date('2024-06-30T00:00:00Z')
  expect([
    daysOverdue(due, new Date('2024-06-29T12:00:00Z')),
    daysOverdue(due, new Date('2024-07-02T12:00:00Z')),
  ]).toEqual([0, 2])
})
