import { describe, expect, it, vi } from 'vitest'
import { createAdmission, interval, type Rank } from '../../gateway/http/admission.ts'
import { createPressure } from '../../gateway/http/pressure.ts'
import { post, startMonolith } from './monolith.ts'

/** An admission whose pressure the test sets, and whose looks at it the test makes. */
function admissionOf(most: number) {
  vi.useFakeTimers()
  let waited = 0
  const admission = createAdmission(most, { look: () => waited })
  const looks = (times: number, ms: number) => {
    waited = ms
    vi.advanceTimersByTime(times * interval)
  }
  const fill = (rank: Rank, count: number) => Array.from({ length: count }, () => admission.enter(rank))
  return { admission, looks, fill }
}

describe('places', () => {
  it('are fewer while those inside keep each other waiting, and come back when they do not', () => {
    const { admission, looks, fill } = admissionOf(1_000)
    fill('known', 200)
    looks(1, 0)
    looks(1, 100)
    expect(admission.limit).toBe(100)
    looks(20, 100)
    expect(admission.limit).toBe(16)
    looks(300, 0)
    expect(Math.floor(admission.limit)).toBe(416)
    vi.useRealTimers()
  })

  it('open to twice as many as are taken without anyone waiting, and close again when they are not', () => {
    const { admission, looks, fill } = admissionOf(1_000)
    const left = fill('known', 256)
    expect(() => admission.enter('known')).toThrow('请求过多，请稍后重试。')
    looks(300, 0)
    expect(Math.floor(admission.limit)).toBe(515)
    for (const leave of left) leave()
    looks(300, 0)
    expect(admission.limit).toBe(256)
    vi.useRealTimers()
  })

  it('are not fewer because something else keeps the few inside waiting', () => {
    const { admission, looks, fill } = admissionOf(1_000)
    fill('known', 16)
    looks(20, 100)
    expect(admission.limit).toBe(256)
    vi.useRealTimers()
  })

  it('go to writes of provinces first, then to callers with a token, then to everybody', () => {
    const { admission, fill } = admissionOf(100)
    fill('anonymous', 90)
    const now = () => (['write', 'known', 'anonymous'] as const).map((rank) => admission.refuses(rank))
    expect(now()).toEqual([false, false, true])
    const [leave] = fill('known', 10)
    expect(now()).toEqual([false, true, true])
    expect(() => admission.enter('known')).toThrow('请求过多，请稍后重试。')
    fill('write', 100)
    expect(now()).toEqual([true, true, true])
    leave!()
    leave!()
    expect(now()).toEqual([true, false, true])
    vi.useRealTimers()
  })
})

describe('pressure', () => {
  it('is how late turns come, smoothed, so that one alone is none', async () => {
    vi.useFakeTimers()
    const pressure = createPressure(20, async () => true)
    const after = async (ms: number, times = 1) => {
      let waited = 0
      for (let i = 0; i < times; i++) {
        await vi.advanceTimersByTimeAsync(ms)
        waited = pressure.look(1)
      }
      return waited
    }
    expect(await after(20, 5)).toBe(0)
    expect(await after(2_000)).toBeLessThan(50)
    expect(await after(220, 10)).toBeGreaterThan(80)
    vi.useRealTimers()
  })

  it('is how long the database keeps a question waiting, while it answers at all', async () => {
    vi.useFakeTimers()
    const asked: (() => void)[] = []
    const pressure = createPressure(20, () => new Promise<void>((resolve) => void asked.push(resolve)))
    const during = (ms: number) => {
      let waited = 0
      for (let i = 0; i < ms / 20; i++) {
        vi.advanceTimersByTime(20)
        waited = pressure.look(1)
      }
      return waited
    }
    during(260)
    expect(during(600)).toBeGreaterThan(50)
    asked[0]!()
    await vi.advanceTimersByTimeAsync(0)
    // A silence without end is an outage: reads then say so one by one, and are not turned away.
    during(1_300)
    expect(during(1_000)).toBeLessThan(50)
    vi.useRealTimers()
  })
})

it('turns away before anything is read, without a place even for a moment', async () => {
  const gateway = await startMonolith({ MAX_IN_FLIGHT: '1' })
  const slow = post(gateway.url, { query: '{ slow(ms: 2000) }' })
  await vi.waitUntil(async () => (await gateway.metrics.registry.metrics()).includes('lianku_in_flight 1\n'))
  const { status, headers, body } = await post(gateway.url, 'no JSON at all')
  expect({ status, wait: headers.get('retry-after'), body }).toEqual({
    status: 503,
    wait: expect.stringMatching(/^[123]$/),
    body: { errors: [{ message: '请求过多，请稍后重试。', extensions: { code: 'OVERLOADED' } }] },
  })
  expect(await gateway.metrics.registry.metrics()).toContain('lianku_turned_away_total 1\n')
  expect((await slow).status).toBe(200)
  await gateway.close()
})
