import { readdir, rm } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader, type Reader } from '../../../subgraphs/intake/child.ts'
import { listChanges } from '../../../subgraphs/intake/feed/changes.ts'
import { changesRoute } from '../../../subgraphs/intake/feed/route.ts'
import { harvest } from '../../../subgraphs/intake/harvest/harvest.ts'
import { confirmRelease, declineRelease } from '../../../subgraphs/intake/history.ts'
import { importFiles } from '../../../subgraphs/intake/intake.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'
import { findLibrary } from '../../../subgraphs/libraries.ts'
import { sinks } from '../../../subgraphs/registry.ts'
import { asOwner, type FreshDatabase, freshDatabase, sampleDatabase } from '../../postgres.ts'
import { openFolder } from './folder.ts'

let here: FreshDatabase
let there: FreshDatabase
let folder: Awaited<ReturnType<typeof openFolder>>
let reader: Reader
let server: Server
let base: string
/** What the other hub is asked, and after how many answers it breaks down. */
const asked: string[] = []
let breaksAfter = Number.POSITIVE_INFINITY
let spoiled: ((body: string) => string) | undefined
const spool = join(tmpdir(), `lianku-harvest-${process.pid}`)

beforeAll(async () => {
  there = await sampleDatabase()
  here = await freshDatabase()
  folder = await openFolder()
  reader = openReader([tmpdir()])
  const route = changesRoute(there.database, sinks)
  server = createServer((request, response) => {
    asked.push(request.url!)
    if (asked.length > breaksAfter) return void response.writeHead(418).end()
    // Small pages, so that a small library has several.
    request.url = request.url!.replace('limit=1000', 'limit=10')
    if (spoiled) return void spoil(response)
    void route(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  reader.close()
  server.closeAllConnections()
  server.close()
  await Promise.all([here.drop(), there.drop()])
  await folder.remove()
  await rm(spool, { recursive: true, force: true })
})

/** Answers with the whole feed of ln-fair, changed on its way. */
async function spoil(response: ServerResponse) {
  const since = new URL(asked.at(-1)!, base).searchParams.get('since') ?? undefined
  const page = await listChanges(there.database, sinks, findLibrary('ln-fair')!, { since, limit: 1000 })
  response.end(spoiled!(JSON.stringify(page)))
}

const take = (library: string, more: { removable?: number } = {}) =>
  harvest({
    database: here.database,
    sinks,
    library,
    url: `${base}/libraries/${library}/changes`,
    folder: spool,
    ...more,
  })

async function send(name: string, lines: readonly string[]) {
  const style = findStyle('ln-fair')
  const files = [await folder.write(name, lines.join('\n'))]
  await importFiles({ database: there.database, sinks, style, files, today: '2024-03-01', reader, removable: 1 })
}

/** What a hub shows of a table, without where it came from. */
async function shown(hub: FreshDatabase, table: string, library: string) {
  const rows = await asOwner(
    hub.url,
    `select to_jsonb(t) - 'provenance' - 'flags' as row from ${table} t where library = '${library}' order by id collate "C"`,
  )
  return rows.map(({ row }) => row)
}

const fairHeader = 'HYBH,HYMC,HYLB,SSCS,JBRQ,CHDWS'
const fairs = Array.from({ length: 25 }, (_, i) => `F${String(i).padStart(2, '0')},示例会${i},1,2101,20230908,${i}`)

describe('the feed', () => {
  const page = async (path: string) => {
    const response = await fetch(`${base}${path}`)
    const { errors, ...body } = (await response.json()) as Record<string, never>
    return {
      status: response.status,
      code: (errors as never as [{ extensions: { code: string } }])?.[0].extensions.code,
      ...body,
    }
  }

  it('gives public records only, and of people nothing that is their own', async () => {
    const types: string[] = []
    let kept = ''
    for (const library of ['hb-edu-talent', 'hl-demand', 'hb-std-demand', 'hl-project']) {
      let since = ''
      for (let more = true; more; ) {
        const {
          changes,
          next,
          more: goesOn,
        } = (await page(`/libraries/${library}/changes?since=${since}`)) as never as {
          changes: { type: string; kind: string; fields?: object }[]
          next: string
          more: boolean
        }
        for (const { type, kind, fields } of changes) {
          types.push(`${library} ${kind} ${type}`)
          kept += JSON.stringify(fields ?? {})
        }
        since = next
        more = goesOn
      }
    }
    for (const word of ['gender', 'birthYear', 'contactName', 'consents', 'returnReason', 'localReview', 'contract"']) {
      expect(kept).not.toContain(word)
    }
    expect(kept).not.toContain('"id":"organization:')
    const [row] = await asOwner(
      there.url,
      `select count(*) filter (where restricted)::int as hidden, count(*) filter (where not restricted)::int as open
       from library.version where to_release is null
         and library in ('hb-edu-talent', 'hl-demand', 'hb-std-demand', 'hl-project')`,
    )
    expect(row!.hidden).toBeGreaterThan(0)
    expect(types.filter((type) => type.endsWith('UPSERT'))).toHaveLength(Number(row!.open))
  })

  it('refuses what it cannot answer', async () => {
    expect(await page('/libraries/nowhere/changes')).toMatchObject({ status: 404, code: 'UNKNOWN_LIBRARY' })
    expect(await page('/libraries/ln-fair/changes?since=x')).toMatchObject({ status: 400, code: 'BAD_CURSOR' })
    expect(await page('/libraries/ln-fair/changes?limit=0')).toMatchObject({ status: 400, code: 'BAD_PAGE' })
    for (const number of ['1e99', '1e15', '1.5', '"1"']) {
      const foreign = Buffer.from(`[${number},"a","b"]`).toString('base64url')
      expect(await page(`/libraries/ln-fair/changes?since=${foreign}`)).toMatchObject({ code: 'BAD_CURSOR' })
    }
  })
})

describe('a hub that harvests another', () => {
  it('shows what the other one shows, record by record', async () => {
    for (const library of ['ln-fair', 'ln-visit', 'hb-edu-talent']) {
      const report = await take(library)
      expect(report.libraries[0]!.release).toMatchObject({ state: 'IN_FORCE', refused: 0, held: 0 })
    }
    for (const [table, library] of [
      ['liaoning.fair', 'ln-fair'],
      ['liaoning.visit', 'ln-visit'],
    ] as const) {
      expect(await shown(here, table, library)).toEqual(await shown(there, table, library))
    }
    const names = (hub: FreshDatabase) =>
      asOwner(hub.url, `select id, name, name_withheld from talent.talent where library = 'hb-edu-talent' order by id`)
    expect(await names(here)).toEqual(await names(there))
  })

  it('takes in only what has changed since, removals too', async () => {
    await send('DJH_XX.csv', [fairHeader, ...fairs])
    await take('ln-fair', { removable: 1 })
    await send('DJH_XX.csv', [fairHeader, ...fairs.slice(2), 'F99,新示例会,1,2102,20230908,9'])
    const { release } = (await take('ln-fair')).libraries[0]!
    expect(release).toMatchObject({ read: 3, inserted: 1, changed: 2, unchanged: 0, removed: 2 })
    expect(await shown(here, 'liaoning.fair', 'ln-fair')).toEqual(await shown(there, 'liaoning.fair', 'ln-fair'))
    expect((await take('ln-fair')).libraries[0]!.release).toMatchObject({ read: 0, removed: 0 })
  })

  it('goes on where it was broken off, and shows nothing of it before it is whole', async () => {
    const before = await shown(here, 'liaoning.fair', 'ln-fair')
    await send('DJH_XX.csv', [fairHeader, ...fairs.map((line) => line.replace('示例会', '示例大会'))])
    asked.length = 0
    breaksAfter = 2
    await expect(take('ln-fair')).rejects.toThrow('已取得的部分已保留，再次执行即可接着取')
    expect(await shown(here, 'liaoning.fair', 'ln-fair')).toEqual(before)
    const first = asked.length
    breaksAfter = Number.POSITIVE_INFINITY
    const { release } = (await take('ln-fair')).libraries[0]!
    expect(release).toMatchObject({ read: 26, inserted: 2, changed: 24, removed: 1 })
    expect([first, asked.length - first]).toEqual([3, 1])
    expect(await shown(here, 'liaoning.fair', 'ln-fair')).toEqual(await shown(there, 'liaoning.fair', 'ln-fair'))
    expect(await readdir(spool)).toEqual([])
  })

  it('waits for a person before it loses much, and asks again until one has decided', async () => {
    await send('DJH_XX.csv', [fairHeader, ...fairs.slice(0, 10)])
    const held = (await take('ln-fair')).libraries[0]!.release!
    expect(held).toMatchObject({ state: 'HELD', removed: 15 })
    await expect(take('ln-fair')).rejects.toThrow(`批次 ${held.id} 待确认`)
    const decision = { database: here.database, sinks, library: 'ln-fair' }
    await declineRelease({ ...decision, release: held.id })
    const second = (await take('ln-fair')).libraries[0]!.release!
    expect(second).toMatchObject({ state: 'HELD', removed: 15 })
    await confirmRelease({ ...decision, release: second.id })
    expect((await take('ln-fair')).libraries[0]!.release).toMatchObject({ state: 'IN_FORCE', removed: 0 })
    expect(await shown(here, 'liaoning.fair', 'ln-fair')).toEqual(await shown(there, 'liaoning.fair', 'ln-fair'))
  })

  it('checks what comes like any file: classified, unreadable and malformed changes are refused, numbers taken out', async () => {
    const mobile = ['139', '1234', '5678'].join('')
    const names = ['示例机密★10年会', `示例会 ${mobile}`, '示例会丙']
    const lines = names.map((_, i) => `N${i},示例改${i},1,2101,20230908,${i}`)
    await send('DJH_XX.csv', [fairHeader, ...fairs.slice(0, 10), ...lines])
    spoiled = (body) =>
      names.reduce((text, name, i) => text.replace(`示例改${i}`, name), body).replace('"localId":"N2"', '"localId":7')
    const { release, doubts } = (await take('ln-fair')).libraries[0]!
    spoiled = undefined
    expect(release).toMatchObject({ read: 3, inserted: 1, refused: 2 })
    expect(doubts.map(({ code }) => code).sort()).toEqual(['CLASSIFIED_REFUSED', 'PHONE_STRIPPED', 'VALUE_NOT_ALLOWED'])
    const [row] = await asOwner(here.url, `select name from liaoning.fair where id = 'ln-fair:N1'`)
    expect(row).toEqual({ name: '示例会 ［手机号码已去除］' })
  })

  it('says what is wrong with an address', async () => {
    const wrong = (library: string, url?: string) =>
      harvest({ database: here.database, sinks, library, url, folder: spool })
    await expect(wrong('ln-demand')).rejects.toThrow('首次收割 ln-demand 应给出地址')
    await expect(wrong('ln-visit', 'https://example.org/feed')).rejects.toThrow('地址应形如')
    await expect(wrong('nowhere', `${base}/libraries/x/changes`)).rejects.toMatchObject({ code: 'UNKNOWN_LIBRARY' })
    await expect(wrong('ln-visit', `${base}/libraries/nowhere/changes`)).rejects.toThrow('应答为 404')
  })
})
