import { GraphQLError, Lexer, Source, TokenKind } from 'graphql'
import { HubError } from '#schema/errors.ts'

/** Deeper brackets than any document needs; beyond them the recursive parser could exhaust its stack. */
const deepest = 200

/** Refuses a text with more tokens, or deeper brackets, than a parser should be given. Runs before parsing. */
export function maxTokens(text: string, limit: number): HubError | undefined {
  const lexer = new Lexer(new Source(text))
  let tokens = 0
  let brackets = 0
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      tokens++
      if (tokens > limit) return new HubError('TOO_MANY_TOKENS', `查询语句最多 ${limit} 个词法单元，收到的更多。`)
      if (opening.has(token.kind)) brackets++
      if (closing.has(token.kind)) brackets--
      if (brackets > deepest) return new HubError('TOO_DEEP', `括号最多可嵌套 ${deepest} 层，收到的更深。`)
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error // a character no token begins with: the parser names it
  }
  return undefined
}

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])
