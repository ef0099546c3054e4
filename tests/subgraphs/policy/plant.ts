import { getTableColumns, getTableName } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { achievementList, patentList } from '../../../subgraphs/achievement/queries.ts'
import { demandList } from '../../../subgraphs/demand/queries.ts'
import { challengeList, ledgerList } from '../../../subgraphs/heilongjiang/queries.ts'
import { specialActionList } from '../../../subgraphs/hubei/queries.ts'
import { agreementList, allianceList, fairList, instituteList, visitList } from '../../../subgraphs/liaoning/queries.ts'
import { openLicenseList } from '../../../subgraphs/licensing/queries.ts'
import { typeOf } from '../../../subgraphs/page/columns.ts'
import type { List } from '../../../subgraphs/page/list.ts'
import type { Guarded } from '../../../subgraphs/policy/guard.ts'
import type { Facts } from '../../../subgraphs/policy/policy.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'
import { talentList } from '../../../subgraphs/talent/queries.ts'
import { personal, persons, talents } from '../../../subgraphs/talent/tables.ts'
import { asOwner } from '../../postgres.ts'

/** A text planted in one field of one record, and the classes it takes to see it there. */
export type Canary = {
  readonly text: string
  readonly type: string
  readonly field: string
  readonly id: string
  readonly facts: Facts
  readonly classes: readonly Guarded['sharing'][]
  /** In the restricted twin, or beside a public record. */
  readonly place: 'TWIN' | 'SIDECAR'
  /** Whether the field shows it as it is; a column may also only be computed with. */
  readonly plain: boolean
}

export const lists = [
  talentList,
  achievementList,
  patentList,
  demandList,
  openLicenseList,
  specialActionList,
  challengeList,
  ledgerList,
  allianceList,
  fairList,
  agreementList,
  instituteList,
  visitList,
] as unknown as readonly List<never>[]

const guarded = subgraphs.flatMap((subgraph) => subgraph.guarded)

/** Whose the planted records are: a viewer close to the one has nothing to do with the other. */
export const holders: Readonly<Record<'near' | 'far', Required<Facts>>> = {
  near: {
    library: 'hb-edu-talent',
    province: 'HUBEI',
    organizations: ['organization:near'],
    subject: 'subject-near',
    consents: ['LIST_NAME', 'LIST_CONTACT'],
  },
  far: {
    library: 'hl-talent',
    province: 'HEILONGJIANG',
    organizations: ['organization:far'],
    subject: 'subject-far',
    consents: [],
  },
}
type Holder = keyof typeof holders

export const idOf = (type: string, holder: Holder) =>
  `${holders[holder].library}:${type === 'HbSpecialAction' ? 'Demand' : type}-${holder}`
export const openTalent = (holder: Holder) => `${holders[holder].library}:open-${holder}`
/** A word by which a record would be found, were it searched. */
export const wordOf = (type: string, holder: Holder) => `zq${type.toLowerCase()}${holder}`

/** Fills every field of a restricted record of every type, near and far, and the sidecar of two public persons. */
export async function plant(url: string, schema: GraphQLSchema): Promise<readonly Canary[]> {
  const canaries: Canary[] = []
  const statements: string[] = []
  let number = 7_310_000
  for (const list of lists) {
    const type = typeOf(list)
    const { facts: columns, sharing } = guarded.find(({ table }) => table === list.restricted)!
    for (const holder of ['near', 'far'] as const) {
      const facts = Object.fromEntries(Object.keys(columns).map((fact) => [fact, holders[holder][fact as keyof Facts]]))
      const note = (field: string, text: string, plain = true) => {
        canaries.push({ text, type, field, id: idOf(type, holder), facts, classes: [sharing], place: 'TWIN', plain })
        return text
      }
      const row = rowOf(schema, type, list.restricted!, holder, note, () => String(number++))
      statements.push(insert(list.restricted!, row))
      if (guarded.find(({ table }) => table === list.restricted)?.node) {
        statements.push(
          `insert into lianku.restricted_node select ${[idOf(type, holder), type, row.library, row.province].map(literal).join(', ')},
            '{${holders[holder].organizations}}', ${columns.subject ? literal(String(holders[holder].subject)) : 'null'}`,
        )
      }
    }
  }
  for (const holder of ['near', 'far'] as const) {
    const { library, province, consents, subject, organizations } = holders[holder]
    statements.push(insert(talents, publicRow(holder)), inForce(publicRow(holder)))
    for (const [id, classes, place] of [
      [openTalent(holder), ['PERSONAL'], 'SIDECAR'],
      [idOf('Talent', holder), ['CONDITIONAL', 'PERSONAL'], 'TWIN'],
    ] as const) {
      const texts = Object.fromEntries(
        ['name', 'leader', 'gender', 'birthYear', 'contactName'].map((field) => [field, `canary ${id} ${field}`]),
      )
      for (const [field, text] of Object.entries(texts)) {
        // A name that is withheld is nobody's to see.
        const shown = field !== 'name' && field !== 'leader'
        const facts = { ...holders[holder], consents: (consents ?? []).filter((it) => it !== 'LIST_NAME') }
        canaries.push({ text, type: 'Talent', field, id, facts, classes: shown ? classes : never, place, plain: shown })
      }
      const own = { id, library, province, organizationId: organizations![0], subject, consents, ...texts }
      statements.push(insert(personal, own))
    }
    statements.push(insert(persons, { id: openTalent(holder), subject, withdrawn: [] }))
  }
  statements.push(...links())
  await asOwner(url, statements.join(';\n'))
  return canaries
}

