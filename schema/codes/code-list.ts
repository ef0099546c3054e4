import type { CodedValue, Match } from './coded-value.ts'

/** One code list as a value. A fuller edition of the same scheme may take its place with `replaceList`. */
export type CodeList = {
  readonly scheme: string
  readonly edition: string
  readonly source: string
  readonly entries: readonly Code[]
  /** Codes whose children are all listed; when absent, all are. Elsewhere a missing child proves nothing. */
  readonly complete?: readonly string[]
}

export type Code = {
  readonly code: string
  readonly zh: string
  readonly en?: string
  readonly parent?: string
  /** Other names in use or used before. */
  readonly also?: readonly string[]
  /** Last year the code was in force, and the code that took its place. */
  readonly until?: number
  readonly successor?: string
}

/** The entry of a code, in the list now in force for its scheme. */
export function findCode(list: CodeList, code: string): Code | undefined {
  return indexOf(list).byCode.get(code)
}

/** All entries in force that carry a name, other names included. Names are compared as they stand. */
export function findNamed(list: CodeList, name: string): readonly Code[] {
  return indexOf(list).byName.get(name) ?? []
}

/** The entries directly under a code. */
export function childrenOf(list: CodeList, code: string): readonly Code[] {
  return indexOf(list).byParent.get(code) ?? []
}

/** Whether the list would hold a child of this code if there were one. */
export function knowsChildrenOf(list: CodeList, code: string): boolean {
  const current = listInForce(list)
  return current.complete ? current.complete.includes(code) : childrenOf(list, code).length > 0
}

/** An entry as the graph shows it. */
export function coded(list: CodeList, entry: Code, original: string, match: Match = 'EXACT'): CodedValue {
  const { code, zh: label, en: labelEn } = entry
  return { scheme: list.scheme, code, label, ...(labelEn && { labelEn }), original, match }
}

/** Lets a fuller list of the same scheme answer from now on; without one, the core list answers again. */
export function replaceList(scheme: string, list?: CodeList): void {
  if (list && list.scheme !== scheme) throw new TypeError(`The list is of ${list.scheme}, not of ${scheme}.`)
  if (list) replaced.set(scheme, list)
  else replaced.delete(scheme)
}

/** The list that answers for a scheme now. */
export function listInForce(core: CodeList): CodeList {
  return replaced.get(core.scheme) ?? core
}

const replaced = new Map<string, CodeList>()

type Index = Record<'byName' | 'byParent', Map<string, Code[]>> & { byCode: Map<string, Code> }

const indexes = new WeakMap<CodeList, Index>()

function indexOf(core: CodeList): Index {
  const list = listInForce(core)
  let index = indexes.get(list)
  if (!index) {
    const current = list.entries.filter((entry) => entry.until === undefined)
    index = {
      byCode: new Map(list.entries.map((entry) => [entry.code, entry])),
      byName: grouped(current, (entry) => [...new Set([entry.zh, ...(entry.also ?? [])])]),
      byParent: grouped(current, (entry) => (entry.parent ? [entry.parent] : [])),
    }
    indexes.set(list, index)
  }
  return index
}

function grouped(entries: readonly Code[], keys: (entry: Code) => readonly string[]): Map<string, Code[]> {
  const groups = new Map<string, Code[]>()
  for (const entry of entries) {
    for (const key of keys(entry)) groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return groups
}

/** Entries under one parent, written as rows of code, Chinese and English name and other names. */
export function under(parent: string | undefined, rows: readonly Row[]): Code[] {
  return rows.map(([code, zh, en, ...also]) => ({
    code,
    zh,
    en,
    ...(parent && { parent }),
    ...(also.length > 0 && { also }),
  }))
}

type Row = readonly [code: string, zh: string, en: string, ...also: string[]]
