import type { CodedValue } from '#schema/codes/coded-value.ts'
import { unmapped } from '#schema/codes/coded-value.ts'
import { hubeiFive } from '#schema/codes/industry-schemes.ts'
import { impossiblePhone, impossibleResidentId, mistyped, spacedPatentNumber } from '../defects.ts'
import type { University } from '../places.ts'
import { type TrueRecord, trueCode, trueRecord } from '../truth.ts'
import type { Patent, Talent } from '../world.ts'
import { type CellValue, dateCell } from './workbook.ts'

/** Number of a portrait, by which achievements name people. */
export function portraitId({ university, serial }: Talent): string {
  return `HBHX-${university.moeCode}-${String(serial).padStart(4, '0')}`
}

/** The university as a record beside the row's own. */
export function universityRecord(
  { moeCode, name }: University,
  restricted: boolean,
  doctorates: number | undefined = undefined,
): TrueRecord {
  return trueRecord('organization', moeCode, { moeCode, name, type: 'UNIVERSITY', doctorates }, restricted)
}

/** What Hubei's name of an industry must be read as. */
export function industryOf(hubei: string | undefined): CodedValue[] | undefined {
  const code = hubeiFive.entries.find(({ zh }) => zh === hubei)?.code
  return code === undefined ? undefined : [trueCode(hubeiFive, code, hubei!)]
}

/** An industry in words of one's own, outside the five. */
export const freeIndustry: CodedValue = unmapped(hubeiFive.scheme, '其他制造')

/** What people write behind a name though the form forbids it, and what intake must leave there. */
export const personalSlips = {
  phone: { number: impossiblePhone, mark: '［手机号码已去除］' },
  residentId: { number: impossibleResidentId, mark: '［身份证号码已去除］' },
} as const

/** Month of birth in the three ways the portraits write it; intake keeps the year. */
export function bornAs(born: string, way: number): string {
  const [year, month] = born.split('-') as [string, string]
  return [`${year}.${month}`, `${year}-${Number(month)}`, `${year}年${Number(month)}月`][way]!
}

/** A day as text in three ways, or as a date cell. */
export function dayAs(day: string, way: number): CellValue {
  const [year, month, date] = day.split('-') as [string, string, string]
  return [day, `${year}.${month}.${date}`, `${year}年${Number(month)}月${Number(date)}日`, dateCell(day)][way]!
}

/** A patent number with spaces, and with the defect if the row has it. */
export function patentAs({ number }: Patent, defect: string | undefined): string {
  if (defect === 'patentCheckMissing') return `ZL${number.slice(0, 12)}`
  return spacedPatentNumber(defect === 'patentMistyped' ? mistyped(number) : number)
}

/** Key form intake must give for it: a missing check digit is computed, a wrong one is kept and doubted. */
export function patentRead({ key }: Patent, defect: string | undefined): string {
  return defect === 'patentMistyped' ? mistyped(key) : key
}
