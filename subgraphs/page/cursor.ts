import { hash, timingSafeEqual } from 'node:crypto'
import { HubError } from '#schema/errors.ts'
import type { SiteLibrary } from '../attached/attached.ts'

/** Where a page stops: the order's keys of the last row, then its id. */
export type Position = {
  readonly keys: readonly string[]
  readonly id: string
  /** Attached libraries that were missing so far; the pages that follow do without them too, so that no row shifts. */
  readonly without?: readonly string[]
}

/** Writes and reads cursors of one query: opaque, signed, and bound to its list, filter, order and sources. */
export type CursorSeal = { write(position: Position): string; read(cursor: string): Position }

/** What binds a cursor to the libraries attached; nothing where there is none. */
export function bindingOf(attached: readonly SiteLibrary[]): readonly unknown[] {
  return attached.length === 0 ? [] : [{ attached: attached.map(({ id }) => id).sort() }]
}

export function cursorSeal(secret: string, query: unknown): CursorSeal {
  const binding = hash('sha256', JSON.stringify(query), 'base64url').slice(0, 16)
  // SHA-3 with the key in front is a signature, as SHA-2 is not; HMAC takes four times as long for each row of a page.
  const sign = (body: string) => hash('sha3-256', `${secret}.${binding}.${body}`, 'base64url').slice(0, 22)

  return {
    write({ keys, id, without = [] }) {
      const values = without.length === 0 ? [...keys, id] : [...keys, id, without]
      const body = Buffer.from(JSON.stringify(values)).toString('base64url')
      return `${body}.${sign(body)}`
    },
    read(cursor) {
      const [body = '', signature = ''] = cursor.split('.')
      const expected = Buffer.from(sign(body))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new HubError(
          'BAD_CURSOR',
          '游标无效：它须来自同一查询（相同的列表、搜索词、筛选、排序与来源库）的上一次应答。',
        )
      }
      const values: (string | string[])[] = JSON.parse(Buffer.from(body, 'base64url').toString())
      const without = Array.isArray(values.at(-1)) ? (values.pop() as string[]) : []
      const id = values.pop() as string
      return { keys: values as string[], id, without }
    },
  }
}
