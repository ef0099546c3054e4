import { type DocumentNode, parse } from 'graphql'
import type { HubError } from '#schema/errors.ts'
import { withoutStacks } from '../engine/stackless.ts'
import { asksForSchema } from './introspection.ts'
import { maxAliases } from './max-aliases.ts'
import { maxDefinitions } from './max-definitions.ts'
import { maxDepth } from './max-depth.ts'
import { maxDirectives } from './max-directives.ts'
import { maxListSize } from './max-list-size.ts'
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
  definitions: 100,
  aliases: 50,
  directives: 50,
  rootFields: 20,
  selections: 10_000,
  listSize: 1_000,
  variableDepth: 20,
  variableKeys: 1_000,
  cost: 30_000,
  costPerMinute: 500_000,
}

/** What is checked of a text once, and of each request that sends it. */
export interface CheckedDocument {
  /** Undefined when within the limits. */
  readonly refusal: Error | undefined
  /** Undefined when it could not be read. */
  readonly document: DocumentNode | undefined
  readonly asksForSchema: boolean
  checkVariables(variables: Readonly<Record<string, unknown>>): HubError | undefined
}

/** Checks a document's text before anything is validated or planned; its syntax error is its refusal too. */
export function checkDocument(text: string, limits: Limits): CheckedDocument {
  const tokens = maxTokens(text, limits.tokens)
  if (tokens) return unread(tokens)
  let document: DocumentNode
  try {
    document = withoutStacks(() => parse(text, { noLocation: true }))
  } catch (error) {
    return unread(error as Error)
  }
  return {
    refusal:
      maxDefinitions(document, limits.definitions) ??
      reservedNames(document) ??
      maxDirectives(document, limits.directives) ??
      maxAliases(document, limits.aliases) ??
      maxListSize(document, limits.listSize) ??
      maxRootFields(document, limits.rootFields) ??
      maxDepth(document, limits.depth) ??
      maxSelections(document, limits.selections),
    document,
    asksForSchema: asksForSchema(document),
    checkVariables: (variables) => maxVariables(variables, limits),
  }
}

const unread = (refusal: Error): CheckedDocument => ({
  refusal,
  document: undefined,
  asksForSchema: false,
  checkVariables: () => undefined,
})
