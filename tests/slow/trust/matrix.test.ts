import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#schema/config.ts'
import { roles, type Viewer } from '#schema/viewer.ts'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import { rolePassword } from '../../../subgraphs/database/roles.ts'
import { developmentToken } from '../../../subgraphs/development-token.ts'
import { policyFunctions } from '../../../subgraphs/policy/guard.ts'
import { policy, type Rule } from '../../../subgraphs/policy/policy.ts'
import { drawsOf, generatedDocument } from '../../gateway/documents.ts'
import { asOwner, type FreshDatabase, freshDatabase, secret } from '../../postgres.ts'
import {
  type Cells,
  engineOver,
  entityAsker,
  isOpen,
  mutations,
  pathsThrough,
  probe,
  tryViewer,
  viewersOf,
  withCursorsRead,
} from '../../subgraphs/policy/matrix.ts'
import { type Canary, plant } from '../../subgraphs/policy/plant.ts'
import { figure } from '../figures.ts'

const answers = Number(process.env.ANSWERS ?? 20_000)

let fresh: FreshDatabase
let canaries: readonly Canary[]
let house: ReturnType<typeof engineOver>
let paths: ReturnType<typeof pathsThrough>
beforeAll(async () => {
  fresh = await freshDatabase()
  house = engineOver(fresh.database)
  canaries = await plant(fresh.url, house.engine.schema)
  paths = pathsThrough(house.engine.schema)
})
afterAll(() => fresh?.drop())

it('every role, close or strange in any one thing, gets by every path what the policy opens and nothing else', async () => {
  const entities = entityAsker(fresh.database)
  const wrong: string[] = []
  let tried = 0
  for (const [name, viewer] of roles.flatMap((role) => viewersOf(role))) {
    for (const cells of [
      await tryViewer(name, viewer, canaries, paths, house.ask),
      await entities(canaries, name, viewer),
      await probe(fresh, name, viewer),
    ]) {
      tried += cells.tried
      wrong.push(...cells.wrong)
    }
  }
  figure('R12 cells', '100 %', `${tried - wrong.length} of ${tried} as the policy says`, wrong.length === 0)
  expect(wrong).toEqual([])
})

it('documents nobody wrote, asked as anybody, show no canary that the policy does not open', {
  timeout: 86_400_000,
}, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9)
  const viewers = roles.flatMap((role) => viewersOf(role))
  const hidden = new Map(viewers.map(([name, viewer]) => [name, canaries.filter((it) => !isOpen(it, viewer))]))
  const ids = [...new Set(canaries.map(({ id }) => id))]
  const leaked: string[] = []
  let told = 0
  const started = performance.now()
  for (let at = 0; at < answers; at++) {
    const draw = drawsOf(seed + at)
    const [name, viewer] = viewers[draw(viewers.length)]!
    // Ids that lead somewhere, where the generator has any text.
    const query = generatedDocument(house.engine.schema, draw).replaceAll('"hb-edu-talent:X"', () =>
      JSON.stringify(ids[draw(ids.length)]),
    )
    const body = withCursorsRead(await house.ask(query, viewer))
    if (body.startsWith('{"data"')) told += 1
    for (const { text, type, field } of hidden.get(name)!) {
      if (body.includes(text)) leaked.push(`${name}: ${type}.${field} by ${query}`)
    }
  }
  const rate = answers / ((performance.now() - started) / 1000)
  figure(
    `R12 canaries in answers to made-up documents, seed ${seed}`,
    '0 found',
    `${leaked.length} in ${answers} answers, ${told} of them with data, ${Math.round(rate)} a second`,
    leaked.length === 0,
  )
  expect(leaked).toEqual([])
})

it('no rule and no condition of the policy can be taken out without a case that fails', async () => {
  const unnoticed: string[] = []
  const all = mutations()
  for (const { role, sharing, label, when } of all) {
    const rules = policy[role] as Record<typeof sharing, Rule>
    const kept = rules[sharing]
    rules[sharing] = { ...kept, when }
    await asOwner(fresh.url, policyFunctions())
    let wrong = 0
    for (const [name, viewer] of viewersOf(role)) {
      if (wrong > 0) break
      const cells: Cells[] = [await probe(fresh, name, viewer)]
      if (sharing !== 'NOT_SHARED') cells.push(await tryViewer(name, viewer, canaries, paths.slice(0, 2), house.ask))
      wrong += cells.reduce((sum, it) => sum + it.wrong.length, 0)
    }
    if (wrong === 0) unnoticed.push(label)
    rules[sharing] = kept
  }
  await asOwner(fresh.url, policyFunctions())
  figure(
    'R12 mutations of the policy',
    'all noticed',
    `${all.length - unnoticed.length} of ${all.length} noticed`,
    unnoticed.length === 0,
  )
  expect(unnoticed).toEqual([])
})

