import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDateRange, checkPartialDate, firstDay } from '../../../../subgraphs/intake/checks/partial-date.ts'

const days = fc
  .date({ min: new Date('1955-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a date', () => {
  it.each([
    ['2023', '2023', 'YEAR'],
    ['2023年', '2023', 'YEAR'],
    ['2023.6', '2023-06', 'MONTH'],
    ['2023.06', '2023-06', 'MONTH'],
    ['1978-6', '1978-06', 'MONTH'],
    ['２０２３．６', '2023-06', 'MONTH'],
    ['2023年6月', '2023-06', 'MONTH'],
    ['202306', '2023-06', 'MONTH'],
    ['2023.10', '2023-10', 'MONTH'],
    ['二〇二三年六月', '2023-06', 'MONTH'],
    ['2023年6月下旬', '2023-06', 'MONTH'],
    ['20231001', '2023-10-01', 'DAY'],
    ['2023-06-30', '2023-06-30', 'DAY'],
    ['2023-06-30 12:00:00', '2023-06-30', 'DAY'],
    ['2023/6/30 8:05', '2023-06-30', 'DAY'],
    ['2023年6月30日', '2023-06-30', 'DAY'],
    ['2021年2月底前', '2021-02-28', 'DAY'],
    ['2023年底前', '2023-12-31', 'DAY'],
    ['13/02/2023', '2023-02-13', 'DAY'],
    ['2023H1', '2023H1', 'HALF_YEAR'],
    ['2023年下半年', '2023H2', 'HALF_YEAR'],
    ['2023Q2', '2023Q2', 'QUARTER'],
    ['2023年第二季度', '2023Q2', 'QUARTER'],
  ])('reads %s as %s', (original, value, precision) => {
    expect(checkPartialDate(original)).toEqual({
      value: { value, precision, original },
      key: firstDay(value),
      flags: [],
    })
  })

  it('takes an instant for the day it was in China', () => {
    expect(checkPartialDate('2023-06-30T16:30:00Z').value?.value).toBe('2023-07-01')
    expect(checkPartialDate('2023-06-30T23:30:00+08:00').value?.value).toBe('2023-06-30')
  })

  it('reads the day numbers of both spreadsheet epochs', () => {
    expect(checkPartialDate(45107)).toEqual({
      value: { value: '2023-06-30', precision: 'DAY', original: '45107' },
      key: '2023-06-30',
      flags: [],
    })
    expect(checkPartialDate('45107.5').value?.value).toBe('2023-06-30')
    expect(checkPartialDate(43645, { serials: 1904 }).value?.value).toBe('2023-06-30')
  })

  it('reads any day back from every common way to write it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [y, m, d] = day.split('-').map(Number) as [number, number, number]
        const serial = Math.round((Date.UTC(y, m - 1, d) - Date.UTC(1899, 11, 30)) / 86_400_000)
        const written = [day, day.replaceAll('-', ''), `${y}.${m}.${d}`, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, serial]
        for (const raw of written) {
          expect(checkPartialDate(raw)).toEqual({
            value: { value: day, precision: 'DAY', original: String(raw) },
            key: day,
            flags: [],
          })
        }
      }),
    )
  })

  it('reads its own answers again the same', () => {
    const values = fc.oneof(
      days,
      days.map((day) => day.slice(0, 7)),
      days.map((day) => day.slice(0, 4)),
      days.map((day) => `${day.slice(0, 4)}H2`),
      days.map((day) => `${day.slice(0, 4)}Q3`),
    )
    fc.assert(
      fc.property(values, (value) => {
        expect(checkPartialDate(value)).toMatchObject({ value: { value }, key: firstDay(value), flags: [] })
      }),
    )
  })

  it('says no more than a doubtful date does', () => {
    expect(checkPartialDate('01/02/2023')).toEqual({
      value: { value: '2023', precision: 'YEAR', original: '01/02/2023' },
      key: '2023-01-01',
      flags: [{ code: 'DATE_AMBIGUOUS', original: '01/02/2023', interpreted: '2023' }],
    })
    // Typed as a number, October 2023 arrives as 2023.1.
    expect(checkPartialDate(2023.1).value?.value).toBe('2023')
    expect(checkPartialDate('2023.1')).toEqual({
      value: { value: '2023-01', precision: 'MONTH', original: '2023.1' },
      key: '2023-01-01',
      flags: [{ code: 'DATE_AMBIGUOUS', original: '2023.1', interpreted: '2023-01' }],
    })
    expect(checkPartialDate('230615')).toEqual({ flags: [{ code: 'DATE_AMBIGUOUS', original: '230615' }] })
  })

  it.each(['2023-02-30', '20231301', '长期', '00123', '2023年13月'])('does not accept %s', (original) => {
    expect(checkPartialDate(original)).toEqual({ flags: [{ code: 'DATE_INVALID', original }] })
  })

  it('doubts a day after the day of receipt, when told that day', () => {
    expect(checkPartialDate('2023-12-16', { today: '2023-12-15' }).flags).toEqual([
      { code: 'DATE_IN_FUTURE', original: '2023-12-16', interpreted: '2023-12-16' },
    ])
    expect(checkPartialDate('2023-12', { today: '2023-12-15' }).flags).toEqual([])
    expect(checkPartialDate('2035-12-31').flags).toEqual([])
  })

  it('doubts a range that ends before it starts', () => {
    const range = (from: string, to: string) => checkDateRange(checkPartialDate(from), checkPartialDate(to))
    expect(range('2023-05', '2022-12')).toEqual([{ code: 'DATE_RANGE_REVERSED', original: '2023-05 → 2022-12' }])
    expect(range('2023-05', '2023')).toEqual([])
    expect(range('2022', '2023-05-01')).toEqual([])
  })
})
