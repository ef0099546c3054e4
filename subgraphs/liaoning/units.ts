import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { anyOf, type Handle } from '../database.ts'
import type { Mention } from '../intake/record.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { organizationId } from '../organization-id.ts'
import { insertRows } from '../rows.ts'
import { agreements, alliances, institutes, members, units } from './tables.ts'

/** A unit as rows have it: `code` only where it is a number of the platform, which another table has to name. */
export function unitOf(mention: Mention | undefined) {
  const id = mention && organizationId(mention)
  return { code: id ? undefined : mention?.code, id, text: mention?.text ?? mention?.code }
}

/** What published talents and achievements of the province call units by number; `isHeard` says which of them count. */
export function unitSink<K extends 'talent' | 'achievement'>(
  kind: K,
  isHeard: (record: Prepared<K>) => boolean,
): Sink<K> {
  return {
    kind,
    async save(tx, records) {
      const own = records.filter(({ library }) => library.province === 'LIAONING')
      const before = await forget(
        tx,
        own.map(({ id }) => id),
      )
      const heard = own.flatMap((record) => {
        const { organization } = record.fields
        if (record.restricted || !organization?.code || !isHeard(record)) return []
        const { code, text: name } = organization
        return [{ id: record.id, code, name, organizationId: organizationId(organization) }]
      })
      if (heard.length > 0) await insertRows(tx, units, heard)
      await nameUnits(tx, [...before, ...heard.map(({ code }) => code)])
    },
    remove: async (tx, ids) => nameUnits(tx, await forget(tx, ids)),
  }
}

/** Names the units of new rows that are known by a number only. */
export function nameMentions(tx: Handle, mentions: readonly (Mention | undefined)[]): Promise<void> {
  return nameUnits(
    tx,
    mentions.flatMap((mention) => unitOf(mention).code ?? []),
  )
}

async function forget(tx: Handle, ids: readonly string[]): Promise<string[]> {
  const gone = await tx.delete(units).where(anyOf(units.id, ids)).returning({ code: units.code })
  return gone.map(({ code }) => code)
}

/** Gives every row that has one of these numbers the name and organization the number leads to, if to one. */
async function nameUnits(tx: Handle, numbers: readonly string[]) {
  if (numbers.length === 0) return
  const wanted = [...new Set(numbers)]
  const known = sql`
    select c.code, u.name, u.organization_id from unnest(${sql.param(wanted)}::text[]) c (code) left join (
      select code, min(name) as name, min(organization_id) as organization_id from ${units}
      where ${anyOf(units.code, wanted)} group by code having count(distinct name) = 1
    ) u using (code)`
  for (const [table, code, id, text] of named) {
    const [unit, name] = [sql.identifier(id), sql.identifier(text)]
    await tx.execute(sql`
      update ${table} t set ${unit} = k.organization_id, ${name} = coalesce(k.name, k.code)
      from (${known}) k where t.${sql.identifier(code)} = k.code
        and (t.${unit}, t.${name}) is distinct from (k.organization_id, coalesce(k.name, k.code))`)
  }
}

/** Tables that name units, with their columns of number, organization and name. */
const named: readonly (readonly [PgTable, code: string, id: string, text: string])[] = [
  [alliances.open, 'lead_code', 'lead_id', 'lead_text'],
  [members, 'code', 'organization_id', 'organization_text'],
  [agreements.open, 'party_a_code', 'party_a_id', 'party_a_text'],
  [agreements.open, 'party_b_code', 'party_b_id', 'party_b_text'],
  [institutes.open, 'code', 'organization_id', 'organization_text'],
]
