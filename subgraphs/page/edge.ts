/** A row in its list. Its cursor is signed when it is read: most pages ask for the last one only. */
export class Edge<Row> {
  readonly node: Row
  /** Relevance, where the list is ordered by it. */
  readonly score: number | null
  readonly #sign: (node: Row) => string

  constructor(node: Row, score: number | null, sign: (node: Row) => string) {
    this.node = node
    this.score = score
    this.#sign = sign
  }

  get cursor(): string {
    return this.#sign(this.node)
  }
}

/** What a connection tells of the page with these edges. */
export function pageInfoOf(
  edges: readonly Pick<Edge<unknown>, 'cursor'>[],
  others: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
) {
  return {
    ...others,
    get startCursor() {
      return edges.at(0)?.cursor ?? null
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null
    },
  }
}
