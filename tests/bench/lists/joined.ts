import type { ByHand } from './by-hand.ts'

type Talent = { id: string; name: string | null; organization_id: string | null }
type Organization = { id: string; name: string | null; label: string | null; placed: boolean }
type Achievement = { id: string; title: string | null; talent_ids: string[]; patent_numbers: string[] | null }
type Patent = { application_number: string; title: string | null; kind: string | null; legal_status: string | null }
type License = { patent_number: string; status: string; fee_mode: string | null; fixed_fee: string | null }

/** Three joins as one statement a level, put together in the program: what usually beats one statement of subqueries. */
export const joinedInSteps: ByHand = async (send, { id }) => {
  const find = async <Row>(statement: string, params: readonly unknown[]) =>
    (await send(statement, params)) as unknown as Row[]
  const talents = await find<Talent>(
    'select id, name, organization_id from talent.talent where id > $1 order by id limit 20',
    [id],
  )
  const [organizations, achievements] = await Promise.all([
    find<Organization>(
      `select id, name, region ->> 'label' as label, region is not null as placed
      from organization.organization where id = any($1)`,
      [unique(talents.flatMap(({ organization_id }) => organization_id ?? []))],
    ),
    find<Achievement>(
      `select id, title, talent_ids, patent_numbers from achievement.achievement where talent_ids && $1 order by id`,
      [talents.map((talent) => talent.id)],
    ),
  ])
  const numbers = unique(achievements.flatMap(({ patent_numbers }) => patent_numbers ?? []))
  const [patents, licenses] = await Promise.all([
    find<Patent>(
      `select distinct on (application_number) application_number, title, kind, legal_status
      from achievement.patent where application_number = any($1) order by application_number, precedence, id`,
      [numbers],
    ),
    find<License>(
      `select distinct on (patent_number) patent_number, status, fee_mode, fixed_fee from licensing.open_license
      where patent_number = any($1) order by patent_number, status, coalesce(announced_on, '') desc, id`,
      [numbers],
    ),
  ])

  const organizationBy = new Map(organizations.map((row) => [row.id, row]))
  const patentBy = new Map(patents.map((row) => [row.application_number, row]))
  const licenseBy = new Map(licenses.map((row) => [row.patent_number, row]))
  const licenseOf = (number: string) => {
    const license = licenseBy.get(number)
    return license ? { status: license.status, feeMode: license.fee_mode, fixedFee: license.fixed_fee } : null
  }
  const patentsOf = ({ patent_numbers }: Achievement) =>
    (patent_numbers ?? []).flatMap((number) => {
      const patent = patentBy.get(number)
      if (!patent) return []
      const { title, kind, legal_status: legalStatus } = patent
      return { title, kind, legalStatus, openLicense: licenseOf(number) }
    })
  const achievementsBy = new Map<string, object[]>(talents.map((talent) => [talent.id, []]))
  for (const row of achievements) {
    const achievement = { id: row.id, title: row.title, patents: patentsOf(row) }
    for (const talentId of row.talent_ids) achievementsBy.get(talentId)?.push(achievement)
  }
  const organizationOf = (talent: Talent) => {
    const organization = talent.organization_id && organizationBy.get(talent.organization_id)
    return organization
      ? { name: organization.name, region: organization.placed ? { label: organization.label } : null }
      : null
  }
  const nodes = talents.map((talent) => ({
    id: talent.id,
    name: talent.name,
    organization: organizationOf(talent),
    achievements: achievementsBy.get(talent.id),
  }))
  return JSON.stringify({ talents: { nodes } })
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
