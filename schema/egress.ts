import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Whether an address may be asked. */
export type Reach = (address: string) => boolean

/** An address, or a name that leads to one, that may not be asked. */
export class EgressRefused extends Error {
  override name = 'EgressRefused'
}

/** What an operator may write instead of addresses. */
const groups: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

/** The reach that a list of `loopback`, `private`, addresses and networks gives. Throws TypeError at anything else. */
export function readReach(entries: readonly string[]): Reach {
  const listed = blockList(entries.flatMap((entry) => (Object.hasOwn(groups, entry) ? groups[entry]! : entry)))
  const named = new Set(entries)
  return (given) => {
    const address = given.replace(/%.*$/, '')
    if (metadata.check(address, familyOf(address))) return named.has(address)
    return isPublic(address) || listed.check(address, familyOf(address))
  }
}

type Operated = { readonly host: string; readonly egress: readonly string[] }

/** Where subgraphs may stand that the operator's own configuration names. */
export function operatedReach({ egress }: Pick<Operated, 'egress'>): Reach {
  return readReach(['loopback', 'private', ...egress])
}

/** Where subgraphs may stand that others publish: a hub that only this machine can reach may ask what runs on it. */
export function contributedReach({ host, egress }: Operated): Reach {
  const isLoopback = host === 'localhost' || host === '::1' || /^127\./.test(host)
  return readReach(isLoopback ? ['loopback', ...egress] : egress)
}

/** What the operator's own supergraph may name: this machine and the network it stands in. */
export const ownReach = operatedReach({ egress: [] })

/**
 * Resolves the one name of a pool and holds on to what it found, so that an address is looked at where it is used;
 * `forget` after a failed connection, when the name may have moved.
 */
export function pinnedLookup(reach: Reach): { readonly lookup: LookupFunction; forget(): void } {
  let pinned: readonly LookupAddress[] | undefined
  return {
    lookup(hostname, options, done) {
      const give = (addresses: readonly LookupAddress[]) => {
        if (options.all) done(null, [...addresses])
        else done(null, addresses[0]!.address, addresses[0]!.family)
      }
      if (pinned) return give(pinned)
      lookup(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return done(error, [])
        if (!addresses.every(({ address }) => reach(address))) return done(new EgressRefused(), [])
        pinned = addresses
        give(addresses)
      })
    },
    forget() {
      pinned = undefined
    },
  }
}

/** Whether a URL may not be asked for what it says alone; a name is looked at when it is resolved. */
export function isRefused(url: URL, reach: Reach): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return !/^https?:$/.test(url.protocol) || (isIP(host) !== 0 && !reach(host))
}

/** Where clouds tell a machine its credentials; a network that holds one of these does not allow it. */
const metadata = blockList(['169.254.0.0/16', 'fe80::/10', 'fd00:ec2::254', '100.100.100.200'])

/** IANA's special-purpose registries, and of IPv6 all that is not global unicast or hides an IPv4 address. */
const special = blockList([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
])
const globalUnicast = blockList(['2000::/3'])

function isPublic(address: string): boolean {
  const family = familyOf(address)
  if (special.check(address, family)) return false
  return family === 'ipv4' || globalUnicast.check(address, family)
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const widest = isIP(address) === 4 ? 32 : 128
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= widest))) {
      throw new TypeError(
        `EGRESS has ${JSON.stringify(network)}; expected loopback, private, 10.1.0.0/16 or an address.`,
      )
    }
    list.addSubnet(address, bits === undefined ? widest : Number(bits), familyOf(address))
  }
  return list
}
