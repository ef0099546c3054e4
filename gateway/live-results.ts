/**
 * The values of a source, mapped, until it ends or the reader stops. Stopping ends a wait for the next value at once,
 * which an async generator would not.
 */
export function liveResults<T, U>(
  source: AsyncIterable<T>,
  map: (value: T) => U,
  ended: () => void,
): AsyncGenerator<U> {
  const iterator = source[Symbol.asyncIterator]()
  const { promise: stopped, resolve: stop } = Promise.withResolvers<IteratorReturnResult<undefined>>()
  const end = () => {
    stop({ done: true, value: undefined })
    ended()
    return stopped
  }
  return {
    async next() {
      try {
        const next = await Promise.race([iterator.next(), stopped])
        return next.done ? await end() : { done: false, value: map(next.value) }
      } catch (error) {
        end()
        throw error
      }
    },
    async return() {
      // Not awaited: a source that never settles must not hold its reader.
      iterator.return?.()?.catch(() => undefined)
      return end()
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
