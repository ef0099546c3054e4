import type { Config } from '#schema/config.ts'
import { contributedReach, operatedReach, type Reach } from '#schema/egress.ts'
import { contributedKeys, type SigningKeys } from '#schema/signature.ts'
import type { Transport } from '../engine/contract.ts'
import { createHttpTransport } from '../engine/http-transport.ts'
import { signedHeaders } from '../identity/signed-headers.ts'
import { createDailyBudget, type DailyBudget } from './daily-budget.ts'
import { readSubgraphLimits } from './limits.ts'

type Address = { readonly name: string; readonly url: string | undefined }

export interface Outbound {
  /** For a subgraph that the operator's own supergraph names. */
  own(subgraph: Address): Transport
  /** For a subgraph that somebody else published, who may name any address. */
  contributed(subgraph: Address): Transport
  /** Where a contributed subgraph may stand. */
  readonly reach: Reach
}

/** How a gateway asks subgraphs over HTTP. Made once, so that what was asked today outlives a new supergraph. */
export function createOutbound(
  config: Pick<Config, 'host' | 'egress' | 'subgraphUrls' | 'subgraphLimits' | 'requestBudgetMs'>,
  keys: SigningKeys,
): Outbound {
  const limitsOf = readSubgraphLimits(config)
  const ownReach = operatedReach(config)
  const reach = contributedReach(config)
  const budgets = new Map<string, DailyBudget>()

  const transport = ({ name, url }: Address, allowed: Reach, signing: SigningKeys): Transport => {
    const { timeout, bytes, connections, waiting, daily, failures, rest } = limitsOf(name)
    if (!budgets.has(name)) budgets.set(name, createDailyBudget(daily))
    return createHttpTransport(
      { name, url },
      {
        timeout,
        maxBytes: bytes,
        connections,
        waiting,
        breaker: { failures, rest },
        budget: budgets.get(name),
        reach: allowed,
        headersFor: signedHeaders({ name, url }, signing),
      },
    )
  }
  return {
    reach,
    own: ({ name, url }) => transport({ name, url: config.subgraphUrls.get(name) ?? url }, ownReach, keys),
    contributed({ name, url }) {
      const configured = config.subgraphUrls.get(name)
      const own = contributedKeys(keys, name)
      return configured ? transport({ name, url: configured }, ownReach, own) : transport({ name, url }, reach, own)
    },
  }
}