/** Classes that together nobody sees. */
const never: readonly Guarded['sharing'][] = []

/** Public records that lead to restricted ones. */
function links(): string[] {
  const made: string[] = []
  for (const holder of ['near', 'far'] as const) {
    const base = { ...common(holder, `link-${holder}`), sortKey: 'link', tokens: '' }
    made.push(insert(lists[1]!.table, { ...base, talentIds: [idOf('Talent', holder)] }))
    made.push(insert(lists[6]!.table, { ...base, demandId: idOf('Demand', holder) }))
    made.push(insert(lists[12]!.table, { ...base, talentId: idOf('Talent', holder) }))
  }
  return made
}

/** What `Query.node` finds public records by. */
function inForce({ id, library, localId }: ReturnType<typeof publicRow>): string {
  return `insert into library.version (library, kind, local_id, id, main, hash, restricted, record, flags, source, from_release)
    values (${[library, 'talent', localId, id].map(literal).join(', ')}, true, '', false, '{}', '[]', '{}', 1)`
}

function publicRow(holder: Holder) {
  return { ...common(holder, openTalent(holder).split(':')[1]!), nameWithheld: true, sortKey: '~', tokens: '' }
}

function common(holder: Holder, localId: string) {
  const { library, province } = holders[holder]
  return {
    id: `${library}:${localId}`,
    library,
    localId,
    province,
    provenance: { release: `${library}@1`, file: '示例.csv', row: 2, synthetic: true },
    flags: [],
  }
}

function rowOf(
  schema: GraphQLSchema,
  type: string,
  table: PgTable,
  holder: Holder,
  note: (field: string, text: string, plain?: boolean) => string,
  nextNumber: () => string,
): Record<string, unknown> {
  const fields = (isObjectType(schema.getType(type)) ? schema.getType(type) : undefined) as never as {
    getFields(): Record<string, { type: GraphQLOutputType }>
  }
  const row: Record<string, unknown> = common(holder, idOf(type, holder).split(':')[1]!)
  for (const [name, column] of Object.entries(getTableColumns(table))) {
    if (name in row) continue
    const field = fields.getFields()[name]
    row[name] = organizationColumns.has(name)
      ? organizationColumns.get(name)
        ? holders[holder].organizations
        : holders[holder].organizations![0]
      : field
        ? planted(
            field.type,
            (part) => note(name, `canary ${type} ${holder} ${name}${part}`),
            () => note(name, nextNumber()),
          )
        : column.columnType === 'PgText'
          ? note(name, `canary ${type} ${holder} ${name}`, false)
          : filler(column)
  }
  const word = wordOf(type, holder)
  const isRecord = 'provenance' in fields.getFields()
  const source = note('provenance', `canary ${type} ${holder} file`, isRecord)
  const doubt = note('flags', `canary ${type} ${holder} flag`, isRecord)
  return {
    ...row,
    ...('subject' in row && { subject: holders[holder].subject }),
    provenance: { release: 'x@1', file: source, row: 7, synthetic: true },
    flags: [{ code: 'USCC_CHECKSUM', field: 'x', original: doubt }],
    tokens: `'${word}':1A`,
    sortKey: note('sortKey', `canary ${type} ${holder} sort`, false),
  }
}

/** Columns that hold organizations: whether they hold several. */
const organizationColumns = new Map(
  ['organizationId', 'enterpriseId', 'posterId', 'winnerId', 'unitId', 'leadId', 'partyAId', 'partyBId']
    .map((name): [string, boolean] => [name, false])
    .concat([
      ['applicantIds', true],
      ['licensorIds', true],
    ]),
)

function planted(type: GraphQLOutputType, text: (part: string) => string, number: () => string): unknown {
  if (isNonNullType(type)) return planted(type.ofType, text, number)
  if (isListType(type)) return [planted(type.ofType, text, number)]
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]!.name
  if (named.name === 'CodedValue')
    return { scheme: 'x', code: text(' code'), label: text(' label'), original: text(' original') }
  if (named.name === 'EligibilityCheck') return null
  if (isObjectType(named)) return { name: text(' name') }
  if (named.name === 'Boolean') return false
  if (named.name === 'PartialDate') return '2001-02-03'
  return named.name === 'String' || named.name === 'ID' ? text('') : number()
}

function filler({ notNull, dataType, columnType }: PgColumn): unknown {
  if (!notNull) return null
  if (dataType === 'boolean') return false
  if (columnType === 'PgArray') return []
  return dataType === 'number' ? 0 : dataType === 'json' ? [] : ''
}

function insert(table: PgTable, row: Record<string, unknown>): string {
  const name = `${getTableConfig(table).schema}.${getTableName(table)}`
  const columns = Object.entries(getTableColumns(table)).filter(([property]) => row[property] != null)
  const values = Object.fromEntries(columns.map(([property, column]) => [column.name, row[property]]))
  const names = columns.map(([, column]) => column.name).join(', ')
  return `insert into ${name} (${names}) select ${names} from jsonb_populate_record(null::${name}, ${literal(JSON.stringify(values))}::jsonb)`
}

function literal(text: unknown): string {
  return `'${String(text).replaceAll("'", "''")}'`
}
