import { and, eq, sql } from 'drizzle-orm'
import { provinceOfCode } from '#schema/provinces.ts'
import { anyOf, type Handle } from '../database.ts'
import type { Fields } from '../intake/record.ts'
import type { Prepared, Sink } from '../intake/sink.ts'
import { countSource, insertRows, recordRow } from '../rows.ts'
import { contributions, organizations, sources } from './tables.ts'

export const organizationSink: Sink<'organization'> = {
  kind: 'organization',
  async save(tx, records) {
    const [library] = records.map((record) => record.library)
    if (!library) return
    const ids = records.map(({ id }) => id)
    await tx.delete(contributions).where(and(eq(contributions.library, library.id), anyOf(contributions.id, ids)))
    const shown = records.filter(({ restricted }) => !restricted)
    await insertRows(
      tx,
      contributions,
      shown.map((record) => ({ id: record.id, library: library.id, record })),
    )
    await merge(tx, ids)
  },
  async remove(tx, ids, library) {
    await tx.delete(contributions).where(and(eq(contributions.library, library.id), anyOf(contributions.id, ids)))
    await merge(tx, ids)
  },
  async counted(tx, library, release) {
    await countSource(tx, sources, organizations, 'organization', library, release)
    // A better authority may have taken organizations over from other libraries.
    await tx.execute(sql`
      update ${sources} set rows = (select count(*) from ${organizations} it where it.library = source.library)`)
    await tx.execute(sql`delete from ${sources} where rows = 0`)
  },
  async said(reader, library) {
    const rows = await reader
      .select({ record: contributions.record })
      .from(contributions)
      .where(eq(contributions.library, library))
    return rows.map(({ record }) => record)
  },
}

/** Makes the rows of these organizations anew from what every library says of them. */
async function merge(tx: Handle, ids: readonly string[]) {
  const said = await tx.select({ record: contributions.record }).from(contributions).where(anyOf(contributions.id, ids))
  await tx.delete(organizations).where(anyOf(organizations.id, ids))
  const groups = [...Map.groupBy(said, ({ record }) => record.id).values()]
  const rows = groups.map((group) => rowOf(group.map(({ record }) => record).sort(byAuthority)))
  await insertRows(tx, organizations, rows)
}

/** National registers first, then libraries by id: the same order whatever came first. */
function byAuthority(a: Prepared<'organization'>, b: Prepared<'organization'>): number {
  const national = Number(a.library.province !== null) - Number(b.library.province !== null)
  return national || (a.library.id < b.library.id ? -1 : 1)
}

function rowOf(records: readonly Prepared<'organization'>[]) {
  const best = records[0]!
  const fields = firstGiven(records.map((record) => record.fields))
  const { type, region, formerNames, name = best.localId, nameEn } = fields
  const otherNames = new Set(records.flatMap((record) => record.fields.name ?? []).filter((other) => other !== name))
  return {
    ...fields,
    ...recordRow(best, name, [
      ['A', formerNames?.join(' ')],
      ['A', [...otherNames].join(' ')],
      ['B', nameEn],
    ]),
    flags: records.flatMap((record) => record.flags),
    province: (region?.code && provinceOfCode(region.code)) || best.library.province,
    contributors: records.map((record) => record.library.id),
    otherNames: [...otherNames],
    kind: type,
    regionCode: region?.code,
  }
}

type OrganizationFields = Partial<Fields['organization']>

/** Field by field what the first record says that says anything. */
function firstGiven(given: readonly OrganizationFields[]): OrganizationFields {
  return Object.assign({}, ...given.toReversed()) as OrganizationFields
}
