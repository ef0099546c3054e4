import type { SubgraphContext } from '../define.ts'

/** Organizations are only ever found by id or listed; nothing in them is loaded apart. */
export const loaders = () => ({})

export type Context = SubgraphContext<ReturnType<typeof loaders>>
