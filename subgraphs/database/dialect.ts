import { Column, Name, Param, Placeholder, type Query, SQL, StringChunk, Table } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/**
 * drizzle's PostgreSQL, with the parts that most statements consist of written at once. drizzle asks of each part which
 * of a dozen kinds it is, by name and along its classes, which was the largest share of a short list's time.
 */
class Dialect extends PgDialect {
  override sqlToQuery(statement: SQL, ...source: [invokeSource?: 'indexes']): Query {
    const params: unknown[] = []
    const text = source.length === 0 ? write(statement, params) : undefined
    return text === undefined ? super.sqlToQuery(statement, ...source) : { sql: text, params }
  }
}

export const dialect = new Dialect()

/** The text of a part, its parameters added to the others; undefined where it holds what drizzle has to write. */
function write({ queryChunks }: SQL, params: unknown[]): string | undefined {
  let text = ''
  for (const chunk of queryChunks as readonly unknown[]) {
    if (chunk instanceof StringChunk) {
      text += chunk.value.length === 1 ? chunk.value[0] : chunk.value.join('')
    } else if (chunk instanceof SQL) {
      const part = write(chunk, params)
      if (part === undefined) return undefined
      text += part
    } else if (chunk instanceof Param) {
      const value = chunk.value === null ? null : chunk.encoder.mapToDriverValue(chunk.value)
      if (value instanceof SQL || chunk.value instanceof Placeholder) return undefined
      text += `$${params.push(value)}`
    } else if (chunk instanceof Column || chunk instanceof Table) {
      text += nameOf(chunk)
    } else if (chunk instanceof Name) {
      text += plain.escapeName(chunk.value)
    } else if (typeof chunk === 'string' || typeof chunk === 'number' || typeof chunk === 'boolean' || chunk === null) {
      text += `$${params.push(chunk)}`
    } else if (chunk !== undefined) {
      return undefined
    }
  }
  return text
}

const names = new WeakMap<object, string>()
const plain = new PgDialect()

function nameOf(named: Column | Table): string {
  let name = names.get(named)
  if (name === undefined) {
    name = plain.sqlToQuery(new SQL([named])).sql
    names.set(named, name)
  }
  return name
}
