import { HubError } from '#schema/errors.ts'
import { reserved } from './reserved-names.ts'

/** Refuses variables that are too deep, have too many keys or too long lists, or hide a reserved key. */
export function maxVariables(
  variables: Readonly<Record<string, unknown>>,
  limits: { readonly variableDepth: number; readonly variableKeys: number; readonly listSize: number },
): HubError | undefined {
  let keys = 0

  const look = (value: unknown, depth: number): HubError | undefined => {
    if (typeof value !== 'object' || value === null) return undefined
    if (depth > limits.variableDepth) {
      return new HubError('TOO_DEEP', `变量最多可嵌套 ${limits.variableDepth} 层，收到的更深。`)
    }
    if (Array.isArray(value)) {
      if (value.length > limits.listSize) {
        return new HubError('LIST_TOO_LONG', `列表最多 ${limits.listSize} 项，收到 ${value.length} 项。`)
      }
      for (const item of value) {
        const refusal = look(item, depth + 1)
        if (refusal) return refusal
      }
      return undefined
    }
    for (const key of Object.keys(value)) {
      keys++
      if (keys > limits.variableKeys) {
        return new HubError('BAD_VALUE', `变量最多共有 ${limits.variableKeys} 个键，收到的更多。`)
      }
      if (reserved.has(key)) return new HubError('RESERVED_NAME', `变量中不能有名为 ${key} 的键。`)
      const refusal = look((value as Record<string, unknown>)[key], depth + 1)
      if (refusal) return refusal
    }
    return undefined
  }

  return look(variables, 0)
}
