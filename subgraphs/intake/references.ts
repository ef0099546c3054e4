import { sql } from 'drizzle-orm'
import type { Handle } from '../database.ts'
import type { Relinked } from './mentions.ts'
import type { Kind } from './record.ts'

/** Fields that name another record by its id inside a library, and which. */
const references: readonly {
  readonly kind: Kind
  readonly library: string
  readonly field: string
  readonly names: { readonly kind: Kind; readonly library: string }
}[] = [
  {
    kind: 'allianceMember',
    library: 'ln-alliance',
    field: 'allianceLocalId',
    names: { kind: 'alliance', library: 'ln-alliance' },
  },
  { kind: 'agreement', library: 'ln-agreement', field: 'fairLocalId', names: { kind: 'fair', library: 'ln-fair' } },
  { kind: 'visit', library: 'ln-visit', field: 'talentLocalId', names: { kind: 'talent', library: 'ln-talent' } },
  {
    kind: 'challenge',
    library: 'hl-challenge',
    field: 'demandLocalId',
    names: { kind: 'demand', library: 'hl-demand' },
  },
]

/**
 * Doubts staged records that name one which is neither in force nor comes along. Of a library that has never given
 * anything, nothing is known, and nothing doubted. To a public record a restricted one is as good as none, or the doubt
 * would tell which of the two it is.
 */
export async function resolveReferences(tx: Handle, library: string, kinds: readonly Kind[]): Promise<void> {
  for (const { kind, field, names } of references.filter((it) => it.library === library && kinds.includes(it.kind))) {
    await tx.execute(sql`
      update stage s set flags = s.flags || jsonb_build_array(jsonb_build_object(
        'code', 'BROKEN_REFERENCE', 'field', ${field}::text, 'original', s.record -> ${field}::text))
      where s.library = ${library} and s.kind = ${kind} and s.record ->> ${field}::text is not null
        and (exists (select from library.version where library = ${names.library} and kind = ${names.kind})
          or exists (select from stage where library = ${names.library} and kind = ${names.kind}))
        and not exists (select from library.version v where v.library = ${names.library} and v.kind = ${names.kind}
          and v.local_id = s.record ->> ${field}::text and v.to_release is null and (s.restricted or not v.restricted))
        and not exists (select from stage o where o.library = ${names.library} and o.kind = ${names.kind}
          and o.local_id = s.record ->> ${field}::text and (s.restricted or not o.restricted))`)
  }
}

/** Takes the doubt back where the record that was missed has come, and gives back whose it was. */
export async function mendReferences(tx: Handle): Promise<Relinked[]> {
  const mended: Relinked[] = []
  for (const { kind, library, field, names } of references) {
    const [row] = await tx.execute(sql`
      select exists (select from fate join stage using (seq)
        where fate.kind = ${names.kind} and library = ${names.library} and action in ('INSERT', 'CHANGE')) as found`)
    if (!row?.found) continue
    const rows = await tx.execute(sql`
      update library.version v set flags = coalesce((select jsonb_agg(f) from jsonb_array_elements(v.flags) f
        where not (f ->> 'code' = 'BROKEN_REFERENCE' and f ->> 'field' = ${field})), '[]')
      where v.library = ${library} and v.kind = ${kind} and v.to_release is null
        and v.flags @> ${JSON.stringify([{ code: 'BROKEN_REFERENCE', field }])}::jsonb
        and exists (select from library.version o where o.library = ${names.library} and o.kind = ${names.kind}
          and o.local_id = v.record ->> ${field}::text and o.to_release is null and (v.restricted or not o.restricted))
      returning v.library, v.kind, v.local_id as "localId"`)
    mended.push(...(rows as unknown as Relinked[]))
  }
  return mended
}
