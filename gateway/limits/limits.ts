import { type DocumentNode, parse } from 'graphql'
import type { HubError } from '#schema/errors.ts'
import { maxAliases } from './max-aliases.ts'
import { maxDepth } from './max-depth.ts'
import { maxDirectives } from './max-directives.ts'
import { maxListSize } from './max-list-size.ts'
import { asksForPages, maxRecords } from './max-records.ts'
import { maxRootFields } from './max-root-fields.ts'
import { maxSelections } from './max-selections.ts'
import { maxTokens } from './max-tokens.ts'
import { maxVariables } from './max-variables.ts'
import { reservedNames } from './reserved-names.ts'

export type Limits = Readonly<Record<keyof typeof defaultLimits, number>>

/** Wide enough for the introspection query and Relay's generated documents, narrow enough that refusing stays cheap. */
export const defaultLimits = {
  tokens: 5_000,
  depth: 20,
  aliases: 50,
  directives: 50,
  rootFields: 20,
  selections: 10_000,
  listSize: 1_000,
  records: 100_000,
  variableDepth: 20,
  variableKeys: 1_000,
}

/** The defaults with the given ones in their place. Throws TypeError at startup on a name that is no limit. */
export function limitsWith(changed: ReadonlyMap<string, number>): Limits {
  for (const name of changed.keys()) {
    if (!Object.hasOwn(defaultLimits, name)) {
      throw new TypeError(`LIMITS has ${name}; the limits are ${Object.keys(defaultLimits).join(', ')}.`)
    }
  }
  return { ...defaultLimits, ...Object.fromEntries(changed) }
}

/** What is checked of a text once, and of each request that sends it. */
export interface CheckedDocument {
  /** Undefined when within the limits. */
  readonly refusal: Error | undefined
  checkVariables(variables: Readonly<Record<string, unknown>>): HubError | undefined
}

/** Checks a document's text before anything is validated or planned; its syntax error is its refusal too. */
export function checkDocument(text: string, limits: Limits): CheckedDocument {
  const tokens = maxTokens(text, limits.tokens)
  if (tokens) return { refusal: tokens, checkVariables: () => undefined }
  let document: DocumentNode
  try {
    document = parse(text)
  } catch (error) {
    return { refusal: error as Error, checkVariables: () => undefined }
  }
  const paged = asksForPages(document)
  return {
    refusal:
      reservedNames(document) ??
      maxDirectives(document, limits.directives) ??
      maxAliases(document, limits.aliases) ??
      maxListSize(document, limits.listSize) ??
      maxRootFields(document, limits.rootFields) ??
      maxDepth(document, limits.depth) ??
      maxSelections(document, limits.selections),
    checkVariables: (variables) =>
      maxVariables(variables, limits) ?? (paged ? maxRecords(document, variables, limits.records) : undefined),
  }
}
