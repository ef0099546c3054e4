import { readFile } from 'node:fs/promises'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { signingKeys } from '#schema/signature.ts'
import { createHttpTransport } from '../../gateway/engine/http-transport.ts'
import { startHouse } from '../../gateway/house.ts'
import { signedHeaders } from '../../gateway/identity/signed-headers.ts'
import { createViewerReader } from '../../gateway/identity/viewer.ts'
import { startGateway } from '../../gateway/main.ts'
import { developmentToken } from '../../subgraphs/development-token.ts'
import { serveSubgraph } from '../../subgraphs/server.ts'
import { talent } from '../../subgraphs/talent/subgraph.ts'
import { asOwner, type FreshDatabase, sampleDatabase, secret } from '../postgres.ts'

let data: FreshDatabase
beforeAll(async () => {
  data = await sampleDatabase()
  await asOwner(
    data.url,
    `create table trial_expected as
      select id, gender from talent.personal where id like 'hb-edu-talent:%' and gender is not null;`,
  )
})
afterAll(() => data.drop())

const configOf = () =>
  readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: data.url, LIANKU_SECRET: secret, SAMPLES: '' })

/** Gateway and subgraph as two services, the one signing to the other. */
async function apart() {
  const config = configOf()
  const logger = pino({ level: 'silent' })
  const keys = signingKeys(config)
  const hub = { database: data.database, secret: 'the key of cursors' }
  const server = await serveSubgraph(talent, hub, { port: 0, host: '127.0.0.1', keys })
  const gateway = await startGateway({
    config,
    logger,
    supergraph: { text: await readFile(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8') },
    transport: ({ name }) => {
      const url = name === 'talent' ? server.url : undefined
      return createHttpTransport({ name, url }, { headersFor: signedHeaders({ name, url }, keys) })
    },
    viewer: createViewerReader(config, config.secret, logger),
    ready: async () => true,
  })
  const close = async () => {
    await gateway.close()
    await server.close()
  }
  return { url: gateway.url, close }
}

describe.each([
  ['in one process', () => startHouse(configOf(), () => undefined)],
  ['over HTTP', apart],
] as const)('%s', (_, start) => {
  it('a viewer’s token opens restricted rows by the policy, for that viewer only', async () => {
    const house = await start()
    const reasons: string[] = []
    const genders = async (...words: string[]) => {
      const authorization = words.length > 0 ? `Bearer ${(await developmentToken(words, configOf())).token}` : undefined
      const response = await fetch(house.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({
          query: '{ talents(first: 100, filter: { province: [HUBEI] }) { nodes { id gender } } }',
        }),
      })
      const { data: answered, extensions } = (await response.json()) as {
        data: { talents: { nodes: { id: string; gender: string | null }[] } }
        extensions: { withheld: { field: string; reason: string }[] }
      }
      reasons.push(extensions.withheld.map(({ field, reason }) => `${field} ${reason}`).join())
      return answered.talents.nodes.filter(({ gender }) => gender !== null)
    }
    const owner = ['--role', 'LIBRARY_OWNER', '--library']
    const seen = await Promise.all([
      genders(...owner, 'hb-edu-talent'),
      genders(...owner, 'hl-talent'),
      genders('--role', 'EVALUATOR', '--province', 'HUBEI'),
      genders(),
    ])
    await house.close()
    const ids = seen[0]!.map(({ id }) => `'${id}'`).join(', ')
    const expected = await asOwner(data.url, `select id, gender from trial_expected where id in (${ids || "''"})`)
    expect(seen[0]!.length).toBeGreaterThan(0)
    expect(new Map(seen[0]!.map(({ id, gender }) => [id, gender]))).toEqual(
      new Map(expected.map(({ id, gender }) => [id, gender])),
    )
    expect(seen.slice(1)).toEqual([[], [], []])
    expect(reasons.toSorted()).toEqual([
      'Talent.gender CONSENT_NEEDED',
      'Talent.gender CONSENT_NEEDED',
      'Talent.gender NO_PERSONAL_DATA',
      'Talent.gender SIGN_IN',
    ])
  })
})
