import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { startHouse } from '../../gateway/house.ts'
import { attachLibrary, detachLibrary } from '../../subgraphs/attached/attach.ts'
import { sinks, subgraphs } from '../../subgraphs/registry.ts'
import { serveSubgraph } from '../../subgraphs/server.ts'
import { type FreshDatabase, sampleDatabase, secret } from '../postgres.ts'
import { guestAddress } from '../subgraphs/attached/guest.ts'
import { openAttachedHub } from '../subgraphs/attached/province.ts'
import { openWire, type Wire } from '../subgraphs/attached/wire.ts'

const hubei = ['hb-edu-talent', 'hb-std-demand', 'hb-ip-patent', 'hb-ip-license']
const liaoning = ['ln-demand', 'ln-alliance', 'ln-agreement', 'ln-fair', 'ln-visit']

let hub: FreshDatabase
let province: FreshDatabase
let wire: Wire
let house: Awaited<ReturnType<typeof startHouse>>
let reference: Awaited<ReturnType<typeof startHouse>>

beforeAll(async () => {
  hub = await sampleDatabase()
  // It holds the same rows, so that a house over it answers what the hub would answer of its own.
  province = await sampleDatabase()
  const address = await guestAddress(province)
  wire = await openWire(address)
  const known = [...hubei.map((id) => [id, address]), ...liaoning.map((id) => [id, wire.url])]
  house = await open(hub.url, {
    ATTACHED: known.map((pair) => pair.join('=')).join(','),
    ATTACHED_DEADLINE_MS: '20000',
  })
  reference = await open(province.url)
  for (const [library, url] of known) await attach(library!, url!)
  // Its own rows of it are gone, so that there are some again once it has adopted them.
  const visits = async () => (await asked(house, '{ lnVisits(first: 1) { totalCount } }')).data.lnVisits.totalCount
  await vi.waitFor(async () => expect(await visits()).toBeGreaterThan(0), 20_000)
})
afterAll(async () => {
  await house?.close()
  await reference?.close()
  await wire?.close()
  for (const database of [hub, province]) await database?.drop()
})

function open(url: string, more: Record<string, string> = {}) {
  const variables = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: url,
    LIANKU_SECRET: secret,
    SAMPLES: '',
    LIMITS: 'depth=20',
  }
  return startHouse(readConfig({ ...variables, ...more }), () => undefined)
}

function attach(library: string, url: string) {
  const { database, url: hubUrl } = hub
  return attachLibrary({
    database,
    hubUrl,
    sinks,
    library,
    url,
    replace: true,
    keep: async () => undefined,
    adopted: async () => undefined,
  })
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
async function asked({ url }: { readonly url: string }, query: string): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  expect(response.status).toBe(200)
  return response.json()
}

/** Cursors are bound to what is attached. */
function withoutCursors(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (key, value) => (/cursor/i.test(key) && value !== null ? '…' : value)))
}

const examples = new URL('../../gateway/examples/', import.meta.url)
const questions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(readdirSync(examples).map((name) => [name, readFileSync(new URL(name, examples), 'utf8')])),
  'all that units have': `{ organizations(first: 40) { nodes { id name library { id } contributors { id }
    talents(first: 3) { totalCount nodes { id name } pageInfo { hasNextPage endCursor } }
    demands(first: 2) { totalCount nodes { id title } } patents(first: 2) { totalCount nodes { id title } }
    achievements(first: 2) { totalCount nodes { id } } alliances(first: 5) { totalCount nodes { id name } }
  } } }`,
  'people with what they made, and where they went': `{ talents(first: 60) { nodes { id name organization { name }
    achievements { id title patents { id title openLicense { id fixedFee } } } patents { id otherRecords { id } }
    postings { kind title } visits(first: 3) { totalCount nodes { id year } }
  } } }`,
  'licenses with their patents': `{ openLicenses(first: 60) { nodes { id eligibility { rule passed message } patent { id title
    applicants { name organization { id name } } achievements { id } openLicenses { id } } } } }`,
  'the special action of Hubei': `{ hbSpecialActions(first: 60) { totalCount facets(by: [STATUS]) { values { code count } }
    nodes { demand { id title } isFunded enterprise { name } eligibility { isEligible } flags { code } } }
    hbSubsidyConflicts { enterpriseText subsidy items { demand { id } } } hbIndicators { code measured period } }`,
  'the alliances of Liaoning': `{ lnAlliances(first: 40) { totalCount nodes { id members { role organizationText organization { name } } agreement { id amount } } }
    lnFairs(first: 20) { nodes { id agreements(first: 5) { totalCount nodes { id fair { id } } } } }
    lnVisits(first: 20) { nodes { id talent { id name } } } lnIndicators { code measured period } }`,
  'the clocks and industries of Heilongjiang': `{ hlClocks { library { id } period changed rows dueOn } hlIndustries { code demands projects } }`,
  'how libraries stand': `{ libraries { id rows asOf overdueDays releases(first: 3) { id state rows flags { code count } }
    quality { rows doubts trend flags { code count } } } }`,
}

