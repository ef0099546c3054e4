import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '#schema/viewer.ts'
import type { AuditEvent } from '../../../subgraphs/audit/event.ts'
import { defineSubgraph } from '../../../subgraphs/define.ts'
import { talent } from '../../../subgraphs/talent/subgraph.ts'
import { personal } from '../../../subgraphs/talent/tables.ts'
import { asOwner, type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { ask, record, save } from '../ask.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
  const person = (localId: string, consents: readonly string[], birthYear?: string) =>
    record('talent', 'hb-edu-talent', localId, {
      name: `示例${localId}`,
      organization: { text: '武汉大学', moeCode: '10486' },
      gender: '女',
      ...(birthYear && { birthYear }),
      contactName: '李示例',
      consents,
    })
  await save(fresh.database, talent, [
    person('all', ['LIST_NAME', 'LIST_CONTACT', 'PUSH_TO_ENTERPRISE'], '1978'),
    person('named', ['LIST_NAME'], '1980'),
    person('silent', []),
  ])
})
afterAll(() => fresh?.drop())

const question = '{ talents { nodes { localId gender birthYear } } }'

const seenBy = async (viewer: Viewer) => {
  const { data, errors, extensions } = await ask(fresh.database, talent, question, {}, viewer)
  expect(errors).toBeUndefined()
  const { nodes } = (data as { talents: { nodes: { localId: string; gender: string; birthYear: string }[] } }).talents
  const shown = nodes.filter(({ gender }) => gender !== null)
  return { shown: shown.map(({ localId, birthYear }) => [localId, birthYear]), extensions }
}

const events = async () => {
  const rows = await fresh.database
    .db({ role: 'OPERATOR' })
    .restricted((tx) => tx.execute(sql`select content from audit.event order by seq`))
  return rows.map(({ content }) => content as AuditEvent)
}

const withheld = (reason: string, message: string) => ({
  withheld: ['Talent.gender', 'Talent.birthYear'].map((field) => ({ field, reason, message })),
})
const consentNeeded = withheld('CONSENT_NEEDED', '个人信息：须有本人为您的用途给出的同意。')
const broker: Viewer = { role: 'BROKER', subject: 'broker-7', purposes: ['LIST_CONTACT'] }

describe('a personal field', () => {
  it('is null with a reason that depends on the role only, and opens by the policy', async () => {
    const everybody = [
      ['all', '1978'],
      ['named', '1980'],
      ['silent', null],
    ]
    expect(await seenBy({ role: 'PUBLIC' })).toEqual({
      shown: [],
      extensions: withheld('SIGN_IN', '公众不可见，请登录后查看。'),
    })
    expect(await seenBy({ role: 'EVALUATOR', province: 'HUBEI' })).toEqual({
      shown: [],
      extensions: withheld('NO_PERSONAL_DATA', '您的角色不接触个人信息。'),
    })
    expect(await seenBy(broker)).toEqual({ shown: [['all', '1978']], extensions: consentNeeded })
    expect(await seenBy({ ...broker, purposes: ['LIST_NAME'] })).toEqual({ shown: [], extensions: consentNeeded })
    const owner: Viewer = { role: 'LIBRARY_OWNER', libraries: ['hb-edu-talent'] }
    expect(await seenBy(owner)).toEqual({ shown: everybody, extensions: consentNeeded })
    const university: Viewer = { role: 'UNIVERSITY', organization: 'organization:10486' }
    expect(await seenBy(university)).toEqual({ shown: everybody, extensions: consentNeeded })
  })

  it('that was seen is in the audit: whose records, which fields, by whom and why, and no value', async () => {
    const before = (await events()).length
    await seenBy(broker)
    await seenBy({ role: 'PUBLIC' })
    await seenBy({ ...broker, purposes: [] })
    expect((await events()).slice(before)).toEqual([
      {
        action: 'READ',
        viewer: broker,
        object: 'Talent',
        ids: ['hb-edu-talent:all'],
        fields: ['birthYear', 'gender'],
        reason: 'LIST_CONTACT',
        requestId: 'test',
      },
    ])
  })

  it('is refused while the audit cannot be written, and nothing besides is', async () => {
    await asOwner(fresh.url, 'revoke insert (content) on audit.event from lianku_writer')
    const answers = await Promise.all(
      [broker, { role: 'PUBLIC' } as const].map((viewer) => ask(fresh.database, talent, question, {}, viewer)),
    )
    await asOwner(fresh.url, 'grant insert (content) on audit.event to lianku_writer')
    const nodes = ['all', 'named', 'silent'].map((localId) => ({ localId, gender: null, birthYear: null }))
    expect(answers.map(({ data }) => data)).toEqual([{ talents: { nodes } }, { talents: { nodes } }])
    const codes = answers.map(({ errors = [] }) => new Set(errors.map(({ extensions }) => extensions?.code)))
    expect(codes).toEqual([new Set(['AUDIT_UNAVAILABLE']), new Set()])
  })
})

it('with a class of its own needs a sidecar to be read from, and a contract that lets it be null', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lianku-contract-'))
  const define = async (field: string, sidecars = {}) => {
    const contract = join(folder, `${field.replaceAll(/\W/g, '')}.graphql`)
    const type = `type Talent @key(fields: "id") @sharing(class: UNCONDITIONAL) { id: ID! ${field} @sharing(class: PERSONAL) }`
    await writeFile(contract, `type Query { talent: Talent } type Library { id: ID! } ${type}`)
    const parts = { name: 'trial', contract: pathToFileURL(contract), resolvers: {}, loaders: () => ({}), sidecars }
    return defineSubgraph(parts).name
  }
  await expect(define('gender: String')).rejects.toThrow('Talent.gender by a class of its own')
  await expect(define('phone: String', { Talent: personal })).rejects.toThrow('Talent.phone by a class of its own')
  await expect(define('gender: String!', { Talent: personal })).rejects.toThrow('has to be nullable')
  expect(await define('birthYear: String', { Talent: personal })).toBe('trial')
  await rm(folder, { recursive: true })
})
