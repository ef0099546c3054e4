import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles, type Viewer } from '#schema/viewer.ts'
import {
  type Condition,
  decide,
  type Facts,
  mayQuery,
  policy,
  sharingClasses,
} from '../../../subgraphs/policy/policy.ts'
import { policySql } from '../../../subgraphs/policy/sql.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'

/** All ways to take one value for each name. */
function combinations<T extends Record<string, readonly unknown[]>>(values: T): { [K in keyof T]: T[K][number] }[] {
  return Object.entries(values).reduce<Record<string, unknown>[]>(
    (made, [name, options]) => made.flatMap((it) => options.map((value) => ({ ...it, [name]: value }))),
    [{}],
  ) as { [K in keyof T]: T[K][number] }[]
}

const allFacts = combinations({
  library: ['hb-edu-talent', 'hl-talent', null],
  province: ['HUBEI', 'HEILONGJIANG', null],
  organizations: [['hb-org:10486'], ['hl-org:10213', null], null],
  subject: ['wang-fang', 'li-na', null],
  consents: [['LIST_CONTACT'], ['LIST_NAME', 'PUSH_TO_ENTERPRISE'], [], null],
}) satisfies Facts[]

const allViewers = combinations({
  role: roles,
  libraries: [undefined, [], ['hb-edu-talent'], ['hl-talent', 'hl-demand']],
  province: [undefined, 'HUBEI'],
  organization: [undefined, 'hb-org:10486'],
  subject: [undefined, 'wang-fang'],
  purposes: [undefined, [], ['LIST_CONTACT', 'CROSS_PROVINCE']],
}) as Viewer[]

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  const columns = { library: 'library', province: 'province', organizations: 'organizations', subject: 'subject' }
  const tables = sharingClasses.map((sharing) => {
    const name = sharing.toLowerCase()
    return `create table trial.${name} (id int primary key, library text collate "C", province text collate "C",
        organizations text[] collate "C", subject text, consents text[] collate "C");
      alter table trial.${name} enable row level security, force row level security;
      grant select on trial.${name} to lianku_reader;
      insert into trial.${name} select * from jsonb_to_recordset('${JSON.stringify(allFacts.map((it, id) => ({ id, ...it })))}')
        as it(id int, library text, province text, organizations text[], subject text, consents text[]);
      create policy reader on trial.${name} for select to lianku_reader
        using (${policySql(sharing, { ...columns, consents: 'consents' })});
      create table trial.bare_${name} (id int primary key);
      alter table trial.bare_${name} enable row level security, force row level security;
      grant select on trial.bare_${name} to lianku_reader;
      insert into trial.bare_${name} values (1);
      create policy reader on trial.bare_${name} for select to lianku_reader using (${policySql(sharing, {})});`
  })
  await asOwner(fresh.url, `create schema trial; grant usage on schema trial to lianku_reader; ${tables.join('\n')}`)
})
afterAll(() => fresh.drop())

/** Ids each class shows, as bits would be: one statement for all four tables. */
async function shown(viewer: Viewer, prefix = ''): Promise<number[][]> {
  const lists = sharingClasses.map((it) => `(select array_agg(id order by id) from trial.${prefix}${it.toLowerCase()})`)
  const [row] = await fresh.database
    .db(viewer)
    .restricted((tx) => tx.execute(sql.raw(`select ${lists.map((it, i) => `${it} as c${i}`).join(', ')}`)))
  return sharingClasses.map((_, i) => (row![`c${i}`] as number[] | null) ?? [])
}

describe('the policy', () => {
  it('is the same in the database as in the table, for every viewer and every record', async () => {
    const differing: unknown[] = []
    for (const viewer of allViewers) {
      const found = await shown(viewer)
      const decided = sharingClasses.map((sharing) =>
        allFacts.flatMap((facts, id) => (decide(viewer, sharing, facts).allow ? [id] : [])),
      )
      if (JSON.stringify(found) !== JSON.stringify(decided)) differing.push(viewer)
    }
    expect(allViewers.length * allFacts.length * sharingClasses.length).toBe(960 * 324 * 4)
    expect(differing).toEqual([])
  }, 120_000)

  it('opens a table without facts to those only who need no condition', async () => {
    const found = await Promise.all(roles.map((role) => shown({ role }, 'bare_')))
    expect(found).toEqual(roles.map((role) => sharingClasses.map((sharing) => (mayQuery(role, sharing) ? [1] : []))))
  })

  it('opens nothing without a viewer, to a role nobody knows or to a viewer that is no object', async () => {
    const strangers = [{}, { role: 'ADMIN' }, { role: null }, { role: ['OPERATOR'] }, [], 'OPERATOR', null]
    const found = await Promise.all(strangers.map((viewer) => shown(viewer as unknown as Viewer)))
    expect(found).toEqual(strangers.map(() => [[], [], [], []]))
  })

  it('loses somebody something with every single rule that is taken out', () => {
    const unnoticed = rules().filter(([role, sharing, i]) => {
      const rule = policy[role][sharing]
      const without = {
        ...policy,
        [role]: { ...policy[role], [sharing]: { ...rule, when: rule.when.toSpliced(i, 1) } },
      }
      const viewers = allViewers.filter((viewer) => viewer.role === role)
      const changes = (viewer: Viewer) => (facts: Facts) =>
        decide(viewer, sharing, facts).allow !== decide(viewer, sharing, facts, without).allow
      return !viewers.some((viewer) => allFacts.some(changes(viewer)))
    })
    expect(unnoticed).toEqual([])
  })

  it('gives the same reason for what is there and what is not', () => {
    const reasons = combinations({ role: roles, sharing: sharingClasses }).map(({ role, sharing }) => {
      const said = [...allFacts, {}].map((facts) => decide({ role }, sharing, facts))
      return new Set(said.flatMap((it) => (it.allow ? [] : [it.reason]))).size
    })
    expect(Math.max(...reasons)).toBe(1)
  })
})

