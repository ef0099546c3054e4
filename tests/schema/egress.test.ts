import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { EgressRefused, isRefused, ownReach, pinnedLookup, readReach } from '#schema/egress.ts'

const addresses = {
  public: ['202.103.24.68', '2400:3200::1', '1.1.1.1'],
  loopback: ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'],
  private: ['10.0.0.7', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd12:3456::1', '::ffff:10.0.0.7'],
  metadata: [
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fd00:ec2::254',
    '100.100.100.200',
    'fe80::1',
    'fe80::1%eth0',
  ],
  special: ['0.0.0.0', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::7f00:1'],
  hiding: ['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', 'ff02::1'],
}
const reached = (entries: readonly string[]) => {
  const reach = readReach(entries)
  return Object.entries(addresses)
    .filter(([, all]) => all.some(reach))
    .map(([group, all]) => (all.every(reach) ? group : `${group} in part`))
}

describe('the reach of a gateway', () => {
  it('is the public internet, and what is configured', () => {
    expect(reached([])).toEqual(['public'])
    expect(reached(['loopback'])).toEqual(['public', 'loopback'])
    expect(reached(['private'])).toEqual(['public', 'private'])
    expect(reached(['10.0.0.0/24', '64:ff9b::/96'])).toEqual(['public', 'private in part', 'hiding in part'])
  })

  it('never takes in where clouds tell their credentials, unless that very address is named', () => {
    const networks = readReach(['169.254.0.0/16', '100.64.0.0/10', 'private'])
    expect(addresses.metadata.filter(networks)).toEqual([])
    expect(readReach(['100.100.100.200'])('100.100.100.200')).toBe(true)
    expect(addresses.metadata.filter(ownReach)).toEqual([])
  })

  it.each(['intranet', '10.0.0.0/33', '10.0.0.0/', '10.0.0', 'http://10.0.0.1'])('is not read from %s', (entry) => {
    expect(() => readReach([entry])).toThrow(
      /^EGRESS has .*; expected loopback, private, 10\.1\.0\.0\/16 or an address\.$/,
    )
  })

  it('knows an address in every way a URL writes it, and no other protocol', () => {
    const refused = (url: string) => isRefused(new URL(url), readReach([]))
    for (const host of ['127.1', '0x7f000001', '2130706433', '017700000001', '[::1]', '[::ffff:7f00:1]', '0']) {
      expect([host, refused(`http://${host}/graphql`)]).toEqual([host, true])
    }
    expect(['file:///etc/hosts', 'ftp://example.cn/', 'https://example.cn/'].map(refused)).toEqual([true, true, false])
  })
})

describe('a name', () => {
  it('is looked at where it leads, once, until the connection fails', async () => {
    const { lookup, forget } = pinnedLookup(readReach(['loopback']))
    const find = promisify(lookup) as unknown as (name: string, options: object) => Promise<unknown>
    const first = await find('localhost', { all: true })
    // Whatever the name would lead to now, the address that was looked at stays.
    expect(await find('moved.invalid', { all: true })).toEqual(first)
    forget()
    await expect(find('moved.invalid', { all: true })).rejects.toMatchObject({ syscall: 'getaddrinfo' })
    const outside = promisify(pinnedLookup(readReach([])).lookup) as unknown as typeof find
    await expect(outside('localhost', {})).rejects.toBeInstanceOf(EgressRefused)
  })
})
