import { type CodeList, findCode } from '#schema/codes/code-list.ts'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import { disciplines as national } from '#schema/codes/disciplines.ts'
import { subjects } from '#schema/codes/subjects.ts'
import { liaoningStudies } from './intake/styles/liaoning-cells.ts'

/** A record's own disciplines with their schemes, `MOE:0812`; what facets count, as schemes share codes. */
export function disciplineKeys(disciplines: readonly CodedValue[] = []): string[] {
  return unique(disciplines.flatMap(({ scheme, code }) => (code === null ? [] : [keyOf(scheme, code)])))
}

/** Every code a discipline filter may name: `0812`, `MOE:0812`, and with their scheme the wider ones, `MOE:08`. */
export function disciplineCodes(disciplines: readonly CodedValue[] = []): string[] {
  return unique(
    disciplines.flatMap(({ scheme, code }) =>
      code === null ? [] : [code, ...withWider(scheme, code).map((wider) => keyOf(scheme, wider))],
    ),
  )
}

/** Chinese name of a key, `MOE:0812` → 计算机科学与技术; undefined for a scheme the hub has no list of. */
export function disciplineLabel(key: string): string | undefined {
  const [scheme, code] = [key.slice(0, key.lastIndexOf(':')), key.slice(key.lastIndexOf(':') + 1)]
  const list = listOf(scheme)
  return list && findCode(list, code)?.zh
}

function withWider(scheme: string, code: string): string[] {
  const list = listOf(scheme)
  const parent = list && findCode(list, code)?.parent
  return parent ? [code, ...withWider(scheme, parent)] : [code]
}

function listOf(scheme: string): CodeList | undefined {
  return [national, subjects, liaoningStudies].find((list) => list.scheme === scheme)
}

function keyOf(scheme: string, code: string): string {
  return `${scheme}:${code}`
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)]
}
