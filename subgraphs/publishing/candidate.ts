import { type DocumentNode, GraphQLError, Kind, parse, Source } from 'graphql'
import { definitionsOf } from './definitions.ts'
import { type Problem, placeOf } from './problem.ts'
import { prefixesOf } from './rules/name.ts'
import type { Candidate } from './rules/rule.ts'

/** SDL as it was handed in, one entry a file. */
export interface SdlFile {
  readonly file: string
  readonly text: string
}

/** Characters, and tokens of one file, an SDL may have. */
const [maxLength, maxTokens] = [1_000_000, 100_000]

/** Reads a subgraph's SDL, or says at which line it is no SDL. */
export function readCandidate(name: string, files: readonly SdlFile[]): Candidate | { readonly problem: Problem } {
  const length = files.reduce((sum, { text }) => sum + text.length, 0)
  if (length > maxLength) return { problem: unreadable([], `${length} characters`, `共 ${length} 个字符`) }
  try {
    const documents = files.map(({ file, text }) => parse(new Source(text, file), { maxTokens }))
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: documents.flatMap((it) => it.definitions) }
    const strange = document.definitions.find(({ kind }) => kind.startsWith('Operation') || kind.startsWith('Fragment'))
    if (strange) return { problem: unreadable(placeOf(strange), 'an operation, not a definition', '其中有查询语句') }
    return { name, prefixes: prefixesOf(name), document, definitions: definitionsOf(document) }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const places = error.locations?.map(({ line }) => `${error.source?.name}:${line}`) ?? []
    return { problem: unreadable(places, error.message, error.message.replace(/\.$/, '')) }
  }
}

function unreadable(places: readonly string[], en: string, zh: string): Problem {
  return {
    code: 'SDL_UNREADABLE',
    places,
    zh: `SDL 无法读取：${zh}。`,
    en: `The SDL cannot be read: ${en}`,
    fix: {
      zh: '按提示的行号改正；SDL 只含类型定义，不超过 1,000,000 个字符。',
      en: 'Correct the line named; SDL has type definitions only, and 1,000,000 characters at most.',
    },
  }
}