describe('of the house over HTTP', () => {
  it('bodies, headers, logs, metrics and what the logins can read hold no canary that the policy does not open', async () => {
    const config = {
      PORT: '0',
      DATABASE_URL: fresh.url,
      LIANKU_SECRET: secret,
      SAMPLES: '',
      LOG_LEVEL: 'trace',
      LIMITS: 'tokens=20000,depth=30,aliases=2000,selections=20000,cost=100000000,costPerMinute=100000000',
    }
    const { url, output, stop } = await startHouse(config)
    let responses = 0
    const leaked: string[] = []
    const note = (where: string, text: string, seen: readonly Canary[]) => {
      for (const canary of seen) if (text.includes(canary.text)) leaked.push(`${where}: ${canary.type}.${canary.field}`)
    }
    for (const role of roles) {
      for (const [name, viewer] of viewersOf(role, ['nowhere'])) {
        const authorization = role === 'PUBLIC' ? {} : { authorization: `Bearer ${await tokenFor(viewer, config)}` }
        const isAll = role === 'OPERATOR' || role === 'DATA_TEAM'
        const hidden = canaries.filter(({ classes }) => !isAll || classes.join() !== 'CONDITIONAL')
        for (const query of paths.flatMap(({ queries }) => queries)) {
          const response = await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...authorization },
            body: JSON.stringify({ query }),
          })
          note(`${name} body`, await response.text(), hidden)
          note(`${name} headers`, JSON.stringify([...response.headers]), canaries)
          responses += 1
        }
      }
    }
    note('metrics', await (await fetch(new URL('/metrics', url))).text(), canaries)
    await stop()
    note('log', output(), canaries)
    for (const login of ['lianku_public', 'lianku_app'] as const)
      note(`dump by ${login}`, await dump(fresh.url, login), canaries)
    figure(
      'R12 canaries over HTTP',
      '0 found',
      `${leaked.length} of ${canaries.length} in ${responses} answers, ${output().length} characters of log, metrics and dumps of both logins`,
      leaked.length === 0,
    )
    expect(leaked).toEqual([])
    expect(output()).toContain('requestId')
  })
})

async function startHouse(env: Record<string, string>) {
  const root = join(import.meta.dirname, '../../..')
  const child: ChildProcess = spawn(process.execPath, [join(root, 'gateway/house.ts')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk
      const [, url] = /ready: (\S+)/.exec(text) ?? []
      if (url) resolve(url.replace('localhost', '127.0.0.1'))
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    child.once('exit', () => reject(new Error(text)))
  })
  return {
    url: await ready,
    output: () => text,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function tokenFor({ role, ...viewer }: Viewer, env: Record<string, string>): Promise<string> {
  const { libraries = [], province, organization, subject, purposes = [] } = viewer
  const words = [
    '--role',
    role,
    ...libraries.flatMap((it) => ['--library', it]),
    ...purposes.flatMap((it) => ['--purpose', it]),
  ]
  if (province) words.push('--province', province)
  if (organization) words.push('--organization', organization)
  if (subject) words.push('--subject', subject)
  return (await developmentToken(words, readConfig(env))).token
}

/** Everything a login of the hub can read of every table and view, statistics included. */
async function dump(url: string, login: 'lianku_public' | 'lianku_app'): Promise<string> {
  const tables = await asOwner(
    url,
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'v', 'm', 'p')`,
  )
  const connection = openConnection({ url, user: login, password: rolePassword(login, url, secret) })
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await connection.send(`select to_jsonb(t)::text as row from ${name} t`, []).catch(() => [])
    texts.push(...rows.map(({ row }) => String(row)))
  }
  await connection.end()
  return texts.join('\n')
}