function rules() {
  return combinations({ role: roles, sharing: sharingClasses }).flatMap(({ role, sharing }) =>
    policy[role][sharing].when.map((_, i) => [role, sharing, i] as const),
  )
}

describe('by the policy', () => {
  const everything: Facts = {
    library: 'hb-edu-talent',
    province: 'HUBEI',
    organizations: ['hb-org:10486'],
    subject: 'wang-fang',
    consents: ['LIST_CONTACT'],
  }
  const near: Omit<Viewer, 'role'> = {
    libraries: ['hb-edu-talent'],
    province: 'HUBEI',
    organization: 'hb-org:10486',
    subject: 'wang-fang',
    purposes: ['LIST_CONTACT'],
  }
  const facing: Record<Condition, keyof Facts> = {
    SELF: 'subject',
    OWN_ORGANIZATION: 'organizations',
    OWN_LIBRARY: 'library',
    OWN_PROVINCE: 'province',
    CONSENT: 'consents',
  }
  const rolesThat = (allowed: (role: Role) => boolean) => roles.filter(allowed)
  const sees = (role: Role, sharing: (typeof sharingClasses)[number], facts: Facts) =>
    decide({ role, ...near }, sharing, facts).allow
  const without = (condition: Condition): Facts => ({ ...everything, [facing[condition]]: null })

  it('everybody sees what is shared without condition, and nobody has to say who they are', () => {
    expect(rolesThat((role) => decide({ role }, 'UNCONDITIONAL', {}).allow)).toEqual(roles)
  })

  it('the public sees nothing else, even when everything about it fits', () => {
    expect(sharingClasses.filter((sharing) => sees('PUBLIC', sharing, everything))).toEqual(['UNCONDITIONAL'])
  })

  it('what is not shared stays with those who contributed it', () => {
    expect(rolesThat((role) => sees(role, 'NOT_SHARED', everything))).toEqual(['UNIVERSITY', 'LIBRARY_OWNER'])
    expect(rolesThat((role) => sees(role, 'NOT_SHARED', without('OWN_LIBRARY')))).toEqual([])
  })

  it('evaluators and data teams never see personal data', () => {
    expect(rolesThat((role) => !sees(role, 'PERSONAL', everything))).toEqual(['PUBLIC', 'EVALUATOR', 'DATA_TEAM'])
  })

  it('a consent withdrawn closes personal data to all but the person, the employer and the library', () => {
    expect(rolesThat((role) => sees(role, 'PERSONAL', without('CONSENT')))).toEqual([
      'TECHNOLOGIST',
      'UNIVERSITY',
      'LIBRARY_OWNER',
    ])
  })

  it('a consent for one purpose opens nothing for another', () => {
    const consents = ['LIST_NAME']
    expect(sees('BROKER', 'PERSONAL', everything)).toBe(true)
    expect(decide({ role: 'BROKER', ...near }, 'PERSONAL', { ...everything, consents })).toEqual({
      allow: false,
      reason: 'CONSENT_NEEDED',
    })
  })

  it('conditional content of another province, library and organization is for operators and data teams', () => {
    const far: Facts = {
      library: 'hl-talent',
      province: 'HEILONGJIANG',
      organizations: ['hl-org:10213'],
      subject: 'li-na',
    }
    expect(rolesThat((role) => sees(role, 'CONDITIONAL', far))).toEqual(['OPERATOR', 'DATA_TEAM'])
    expect(rolesThat((role) => mayQuery(role, 'CONDITIONAL'))).toEqual(['OPERATOR', 'DATA_TEAM'])
  })
})
