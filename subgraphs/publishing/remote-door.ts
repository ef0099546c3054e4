import { HubError } from '#schema/errors.ts'
import type { Door, Proposal, Report } from './door.ts'

/** The door of a hub elsewhere, with a key that opens one subgraph. */
export function remoteDoor(hub: string, key: string): Door {
  const base = new URL(hub)

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(new URL(path, base), {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'error',
    }).catch((error: Error) => {
      throw new HubError(
        'BAD_REQUEST',
        `${base.origin} 没有应答：${error.cause instanceof Error ? error.cause.message : error.message}。`,
      )
    })
    const answer = await response.json().catch(() => undefined)
    if (response.ok || response.status === 422) return answer as T
    const [error] =
      (answer as { errors?: { message: string; extensions?: { code?: never } }[] } | undefined)?.errors ?? []
    throw new HubError(
      error?.extensions?.code ?? 'BAD_REQUEST',
      error?.message ?? `${base.origin} 应答 ${response.status}。`,
    )
  }

  const at = (name: string) => `/subgraphs/${encodeURIComponent(name)}`
  const written = ({ url, files }: Proposal) => ({ url, files })
  return {
    list: () => ask('GET', '/subgraphs'),
    versions: (name) => ask('GET', `${at(name)}/versions`),
    check: (proposal) => ask<Report>('POST', `${at(proposal.name)}/check`, written(proposal)),
    diff(name, from, to) {
      const search = new URLSearchParams({ ...(from && { from }), ...(to && { to }) })
      return ask<Report>('GET', `${at(name)}/diff?${search}`)
    },
    publish: (proposal) => ask<Report>('PUT', at(proposal.name), written(proposal)),
    rollback: (name, to) => ask<Report>('POST', `${at(name)}/rollback`, { to }),
    remove: (name) => ask<Report>('DELETE', at(name)),
  }
}
