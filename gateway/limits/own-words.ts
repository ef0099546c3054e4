import { type ASTNode, type GraphQLError, Kind } from 'graphql'

/** What an error of graphql-js is about, in words of the client's own document: none of the schema's names, no values. */
export function inOwnWords({ nodes, locations }: GraphQLError): string | undefined {
  const [node] = nodes ?? []
  const [place] = locations ?? []
  if (!node) return undefined
  const where = place ? `第 ${place.line} 行第 ${place.column} 列的` : ''
  return where + named(node)
}

function named(node: ASTNode): string {
  switch (node.kind) {
    case Kind.FIELD:
      return `字段 ${node.name.value}`
    case Kind.ARGUMENT:
      return `参数 ${node.name.value}`
    case Kind.OBJECT_FIELD:
      return `输入字段 ${node.name.value}`
    case Kind.VARIABLE:
      return `变量 $${node.name.value}`
    case Kind.VARIABLE_DEFINITION:
      return `变量 $${node.variable.name.value}`
    case Kind.DIRECTIVE:
      return `指令 @${node.name.value}`
    case Kind.NAMED_TYPE:
      return `类型 ${node.name.value}`
    case Kind.FRAGMENT_SPREAD:
    case Kind.FRAGMENT_DEFINITION:
      return `片段 ${node.name.value}`
    case Kind.INLINE_FRAGMENT:
      return '片段'
    case Kind.OPERATION_DEFINITION:
      return '操作'
    default:
      return '取值'
  }
}
