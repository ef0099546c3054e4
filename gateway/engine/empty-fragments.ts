/**
 * An operation that is GraphQL. The planner (0.0.38) prints a fragment whose fields have all moved to other fetches as a type
 * without selections, where it batches fetches of entities.
 */
export function withoutEmptyFragments(operation: string): string {
  return operation.replace(textsAndEmptyFragments, (_, text = '') => text)
}

/** Texts are found too, so that nothing inside of one is taken for a fragment. */
const textsAndEmptyFragments = /("(?:[^"\\]|\\.)*")|\.\.\. ?on \w+\b(?! ?[{@])/g
