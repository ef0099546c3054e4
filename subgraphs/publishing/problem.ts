import type { ASTNode } from 'graphql'

/** What is wrong with a subgraph, where, and what to do about it, in both languages. */
export interface Problem {
  /** The rule, or the composition's own code. */
  readonly code: string
  /** `file:line`, where it is known. */
  readonly places: readonly string[]
  readonly zh: string
  readonly en: string
  readonly fix: { readonly zh: string; readonly en: string }
}

export function printProblem({ code, places, zh, en, fix }: Problem): string {
  return [
    `${places.join(', ') || '(无位置 no place)'}  ${code}`,
    `  ${zh}`,
    `  ${en.replace(/\s*\n\s*/g, ' ')}`,
    `  改法：${fix.zh}`,
    `  Fix: ${fix.en}`,
  ].join('\n')
}

/** Where a node was read, `file:line`. */
export function placeOf({ loc }: Pick<ASTNode, 'loc'>): readonly string[] {
  return loc ? [`${loc.source.name}:${loc.startToken.line}`] : []
}
