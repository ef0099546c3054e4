import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { GraphQLError } from 'graphql'
import { maskError } from '#schema/errors.ts'
import { anyone } from './context.ts'
import type { Subgraph, SubgraphContext } from './define.ts'
import type { Hub } from './hub.ts'

export type SubgraphServer = { readonly url: string; close(): Promise<void> }

/** Serves one subgraph alone, as an Apollo Server. Callers are not known to it, so it answers public rows only. */
export async function serveSubgraph(
  subgraph: Subgraph,
  hub: Pick<Hub, 'database' | 'secret'>,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<SubgraphServer> {
  const server = new ApolloServer<SubgraphContext>({
    schema: subgraph.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      if (!(error instanceof GraphQLError)) return formatted
      const masked = maskError(error, console.error)
      return masked === error ? formatted : masked.toJSON()
    },
  })
  const db = hub.database.db(anyone)
  const { url } = await startStandaloneServer(server, {
    listen: { port, host },
    context: async () => subgraph.contextFor({ db, viewer: anyone, secret: hub.secret, now: new Date() }),
  })
  return { url, close: () => server.stop() }
}
