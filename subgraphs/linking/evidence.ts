import { hash } from 'node:crypto'
import type { Prepared } from '../intake/sink.ts'
import { fold } from '../intake/text/fold.ts'
import { organizationId } from '../organization-id.ts'

/** Kinds of record that may be in two libraries. */
export const linkedKinds = {
  organization: 'ORGANIZATION',
  talent: 'TALENT',
  achievement: 'ACHIEVEMENT',
  patent: 'PATENT',
} as const

/** The same as the graph names them. */
export type LinkedKind = (typeof linkedKinds)[keyof typeof linkedKinds]

/** What a record can be recognized by. Personal fields are none of it, nor the name of who has it withheld. */
export type Feature = 'OFFICIAL_CODE' | 'PATENT' | 'TITLE' | 'NAME' | 'TYPE' | 'ORGANIZATION' | 'REGION' | 'DISCIPLINE'

export type Features = Readonly<Partial<Record<Feature, readonly string[]>>>

/** A feature that two records share, with the value they share. */
export type Evidence = { readonly feature: Feature; readonly value: string }

type Recognition = {
  /** How much a shared feature tells, 0 to 1; several add up as independent witnesses do. */
  readonly weights: Readonly<Partial<Record<Feature, number>>>
  /** What must be shared at the least: never a name alone, since homonyms are the norm. */
  readonly suffices: readonly (readonly Feature[])[]
}

const recognition: Readonly<Record<LinkedKind, Recognition>> = {
  PATENT: { weights: { PATENT: 1 }, suffices: [['PATENT']] },
  ORGANIZATION: {
    weights: { OFFICIAL_CODE: 1, NAME: 0.5, REGION: 0.2 },
    suffices: [['OFFICIAL_CODE'], ['NAME', 'REGION']],
  },
  ACHIEVEMENT: {
    weights: { TITLE: 0.5, PATENT: 0.6, ORGANIZATION: 0.2, DISCIPLINE: 0.05 },
    suffices: [
      ['TITLE', 'ORGANIZATION'],
      ['TITLE', 'PATENT'],
      ['PATENT', 'ORGANIZATION'],
    ],
  },
  TALENT: {
    weights: { NAME: 0.3, PATENT: 0.7, TITLE: 0.5, ORGANIZATION: 0.2, DISCIPLINE: 0.1 },
    suffices: [
      ['TYPE', 'NAME', 'ORGANIZATION'],
      ['TYPE', 'NAME', 'PATENT'],
      ['TYPE', 'NAME', 'TITLE'],
    ],
  },
}

/** What the public part of a record can be recognized by. */
export function featuresOf(record: Prepared): Features {
  const read = readers[record.kind as keyof typeof linkedKinds] as (
    record: Prepared,
  ) => Readonly<Record<string, unknown>>
  const features: [string, string[]][] = Object.entries(read(record)).map(([feature, values]) => [
    feature,
    [...new Set([values].flat(2).filter((value): value is string => typeof value === 'string' && value !== ''))],
  ])
  return Object.fromEntries(features.filter(([, values]) => values.length > 0))
}

/** Digests of every combination of values that suffices; records that share one are worth comparing. */
export function keysOf(kind: LinkedKind, features: Features): string[] {
  return recognition[kind].suffices.flatMap((combination) =>
    combination
      .reduce<string[]>(
        (begun, feature) => begun.flatMap((start) => (features[feature] ?? []).map((value) => `${start}\n${value}`)),
        [combination.join('+')],
      )
      .map((key) => hash('sha256', key, 'base64url').slice(0, 22)),
  )
}

/** What two records share, and how likely that makes them one: 1 for an official number. */
export function compare(kind: LinkedKind, left: Features, right: Features) {
  const { weights } = recognition[kind]
  const shared = Object.keys(weights) as Feature[]
  const evidence = shared.flatMap((feature): Evidence[] => {
    const value = left[feature]?.find((it) => right[feature]?.includes(it))
    return value === undefined ? [] : [{ feature, value }]
  })
  const doubt = evidence.reduce((rest, { feature }) => rest * (1 - weights[feature]!), 1)
  const score = Math.round((1 - doubt) * 1000) / 1000
  return { evidence, score, method: score === 1 ? ('OFFICIAL_NUMBER' as const) : ('FEATURES' as const) }
}

type Values = string | undefined | null | readonly (string | undefined | null)[]

const readers: { readonly [K in keyof typeof linkedKinds]: (record: Prepared<K>) => Partial<Record<Feature, Values>> } =
  {
    patent: ({ fields }) => ({ PATENT: fields.applicationNumber }),
    organization: ({ localId, fields }) => ({
      OFFICIAL_CODE: localId,
      NAME: [fields.name, ...(fields.formerNames ?? [])].map(key),
      REGION: fields.region?.code,
    }),
    achievement: ({ fields }) => ({
      TITLE: titleKey(fields.title),
      PATENT: fields.patentNumbers ?? [],
      ORGANIZATION: fields.organization && organizationId(fields.organization),
      DISCIPLINE: (fields.disciplines ?? []).map(({ code }) => code),
    }),
    talent: ({ fields }) => ({
      TYPE: fields.type,
      NAME: fields.nameWithheld ? undefined : key(fields.name),
      PATENT: fields.patentNumbers ?? [],
      TITLE: (fields.achievementTitles ?? []).map(titleKey),
      ORGANIZATION: fields.organization && organizationId(fields.organization),
      DISCIPLINE: (fields.disciplines ?? []).map(({ code }) => code),
    }),
  }

function key(text: string | undefined): string | undefined {
  return text && fold(text).replace(/\s/g, '')
}

/** Titles are compared without the words and marks that one office writes and another leaves out. */
function titleKey(title: string | undefined): string | undefined {
  return key(title)
    ?.replace(/[\p{P}\p{S}]/gu, '')
    .replace(/^一种/, '')
}
