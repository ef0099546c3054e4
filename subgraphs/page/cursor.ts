import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { HubError } from '#schema/errors.ts'

/** Where a page stops: the order's keys of the last row, then its id. */
export type Position = { readonly keys: readonly string[]; readonly id: string }

/** Writes and reads cursors of one query: opaque, signed, and bound to its list, filter, order and sources. */
export type CursorSeal = { write(position: Position): string; read(cursor: string): Position }

export function cursorSeal(secret: string, query: unknown): CursorSeal {
  const binding = createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 16)
  const sign = (body: string) =>
    createHmac('sha256', secret).update(`${binding}.${body}`).digest('base64url').slice(0, 22)

  return {
    write({ keys, id }) {
      const body = Buffer.from(JSON.stringify([...keys, id])).toString('base64url')
      return `${body}.${sign(body)}`
    },
    read(cursor) {
      const [body = '', signature = ''] = cursor.split('.')
      const expected = Buffer.from(sign(body))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new HubError('BAD_CURSOR', '游标无效：它须来自同一查询（相同的列表、搜索词、筛选与排序）的上一次应答。')
      }
      const values: string[] = JSON.parse(Buffer.from(body, 'base64url').toString())
      return { keys: values.slice(0, -1), id: values.at(-1) ?? '' }
    },
  }
}
