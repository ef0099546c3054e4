import { makePgArray } from 'drizzle-orm/pg-core'
import { parse } from 'postgres-array'

/** How values cross to the server and back, for postgres.js: exact, or as the server's own text. */
export const valueTypes = {
  int8: { to: 20, from: [20], serialize: String, parse: integer },
  // A Date would invent a time zone.
  date: { to: 1184, from: [1082, 1083, 1114, 1184], serialize: dateText, parse: asIs },
  // drizzle hands over json already written; everybody else hands over a value.
  json: { to: 3802, from: [114, 3802], serialize: jsonText, parse: JSON.parse },
  booleans: list(1000, [], (text) => text === 't'),
  integers: list(1007, [1005, 1021, 1022], Number),
  bigIntegers: list(1016, [], integer),
  texts: list(1009, [1003, 1015, 1115, 1182, 1185, 1231, 2951], asIs),
  jsons: list(3807, [199], JSON.parse),
}

// The driver would ask the server for the types of arrays on each connection, and dies of an unhandled rejection when
// the connection ends just then; its reader also takes NULL for a word.
function list(oid: number, others: readonly number[], parseItem: (text: string) => unknown) {
  return {
    to: oid,
    from: [oid, ...others],
    serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value.map(item)) : String(value)),
    parse: (text: string) => parse(text, parseItem),
  }
}

function item(value: unknown): unknown {
  if (value === undefined) throw new TypeError('A list sent to the database holds undefined.')
  if (Array.isArray(value)) return value.map(item)
  if (value instanceof Date) return dateText(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

function integer(text: string): number | string {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : text
}

function dateText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}

function jsonText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function asIs(text: string): string {
  return text
}