describe('a house that nine libraries are attached to while it runs', () => {
  it.each(Object.keys(questions))('answers as if they were its own: %s', async (name) => {
    const answered = await asked(house, questions[name]!)
    expect(answered.errors).toBeUndefined()
    expect(withoutCursors(answered)).toEqual(withoutCursors(await asked(reference, questions[name]!)))
  })

  it('finds records by id wherever they live', async () => {
    const { data } = await asked(reference, '{ demands(first: 1, filter: {library: ["ln-demand"]}) { nodes { id } } }')
    const { id } = data.demands.nodes[0]
    const node = `{ node(id: "${id}") { __typename id ... on Demand { title enterprise { id name } } } }`
    expect(await asked(house, node)).toEqual(await asked(reference, node))
    wire.cut()
    try {
      expect(await asked(house, node)).toEqual({
        data: { node: null },
        extensions: { incomplete: [{ library: 'ln-demand', status: 'UNREACHABLE', message: expect.any(String) }] },
      })
    } finally {
      wire.mend()
    }
  })

  it('names in extensions what is missing from lists inside other records', async () => {
    const question = '{ organizations(first: 100) { nodes { id alliances(first: 3) { totalCount } } } }'
    wire.cut()
    try {
      const { data, errors, extensions } = await asked(house, question)
      expect(errors).toBeUndefined()
      expect(
        new Set(
          data.organizations.nodes.map(({ alliances }: { alliances: { totalCount: number } }) => alliances.totalCount),
        ),
      ).toEqual(new Set([0]))
      expect(extensions.incomplete).toMatchObject([{ library: 'ln-alliance' }])
    } finally {
      wire.mend()
    }
  })

  it('tells it from a subgraph of its own too', async () => {
    const spread = await openAttachedHub(hub, { deadlineMs: 20_000, restMs: 300 })
    await spread.look()
    const liaoningAlone = subgraphs.find(({ name }) => name === 'liaoning')!
    const server = await serveSubgraph(
      liaoningAlone,
      { database: spread.database, secret: 'the key of cursors' },
      { port: 0, host: '127.0.0.1' },
    )
    try {
      // This process was told no address.
      expect(await asked(server, '{ lnFairs(first: 1) { totalCount sources { status } } }')).toMatchObject({
        data: { lnFairs: { totalCount: 0, sources: [{ status: 'UNREACHABLE' }] } },
        extensions: { incomplete: [{ library: 'ln-fair', status: 'UNREACHABLE' }] },
      })
    } finally {
      await server.close()
      await spread.close()
    }
  })

  it('lets go of one that is detached, without a restart', async () => {
    await detachLibrary({ database: hub.database, sinks }, 'ln-fair')
    const count = async () => (await asked(house, '{ lnFairs(first: 1) { totalCount } }')).data.lnFairs.totalCount
    await expect.poll(count, { timeout: 10_000 }).toBe(0)
  })
})
