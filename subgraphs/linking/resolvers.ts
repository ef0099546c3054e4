import { cursorSeal } from '../page/cursor.ts'
import { checkSize, defaultPageSize } from '../page/slice.ts'
import type { LinkedKind } from './evidence.ts'
import { countLinks, type Link, listLinks } from './queries.ts'
import type { GraphResolvers } from './resolvers.generated.ts'

export const resolvers: GraphResolvers = {
  Query: {
    links: (_, { filter, first, after }, { db, secret }) => {
      checkSize('first', first)
      const size = first ?? defaultPageSize
      const conditions = filter ?? {}
      const seal = cursorSeal(secret, ['links', conditions])
      const position = after ? seal.read(after) : undefined
      const from = position && { score: position.keys[0]!, id: position.id }
      const found = listLinks(db.read, conditions, { limit: size + 1, after: from })
      const shown = async () => (await found).slice(0, size)
      return {
        nodes: shown,
        pageInfo: async () => {
          const cursors = (await shown()).map(({ score, id }) => seal.write({ keys: [String(score)], id }))
          return {
            hasNextPage: (await found).length > size,
            hasPreviousPage: from !== undefined,
            startCursor: cursors.at(0) ?? null,
            endCursor: cursors.at(-1) ?? null,
          }
        },
        totalCount: () => countLinks(db.read, conditions),
      }
    },
  },
  Link: {
    sides: ({ kind, leftLibrary, leftId, rightLibrary, rightId }) => [
      { library: { id: leftLibrary }, record: nodeOf(kind, leftId) },
      { library: { id: rightLibrary }, record: nodeOf(kind, rightId) },
    ],
  },
  Organization: { links: ({ id }, _, { loaders }) => loaders.linksOf.load(id) },
  Talent: { links: ({ id }, _, { loaders }) => loaders.linksOf.load(id) },
  Achievement: { links: ({ id }, _, { loaders }) => loaders.linksOf.load(id) },
  Patent: { links: ({ id }, _, { loaders }) => loaders.linksOf.load(id) },
}

const typeNames: Readonly<Record<LinkedKind, string>> = {
  ORGANIZATION: 'Organization',
  TALENT: 'Talent',
  ACHIEVEMENT: 'Achievement',
  PATENT: 'Patent',
}

function nodeOf(kind: Link['kind'], id: string) {
  return { __typename: typeNames[kind], id }
}
