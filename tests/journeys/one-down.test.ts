import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse('over HTTP')
})
afterAll(() => house?.close())

const question = `{
  patents(first: 20, filter: { library: ["hb-ip-patent"] }) {
    totalCount nodes { id title openLicense { id } applicants { organization { name } } }
  }
  demands(first: 1) { totalCount }
}`

it('answers the rest when one subgraph is down, and names it', async () => {
  const whole = await house.answer(question)
  await house.servers.get('licensing')!.close()

  const started = performance.now()
  const { data, errors } = await house.ask(question)
  expect(performance.now() - started).toBeLessThan(5_200)
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
  const { patents, demands } = data as any
  expect(demands).toEqual(whole.demands)
  const withoutLicenses = whole.patents.nodes.map((patent: object) => ({ ...patent, openLicense: null }))
  expect(patents).toEqual({ totalCount: whole.patents.totalCount, nodes: withoutLicenses })
  expect(new Set(errors!.map(({ extensions }) => `${extensions!.code} ${extensions!.serviceName}`))).toEqual(
    new Set(['SUBGRAPH_UNAVAILABLE licensing']),
  )
  expect(errors!.map(({ path }) => path!.at(-1))).toEqual(errors!.map(() => 'openLicense'))
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED/)
})

it('keeps every record when the register of libraries is down, without the names of libraries', async () => {
  await house.servers.get('library')!.close()
  const { data } = await house.ask('{ talents(first: 2) { nodes { id library { id name } } } libraries { id } }')
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the question's
  const { talents, libraries } = data as any
  expect(talents.nodes.map(({ library }: { library: unknown }) => library)).toEqual([
    { id: 'hb-edu-talent', name: null },
    { id: 'hb-edu-talent', name: null },
  ])
  expect(libraries).toBeNull()
})
