/** A least-recently-used cache that holds at most so many bytes, as its callers estimate them. */
export interface ByteCache<V> {
  get(key: string): V | undefined
  set(key: string, value: V, bytes: number): void
}

export function byteCache<V>(maxBytes: number): ByteCache<V> {
  const entries = new Map<string, { readonly value: V; readonly bytes: number }>()
  let total = 0
  const drop = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, bytes) {
      drop(key)
      if (bytes > maxBytes) return
      entries.set(key, { value, bytes })
      total += bytes
      for (const oldest of entries.keys()) {
        if (total <= maxBytes) break
        drop(oldest)
      }
    },
  }
}
