/**
 * The values of a source, mapped, until it ends, fails (`failed` makes its last value) or the reader stops. Stopping ends
 * a wait for the next value at once, which an async generator would not.
 */
export function liveResults<T, U>(
  source: AsyncIterable<T>,
  map: (value: T) => U,
  failed: (error: unknown) => U,
  ended: () => void,
): AsyncGenerator<U> {
  const iterator = source[Symbol.asyncIterator]()
  const done: IteratorReturnResult<undefined> = { done: true, value: undefined }
  let over = false
  let wake: (() => void) | undefined
  const end = () => {
    if (over) return
    over = true
    wake?.()
    ended()
  }
  return {
    next() {
      if (over) return Promise.resolve(done)
      return new Promise((resolve) => {
        wake = () => resolve(done)
        iterator.next().then(
          (next) => (next.done ? end() : resolve({ done: false, value: map(next.value) })),
          (error) => {
            resolve({ done: false, value: failed(error) })
            end()
          },
        )
      })
    },
    async return() {
      end()
      // Not awaited: a source that never settles must not hold its reader.
      iterator.return?.()?.catch(() => undefined)
      return done
    },
    async throw(error) {
      end()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
    async [Symbol.asyncDispose]() {
      await this.return(undefined)
    },
    [Symbol.toStringTag]: 'AsyncGenerator',
  } as AsyncGenerator<U>
}
