import { z } from 'zod'
import type { FlagCode } from '#schema/flags.ts'
import type { LibraryEntry } from '../../libraries.ts'
import { digest } from '../build.ts'
import { checkRecord } from '../check.ts'
import { isBrokenText, isMarkedClassified, stripCell, unquoted } from '../gates.ts'
import type { Mapped } from '../map.ts'
import type { Canonical, Flag, Kind } from '../record.ts'

const kinds = [
  'organization',
  'talent',
  'achievement',
  'patent',
  'openLicense',
  'demand',
  'alliance',
  'allianceMember',
  'fair',
  'agreement',
  'institute',
  'visit',
  'challenge',
  'ledger',
] as const satisfies readonly Kind[]

const named = { kind: z.enum(kinds), localId: z.string().min(1).max(200) }
const shape = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('UPSERT'),
    ...named,
    main: z.boolean(),
    scope: z.string().max(200).nullable(),
    fields: z.record(z.string(), z.json()),
    flags: z.array(z.object({ code: z.string(), field: z.string().optional(), original: z.string().optional() })),
    source: z.object({
      file: z.string().max(500),
      sheet: z.string().optional(),
      row: z.number().int(),
      synthetic: z.boolean(),
    }),
  }),
  z.object({ type: z.literal('DELETE'), ...named }),
])

export type TakeOptions = { readonly library: LibraryEntry; readonly today: string; readonly key: string }

/** What becomes of one change of another hub's feed, by the gates and checks of every other intake. */
export function takeChange(given: unknown, position: number, options: TakeOptions): Mapped & { readonly kind: Kind } {
  const read = shape.safeParse(given)
  const kind: Kind = read.success ? read.data.kind : 'organization'
  const address = `第 ${position} 条`
  const refuse = (code: FlagCode): Mapped & { readonly kind: Kind } => {
    const hash = digest(options.key, [JSON.stringify(given)])
    return { kind, outcome: 'refused', row: position, hash, doubt: { code, row: position, address } }
  }
  if (!read.success) return refuse('VALUE_NOT_ALLOWED')
  const change = read.data
  const texts = textsIn([change.localId, change.type === 'UPSERT' ? change.fields : null])
  if (texts.some(isBrokenText)) return refuse('TEXT_UNREADABLE')
  if (texts.some(isMarkedClassified)) return refuse('CLASSIFIED_REFUSED')
  const { localId } = change
  if (change.type === 'DELETE') {
    return { kind, outcome: 'removal', removal: { kind, localId, row: position, address, column: 'localId' } }
  }
  const stripped = new Set<FlagCode>()
  const fields = withoutNumbers(change.fields, stripped) as Canonical['fields']
  const { main, scope, source } = change
  const before: Flag[] = change.flags.map((flag) => unquoted(kind, flag as Flag))
  const own = [...before, ...[...stripped].map((code) => ({ code }))]
  const record = { kind, localId, fields, restricted: false, flags: own, source } as Canonical
  const judged = checkRecord(record, options)
  // The other hub has raised most of these already.
  const known = new Set(before.map(({ code, field }) => `${code} ${field}`))
  const raised = judged.flags.slice(before.length).filter(({ code, field }) => !known.has(`${code} ${field}`))
  const checked = { ...judged, flags: [...before.filter(isKept), ...raised] } as Canonical
  const doubts = raised.map((flag) => ({ ...flag, row: position, address }))
  return { kind, outcome: 'records', records: [{ record: checked, main, scope }], doubts }
}

/** What this hub finds out for itself. */
const isKept = ({ code }: Flag) => code !== 'ORGANIZATION_UNRESOLVED' && code !== 'BROKEN_REFERENCE'

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** The same content without identity and mobile numbers in any of its texts. */
function withoutNumbers(value: unknown, stripped: Set<FlagCode>): unknown {
  if (typeof value === 'string') {
    const { cell, stripped: codes } = stripCell({ text: value, address: '' })
    for (const code of codes) stripped.add(code)
    return cell.text
  }
  if (Array.isArray(value)) return value.map((item) => withoutNumbers(item, stripped))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutNumbers(item, stripped)]))
}
