import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql'
import { HubError } from '#schema/errors.ts'
import type { Refused } from './contract.ts'
import { refuseOversized, tooDeep } from './limits.ts'
import { withoutStacks } from './stackless.ts'

/** One operation of a valid document. */
export interface ClientOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** Whoever writes documents reads the first few errors, and nobody is to be told names they did not know. */
const reporting = { maxErrors: 20, hideSuggestions: true }

/** Parses and validates a document and picks the operation to run. */
export function readOperation(
  query: string,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
  rules: readonly ValidationRule[],
): ClientOperation | Refused {
  try {
    const document = withoutStacks(() => parse(query))
    refuseOversized(document)
    const errors = withoutStacks(() => validate(schema, document, [...specifiedRules, ...rules], reporting))
    if (errors.length > 0) return { errors }
    return pickOperation(document, operationName, schema)
  } catch (error) {
    const refusal = tooDeep(error)
    if (refusal) return { errors: [refusal] }
    throw error
  }
}

function pickOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
  schema: GraphQLSchema,
): ClientOperation | Refused {
  const operation = getOperationAST(document, operationName || undefined)
  if (!operation) {
    const names = document.definitions.flatMap((d) =>
      d.kind === Kind.OPERATION_DEFINITION ? (d.name?.value ?? '未命名') : [],
    )
    const received = operationName ? `收到 operationName“${operationName}”` : '收到的请求没有 operationName'
    return { errors: [new HubError('BAD_REQUEST', `operationName 应为其中之一：${names.join('、')}；${received}。`)] }
  }
  // graphql-js finds nothing wrong with a mutation where the schema has none.
  if (!schema.getRootType(operation.operation)) {
    return { errors: [new HubError('NOT_SUPPORTED', `这张图应以 query 查询，没有 ${operation.operation} 可用。`)] }
  }
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const d of document.definitions) if (d.kind === Kind.FRAGMENT_DEFINITION) fragments.set(d.name.value, d)
  return { document, operation, fragments }
}

export function isRefused(value: object): value is Refused {
  return 'errors' in value && Array.isArray(value.errors) && value.errors[0] instanceof GraphQLError
}
