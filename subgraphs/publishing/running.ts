import type { Config } from '#schema/config.ts'
import { contributedReach, operatedReach } from '#schema/egress.ts'
import { contributedKeys, signingKeys } from '#schema/signature.ts'
import { checkConformance } from '../conformance/conformance.ts'
import type { Running } from './door.ts'

/** Asks as the gateway of this configuration would. */
export function runningAsk(
  config: Pick<Config, 'host' | 'egress' | 'subgraphUrls' | 'subgraphKeys' | 'secret'>,
  { schemaOnly = false }: { readonly schemaOnly?: boolean } = {},
): Running {
  const reach = contributedReach(config)
  const ownReach = operatedReach(config)
  const keys = signingKeys(config)
  return async ({ name, url, files }) => {
    const configured = config.subgraphUrls.get(name)
    const { checks } = await checkConformance(
      { name, url: configured ?? url, sdl: files.map(({ text }) => text).join('\n') },
      { reach: configured ? ownReach : reach, keys: contributedKeys(keys, name), schemaOnly },
    )
    return checks
  }
}
