import { afterAll, describe, expect, it } from 'vitest'
import { callerOf } from '../../../gateway/identity/caller.ts'
import { asRole, post, startMonolith } from '../monolith.ts'

const gateway = await startMonolith(
  { TRUSTED_PROXIES: '1', LIMITS: 'costPerMinute=200,DATA_TEAM.costPerMinute=100000' },
  { viewer: asRole },
)
afterAll(() => gateway.close())

const page = { query: '{ talents(first: 98) { id } }' } // 98 objects and the request itself
const from = (address: string, more: Record<string, string> = {}) => ({ 'x-forwarded-for': address, ...more })
const statuses = async (times: number, headers: Record<string, string>, body: unknown = page) => {
  const got: number[] = []
  for (let i = 0; i < times; i++) got.push((await post(gateway.url, body, headers)).status)
  return got
}

describe('a caller', () => {
  it('without a token is counted by the address a trusted proxy saw, and told when to come again', async () => {
    expect(await statuses(3, from('198.51.100.7'))).toEqual([200, 200, 429])
    expect(await statuses(1, from('198.51.100.8'))).toEqual([200])
    // Whatever a client writes in front, the proxy's own word comes last.
    const { status, headers, body } = await post(gateway.url, page, from('203.0.113.1, 198.51.100.7'))
    const wait = Number(headers.get('retry-after'))
    expect({ status, body, soon: wait >= 1 && wait <= 60 }).toEqual({
      status: 429,
      body: {
        errors: [
          {
            message: `每分钟查询的代价合计最多 200，已经用完，请在 ${wait} 秒后重试。`,
            extensions: { code: 'RATE_LIMITED', retryAfter: wait },
          },
        ],
      },
      soon: true,
    })
  })

  it('with a token is counted by it, wherever it is used, and by what its role may', async () => {
    const clerk = { role: 'ENTERPRISE', subject: 'clerk' }
    const first = await statuses(2, from('198.51.100.20', clerk))
    const second = await statuses(1, from('198.51.100.21', clerk))
    expect([first, second]).toEqual([[200, 200], [429]])
    expect(await statuses(5, from('198.51.100.20', { role: 'DATA_TEAM', subject: 'analyst' }))).toEqual(
      Array(5).fill(200),
    )
  })

  it('pays for documents that are refused too', async () => {
    const outcomes = await statuses(5, from('198.51.100.30'), { query: '{ talnt { id } }' })
    expect(outcomes).toEqual([200, 200, 200, 200, 429])
  })

  it('on this machine is not counted', async () => {
    const local = await startMonolith({ LIMITS: 'costPerMinute=10' })
    const answers = await Promise.all([1, 2, 3].map(() => post(local.url, page)))
    await local.close()
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })
})

it('counts one household of IPv6 as one, and IPv4 in IPv6 as itself', () => {
  const account = (remoteAddress: string) =>
    callerOf(undefined, { headers: {}, socket: { remoteAddress } } as never, 0).account
  expect([
    account('2001:db8:0:7::1'),
    account('2001:db8::7:ffff:1:2:3'),
    account('::ffff:198.51.100.7'),
    account('198.51.100.7'),
    account('::1'),
    account('127.0.0.1'),
  ]).toEqual([
    'address 2001:db8:0:7::/64',
    'address 2001:db8:0:7::/64',
    'address 198.51.100.7',
    'address 198.51.100.7',
    undefined,
    undefined,
  ])
})
