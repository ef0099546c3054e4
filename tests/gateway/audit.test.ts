import { serverAudits } from 'graphql-http'
import { afterAll, describe, expect, it } from 'vitest'
import { startMonolith } from './monolith.ts'

const gateway = await startMonolith({ CSRF_PREVENTION: 'off' })
afterAll(() => gateway.close())

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: gateway.url })

  it('is audited on 61 points', () => expect(audits).toHaveLength(61))

  for (const audit of audits) {
    it(`${audit.id}: ${audit.name}`, async () => {
      const result = await audit.fn()
      expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({
        status: 'ok',
        reason: undefined,
      })
    })
  }

  it('with forgery prevention on, refuses only the optional GETs that carry no proof', async () => {
    const guarded = await startMonolith()
    const results = await Promise.all(serverAudits({ url: guarded.url }).map(({ fn }) => fn()))
    await guarded.close()
    expect(results.filter(({ status }) => status !== 'ok').map(({ id, status }) => [id, status])).toEqual([
      ['5A70', 'notice'],
      ['D6D5', 'notice'],
      ['6A70', 'notice'],
    ])
  })
})
