import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Prepared } from '../../../subgraphs/intake/sink.ts'
import { decideLink } from '../../../subgraphs/linking/decide.ts'
import { linking } from '../../../subgraphs/linking/subgraph.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { answer, ended, record, save } from '../ask.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh?.drop())

const laser = 'CN2020190000019'
const robot = 'CN2020190000027'
const wuhan = { text: '武汉示例大学', moeCode: '10486' }

const put = (...records: Prepared[]) => save(fresh.database, linking, records)
const remove = ({ kind, id, library }: Prepared) =>
  fresh.database.write((tx) =>
    linking.sinks.find((sink) => sink.kind === kind)!.remove(tx, [id], library, ended(library.id)),
  )

/** Every link between two libraries, in a few words each. */
async function links(left: string, right: string): Promise<string[]> {
  const { nodes } = await answer(
    fresh.database,
    linking,
    `{ links(first: 100) { nodes { method score status evidence { feature } sides { library { id } record { id } } } } }`,
  )
  type Node = {
    status: string
    score: number
    evidence: { feature: string }[]
    sides: { library: { id: string }; record: { id: string } }[]
  }
  return (nodes as Node[])
    .filter(({ sides }) => [left, right].every((it) => sides.some(({ library }) => library.id === it)))
    .map(({ status, score, evidence, sides }) =>
      [status, score, ...sides.map((side) => side.record.id), ...evidence.map((it) => it.feature)].join(' '),
    )
}

const person = (library: string, localId: string, fields: Partial<Prepared<'talent'>['fields']> = {}, options = {}) =>
  record('talent', library, localId, { type: 'PERSON', name: '周示例', organization: wuhan, ...fields }, options)

describe('a patent in two libraries', () => {
  it('is one by its application number, with no person asked', async () => {
    await put(
      record('patent', 'hb-ip-patent', laser, { applicationNumber: laser, title: '激光熔覆装置' }),
      record('patent', 'ln-patent', laser, { applicationNumber: laser, title: '一种激光熔覆装置' }),
    )

    expect(await links('hb-ip-patent', 'ln-patent')).toEqual([
      `IDENTIFIED 1 hb-ip-patent:${laser} ln-patent:${laser} PATENT`,
    ])
  })
})

describe('a person in two libraries', () => {
  it('is never suggested by name alone', async () => {
    await put(person('hb-edu-talent', 'A'), person('ln-talent', 'B', { organization: { text: '沈阳示例大学' } }))

    expect(await links('hb-edu-talent', 'ln-talent')).toEqual([])
  })

  it('is suggested by name with a patent, and stays two records', async () => {
    await put(
      person('hb-edu-talent', 'A', { patentNumbers: [laser] }),
      person('ln-talent', 'B', { patentNumbers: [laser, robot], organization: { text: '沈阳示例大学' } }),
    )

    expect(await links('hb-edu-talent', 'ln-talent')).toEqual([
      'SUGGESTED 0.79 hb-edu-talent:A ln-talent:B NAME PATENT',
    ])
  })

  it('is not a team of the same name', async () => {
    await put(person('ln-talent', 'B', { type: 'TEAM', patentNumbers: [laser] }))

    expect(await links('hb-edu-talent', 'ln-talent')).toEqual([])
  })

  it('takes no part once it is restricted, or its name withheld', async () => {
    await put(person('ln-talent', 'B', { patentNumbers: [laser] }))
    expect(await links('hb-edu-talent', 'ln-talent')).toHaveLength(1)

    await put(person('ln-talent', 'B', { patentNumbers: [laser] }, { restricted: true }))
    expect(await links('hb-edu-talent', 'ln-talent')).toEqual([])

    await put(person('ln-talent', 'B', { patentNumbers: [laser], nameWithheld: true }))
    expect(await links('hb-edu-talent', 'ln-talent')).toEqual([])
    const kept = await asOwner(fresh.url, `select features from linking.record where id = 'ln-talent:B'`)
    expect(JSON.stringify(kept)).not.toContain('周示例')
  })
})

describe('an achievement in two libraries', () => {
  it('is suggested by its title however it is punctuated, with its patent', async () => {
    await put(
      record('achievement', 'hb-edu-achievement', 'A', { title: '高功率激光熔覆成套装备', patentNumbers: [laser] }),
      record('achievement', 'hl-achievement', 'B', { title: '一种高功率激光熔覆，成套装备', patentNumbers: [laser] }),
      record('achievement', 'hl-achievement', 'C', { title: '高功率激光熔覆成套装备' }),
    )

    expect(await links('hb-edu-achievement', 'hl-achievement')).toEqual([
      'SUGGESTED 0.8 hb-edu-achievement:A hl-achievement:B TITLE PATENT',
    ])
  })
})

