import { getTableColumns, sql } from 'drizzle-orm'
import { hubFields } from '#schema/codes/industry-schemes.ts'
import { disciplineLabel } from '../discipline-codes.ts'
import { codeLabel, itself, libraryLabel, provinceLabel, yearLabel } from '../labels.ts'
import { anyOf, between, dated, equals, overlaps } from '../page/filter.ts'
import type { List } from '../page/list.ts'
import { numericOrder, textOrder } from '../page/order.ts'
import { patentKey } from '../patent-key.ts'
import { pastTalents, releases, restrictedTalents, sources, type TalentRow, talents } from './tables.ts'

const { tokens, sortKey, ...shown } = getTableColumns(talents)

/** A person or team as the graph reads it; words and sort key stay in the database. */
export type Talent = Omit<TalentRow, 'tokens' | 'sortKey'>

export const talentList: List<Talent> = {
  name: 'talents',
  table: talents,
  restricted: restrictedTalents,
  history: { past: pastTalents, releases },
  sources,
  kind: 'talent',
  columns: shown,
  needs: { organization: ['organizationId'], gender: [], birthYear: [], contactName: [] },
  leading: '{a,b}',
  filters: {
    province: anyOf(talents.province),
    library: anyOf(talents.library),
    kind: anyOf(talents.kind),
    organization: anyOf(talents.organizationId),
    metroArea: anyOf(talents.metroArea),
    industry: overlaps(talents.industryCodes),
    discipline: overlaps(talents.disciplineCodes),
    programme: overlaps(talents.programmes),
    serviceMode: overlaps(talents.serviceModes),
    patentNumber: (numbers: readonly string[]) => overlaps(talents.patentNumbers)(numbers.map(patentKey)),
    isLiaison: equals(talents.isLiaison),
    isIndustryProfessor: equals(talents.isIndustryProfessor),
    isTechnologyManager: equals(talents.isTechnologyManager),
    horizontalFunding: between(talents.horizontalFunding),
    updatedOn: dated(talents.updatedOn),
  },
  orders: {
    // Names that are withheld have the key `~`, which comes last either way.
    NAME: { ASC: sql`${sortKey}`, DESC: sql`coalesce(nullif(${sortKey}, '~'), '')`, type: 'text' },
    HORIZONTAL_FUNDING: numericOrder(talents.horizontalFunding),
    UPDATED_ON: textOrder(talents.updatedOn),
  },
  facets: {
    PROVINCE: { column: talents.province, filter: 'province', label: provinceLabel },
    LIBRARY: { column: talents.library, filter: 'library', label: libraryLabel },
    KIND: { column: talents.kind, filter: 'kind', enum: 'TalentKind' },
    METRO_AREA: { column: talents.metroArea, filter: 'metroArea', label: itself },
    INDUSTRY: { column: talents.industryFields, many: true, filter: 'industry', label: codeLabel(hubFields) },
    DISCIPLINE: { column: talents.disciplineKeys, many: true, filter: 'discipline', label: disciplineLabel },
    PROGRAMME: { column: talents.programmes, many: true, filter: 'programme', label: itself },
    SERVICE_MODE: { column: talents.serviceModes, many: true, filter: 'serviceMode', label: itself },
    YEAR: { column: talents.updatedOn, characters: 4, filter: 'updatedOn', label: yearLabel },
  },
}
