import type { Size } from '../../../samples/generate.ts'
import type { ByHand, Variables } from './by-hand.ts'
import { joinedInSteps } from './joined.ts'

/** One list as a client asks for it, with what people would write by hand instead. */
export type Question = {
  readonly name: string
  readonly query: string
  readonly byHand: Readonly<Record<string, ByHand>>
  /** Other variables for every request. */
  readonly variables: (at: number, cursors: readonly Cursor[], size: Size) => Variables
  /** A query of the same list and order whose pages give the cursors that `variables` takes. */
  readonly walk?: string
}

/** A place in a list: the graph's cursor, and the row a hand-writer would go on from. */
export type Cursor = { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }

const provinces = ['HUBEI', 'HEILONGJIANG', 'LIAONING'] as const
const pick = <T>(values: readonly T[], at: number): T => values[at % values.length]!

export const questions: readonly Question[] = [
  {
    name: 'filtered: demands of two provinces over an amount',
    query: `query ($province: [Province!], $least: Decimal) {
      demands(first: 20, filter: { province: $province, intendedAmount: { gte: $least } }) {
        nodes { id title enterpriseText status intendedAmount intendedAmountText deadline updatedOn region { code label } }
        pageInfo { hasNextPage endCursor }
      } }`,
    variables: (at) => ({
      province: [pick(provinces, at), pick(provinces, at + 1)],
      least: String(50_000 + ((at * 7919) % 900_000)),
    }),
    byHand: {
      'one statement': one(
        `with page as (
          select id, title, enterprise_text, status, intended_amount, intended_amount_text, deadline, updated_on, region
          from demand.demand where province = any($1) and intended_amount >= $2 order by id limit 21
        ), shown as (select * from page order by id limit 20)
        select json_build_object('demands', json_build_object(
          'nodes', coalesce(json_agg(json_build_object('id', id, 'title', title, 'enterpriseText', enterprise_text,
            'status', status, 'intendedAmount', intended_amount::text, 'intendedAmountText', intended_amount_text,
            'deadline', deadline, 'updatedOn', updated_on, 'region', case when region is not null then
            json_build_object('code', region ->> 'code', 'label', region ->> 'label') end) order by id), '[]'),
          'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page), 'endCursor', max(id))
        ))::text as body from shown`,
        ({ province, least }) => [province, least],
      ),
    },
  },
  {
    name: 'searched: achievements by their words, most relevant first',
    query: `query ($search: String) {
      achievements(first: 20, search: $search) {
        edges { score node { id title kind organizationText leader askingPrice transferModes maturity { code label } } }
        pageInfo { hasNextPage endCursor }
      } }`,
    variables: (at, _, size) => {
      const search = [pick(objects, at), pick(words, Math.floor(at / objects.length) + at)]
      // Two words find thousands among the large samples, which the house puts in an order of its own.
      if (size === 'large') search.push(pick(features, at))
      return { search: search.join(' ') }
    },
    byHand: {
      'one statement': one(
        `with page as (
          select id, title, kind, organization_text, leader, asking_price, transfer_modes, maturity,
            round(ts_rank(tokens, $2::tsquery)::numeric, 6) as score
          from achievement.achievement where tokens @@ $1::tsquery order by score desc, id limit 21
        ), shown as (select * from page order by score desc, id limit 20)
        select json_build_object('achievements', json_build_object(
          'edges', coalesce(json_agg(json_build_object('score', score, 'node', json_build_object('id', id, 'title', title,
            'kind', kind, 'organizationText', organization_text, 'leader', leader, 'askingPrice', asking_price::text,
            'transferModes', transfer_modes, 'maturity', case when maturity is not null then
            json_build_object('code', maturity ->> 'code', 'label', maturity ->> 'label') end))
            order by score desc, id), '[]'),
          'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page),
            'endCursor', (array_agg(id order by score, id desc))[1])
        ))::text as body from shown`,
        ({ search }) => {
          const words = String(search)
            .split(' ')
            .map((word) => `'${word}'`)
          return [words.join(' & '), words.join(' | ')]
        },
      ),
    },
  },
  {
    name: 'faceted: patents since a month, counted, with four facets',
    query: `query ($since: PartialDate, $kind: [PatentKind!]) {
      patents(first: 20, filter: { filedOn: { gte: $since }, kind: $kind }) {
        totalCount
        facets(by: [PROVINCE, STATUS, IPC_SECTION, IPC_SUBCLASS]) { by values { code count } }
        nodes { id title applicationNumber kind legalStatus filedOn inventors }
        pageInfo { hasNextPage endCursor }
      } }`,
    variables: (at) => ({
      since: `${2018 + (at % 3)}-${String(1 + (at % 12)).padStart(2, '0')}`,
      kind: at % 2 === 0 ? ['INVENTION'] : ['INVENTION', 'UTILITY_MODEL'],
    }),
    byHand: {
      'one statement': one(
        `with hit as materialized (
          select province, legal_status, ipc_sections, ipc_subclasses from achievement.patent
          where kind = any($1) and (filed_on >= $2 or filed_on = left($2, 4))
        ), page as (
          select id, title, application_number, kind, legal_status, filed_on, inventors
          from achievement.patent where kind = any($1) and (filed_on >= $2 or filed_on = left($2, 4)) order by id limit 21
        ), shown as (select * from page order by id limit 20)
        select json_build_object('patents', json_build_object(
          'totalCount', (select count(*) from hit),
          'facets', json_build_array(${facet('PROVINCE', 'province')}, ${facet('STATUS', 'legal_status')},
            ${facet('IPC_SECTION', 'unnest(ipc_sections)')}, ${facet('IPC_SUBCLASS', 'unnest(ipc_subclasses)')}),
          'nodes', coalesce(json_agg(json_build_object('id', id, 'title', title, 'applicationNumber', application_number,
            'kind', kind, 'legalStatus', legal_status, 'filedOn', filed_on,
            'inventors', inventors) order by id), '[]'),
          'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page), 'endCursor', max(id))
        ))::text as body from shown`,
        ({ since, kind }) => [kind, since],
      ),
    },
  },
  {
    name: 'ordered: talents by latest update, a deep page of 50',
    walk: `query ($after: String) { talents(first: 100, after: $after, orderBy: [{ field: UPDATED_ON, direction: DESC }]) {
      edges { cursor node { id updatedOn } } } }`,
    query: `query ($after: String) {
      talents(first: 50, after: $after, orderBy: [{ field: UPDATED_ON, direction: DESC }]) {
        edges { cursor node { id name kind organizationText researchDirections horizontalFunding updatedOn } }
        pageInfo { hasNextPage endCursor }
      } }`,
    variables: (at, cursors) => after(cursors[(at * 31) % cursors.length]!),
    byHand: {
      'one statement': one(
        `with page as (
          select id, name, kind, organization_text, research_directions, horizontal_funding, updated_on
          from talent.talent
          where coalesce(updated_on, '') <= $1 and (coalesce(updated_on, '') < $1 or id > $2)
          order by coalesce(updated_on, '') desc, id limit 51
        ), shown as (select * from page order by coalesce(updated_on, '') desc, id limit 50)
        select json_build_object('talents', json_build_object(
          'edges', coalesce(json_agg(json_build_object('cursor', coalesce(updated_on, '') || ' ' || id, 'node',
            json_build_object('id', id, 'name', name, 'kind', kind, 'organizationText', organization_text,
            'researchDirections', research_directions, 'horizontalFunding', horizontal_funding::text,
            'updatedOn', updated_on)) order by coalesce(updated_on, '') desc, id), '[]'),
          'pageInfo', json_build_object('hasNextPage', (select count(*) > 50 from page),
            'endCursor', (array_agg(id order by coalesce(updated_on, ''), id desc))[1])
        ))::text as body from shown`,
        ({ updatedOn, id }) => [updatedOn ?? '', id],
      ),
    },
  },
  {
    name: 'joined: talents, achievements, patents, licenses',
    walk: `query ($after: String) { talents(first: 100, after: $after) { edges { cursor node { id } } } }`,
    query: `query ($after: String) {
      talents(first: 20, after: $after) { nodes {
        id name organization { name region { label } }
        achievements { id title patents { title kind legalStatus openLicense { status feeMode fixedFee } } }
      } } }`,
    variables: (at, cursors) => after(cursors[(at * 31) % cursors.length]!),
    byHand: {
      'one statement': one(
        `select json_build_object('talents', json_build_object('nodes', coalesce(json_agg(json_build_object('id', t.id,
          'name', t.name,
          'organization', case when t.organization_id is not null then (select json_build_object('name', o.name, 'region',
            case when o.region is not null then json_build_object('label', o.region ->> 'label') end)
            from organization.organization o where o.id = t.organization_id) end,
          'achievements', (select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'patents',
            (select coalesce(json_agg(json_build_object('title', p.title, 'kind', p.kind, 'legalStatus', p.legal_status,
              'openLicense', (select json_build_object('status', l.status, 'feeMode', l.fee_mode,
                'fixedFee', l.fixed_fee::text) from licensing.open_license l where l.patent_number = n.number
                order by l.status, coalesce(l.announced_on, '') desc, l.id limit 1)) order by n.place), '[]')
              from unnest(a.patent_numbers) with ordinality n (number, place)
              cross join lateral (select title, kind, legal_status from achievement.patent
                where application_number = n.number order by precedence, id limit 1) p)) order by a.id), '[]')
            from achievement.achievement a where a.talent_ids && array[t.id])
        ) order by t.id), '[]')))::text as body
        from (select id, name, organization_id from talent.talent where id > $1 order by id limit 20) t`,
        ({ id }) => [id],
      ),
      'a statement a level': joinedInSteps,
    },
  },
]

const objects = ['激光', '光纤', '数据', '视觉', '芯片', '装备', '材料', '电池']
const words = ['检测', '系统', '工艺', '平台', '装置', '模型', '软件', '电路']
const features = ['低碳', '高强', '海洋', '寒区', '中小企业']

function after({ cursor, node }: Cursor): Variables {
  return { after: cursor, ...node }
}

function one(statement: string, params: (variables: Variables) => readonly unknown[]): ByHand {
  return async (send, variables) => String((await send(statement, params(variables)))[0]!.body)
}

function facet(by: string, expression: string): string {
  return `json_build_object('by', '${by}', 'values', (select coalesce(json_agg(json_build_object('code', code, 'count', n)
    order by n desc, code), '[]') from (select code, count(*) as n from (select ${expression} as code from hit) codes
    where code is not null group by code order by n desc, code limit 100) counted))`
}