describe('a unit that two libraries name', () => {
  it('is one by its official code, and only suggested by name and region', async () => {
    const region = {
      scheme: 'GB/T 2260',
      code: '420100',
      label: '武汉市',
      original: '武汉市',
      match: 'EXACT',
    } as const
    const coded = (library: string, code: string) =>
      record('organization', library, code, { name: '武汉示例激光有限公司', region })
    await put(coded('hb-std-demand', 'MAYY1'), coded('hb-ip-patent', 'MAYY1'), coded('hb-ip-license', 'MAYY2'))

    expect([
      ...(await links('hb-std-demand', 'hb-ip-patent')),
      ...(await links('hb-std-demand', 'hb-ip-license')),
    ]).toEqual([
      'IDENTIFIED 1 organization:MAYY1 organization:MAYY1 OFFICIAL_CODE NAME REGION',
      'SUGGESTED 0.6 organization:MAYY2 organization:MAYY1 NAME REGION',
    ])
  })
})

describe('a decision', () => {
  const of = async () =>
    (
      await answer(
        fresh.database,
        linking,
        `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Achievement { links { id status } } } }`,
        { keys: [{ __typename: 'Achievement', id: 'hb-edu-achievement:A' }] },
      )
    )[0].links
  const viewer = { role: 'OPERATOR', subject: 'lianku' } as const
  const rival = record('achievement', 'hl-achievement', 'B', {
    title: '高功率激光熔覆成套装备',
    patentNumbers: [laser],
  })

  it('takes a rejected link from the records, outlives the record, and can be taken back', async () => {
    const [{ id: link }] = await of()
    const decide = (decision: 'REJECTED' | 'UNDECIDED') =>
      decideLink(fresh.database, { link, decision, reason: '示例：经办人核对', viewer })

    expect(await decide('REJECTED')).toBe('REJECTED')
    expect(await of()).toEqual([])
    await remove(rival)
    await put(rival)
    expect(await of()).toEqual([])
    expect(await decide('UNDECIDED')).toBe('SUGGESTED')
    expect(await of()).toEqual([{ id: link, status: 'SUGGESTED' }])
    const written = await asOwner(fresh.url, 'select content from audit.event')
    expect(written).toHaveLength(2)
  })

  it('is refused for a link that does not exist', async () => {
    const refused = decideLink(fresh.database, { link: 'none', decision: 'CONFIRMED', reason: '示例', viewer })
    await expect(refused).rejects.toMatchObject({ code: 'BAD_VALUE', message: '没有关联 none；用 lianku links 查看。' })
    expect(await asOwner(fresh.url, `select from linking.decision where link = 'none'`)).toEqual([])
  })
})

it('lists links by likelihood, page by page', async () => {
  const page = async (after: string | null) =>
    answer(
      fresh.database,
      linking,
      `query ($after: String) { links(first: 2, after: $after) { nodes { score } pageInfo { hasNextPage endCursor } totalCount } }`,
      { after },
    )
  const scores: number[] = []
  let after: string | null = null
  let total: number
  do {
    const { nodes, pageInfo, totalCount } = await page(after)
    scores.push(...nodes.map(({ score }: { score: number }) => score))
    total = totalCount
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after)

  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(scores).toHaveLength(total)
})

it('suggests nothing by what too many share', async () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    record('achievement', 'ln-supply', `N${n}`, { title: '示例通用技术', organization: wuhan }),
  )
  await put(...many, record('achievement', 'hl-project', 'M', { title: '示例通用技术', organization: wuhan }))

  expect(await links('ln-supply', 'hl-project')).toEqual([])
})

it('compares a kind of record that the statistics do not know yet without a look at all of it', async () => {
  const keysOf = (kind: string, library: string) =>
    `insert into linking.key select '${kind}', 'nobody else''s ' || i, '${library}', 'A' || i from generate_series(1, 20000) i`
  await asOwner(
    fresh.url,
    `truncate linking.key; ${keysOf('TALENT', 'ln-talent')}; analyze linking.key; ${keysOf('ACHIEVEMENT', 'ln-supply')}`,
  )

  const read = await fresh.database.write(async (tx) => {
    const keysRead = async () => {
      const [keys] = await tx.execute(sql`
        select seq_tup_read + idx_tup_fetch as read from pg_stat_xact_user_tables where relid = 'linking.key'::regclass`)
      return Number(keys!.read)
    }
    const before = await keysRead()
    const few = [1, 2, 3].map((at) =>
      record('achievement', 'hl-achievement', `B${at}`, { title: `示例成果${at}`, organization: wuhan }),
    )
    await linking.sinks.find(({ kind }) => kind === 'achievement')!.save(tx, few)
    return (await keysRead()) - before
  })

  expect(read).toBeLessThan(100)
})
