// Not from 'graphql': a process that reads one file would load the whole of it.
import { GraphQLError } from 'graphql/error/GraphQLError.js'

/** Every error code a client may see, with its sentence in Chinese and English. */
export const errorCodes = {
  BAD_PAGE: { zh: '分页参数不正确。', en: 'The page arguments are wrong.' },
  BAD_CURSOR: { zh: '游标无效，或不属于这个查询。', en: 'The cursor is invalid or belongs to another query.' },
  BAD_FILTER: { zh: '筛选条件不正确。', en: 'The filter is wrong.' },
  BAD_VALUE: { zh: '取值格式不正确。', en: 'A value is not in the expected form.' },
  BAD_REQUEST: { zh: '请求格式不正确。', en: 'The request is malformed.' },
  BAD_FILE: { zh: '文件无法读取。', en: 'The file cannot be read.' },
  UNKNOWN_SUBGRAPH: { zh: '没有这个子图。', en: 'There is no such subgraph.' },
  UNKNOWN_LIBRARY: { zh: '没有这个资源库。', en: 'There is no such library.' },
  NOT_SUPPORTED: { zh: '暂不支持。', en: 'Not supported.' },
  DEADLINE_EXCEEDED: { zh: '查询超过了时限。', en: 'The query exceeded its deadline.' },
  SUBGRAPH_UNAVAILABLE: { zh: '一个数据来源没有应答。', en: 'A source did not answer.' },
  SUBGRAPH_BAD_ANSWER: { zh: '一个数据来源的应答格式不正确。', en: 'A source answered in a wrong form.' },
  SUBGRAPH_ERROR: { zh: '一个数据来源出错。', en: 'A source reported an error.' },
  SUBGRAPH_BUSY: { zh: '等待一个数据来源的请求过多。', en: 'Too many requests wait for a source.' },
  SUBGRAPH_BUDGET_SPENT: {
    zh: '一个数据来源今日的访问额度已用完。',
    en: 'What a source may be asked in a day is spent.',
  },
  NO_ROOM: { zh: '存储空间不足，暂时不能写入，请稍后重试。', en: 'There is no room to write now; try again later.' },
  DATABASE_UNAVAILABLE: { zh: '数据库暂时不可用。', en: 'The database is not available.' },
  GRAPHQL_PARSE_FAILED: { zh: '查询语句有语法错误。', en: 'The document has a syntax error.' },
  GRAPHQL_VALIDATION_FAILED: { zh: '查询语句与图的模式不符。', en: 'The document does not fit the schema.' },
  BAD_USER_INPUT: { zh: '变量取值不正确。', en: 'A variable has a wrong value.' },
  METHOD_NOT_ALLOWED: { zh: '不支持这种请求方法。', en: 'The request method is not supported here.' },
  NOT_FOUND: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  NOT_ACCEPTABLE: { zh: '无法以所要求的格式作答。', en: 'No media type in Accept can be served.' },
  UNSUPPORTED_MEDIA_TYPE: { zh: '不支持请求正文的格式。', en: 'The media type of the body is not supported.' },
  PAYLOAD_TOO_LARGE: { zh: '请求正文过大。', en: 'The body is too large.' },
  REQUEST_TIMEOUT: { zh: '请求未在时限内发送完。', en: 'The request was not sent in time.' },
  HEADERS_TOO_LARGE: { zh: '请求头过大。', en: 'The request headers are too large.' },
  FORGERY_REFUSED: { zh: '无法排除跨站伪造，请求被拒绝。', en: 'Refused: the request could be a cross-site forgery.' },
  OVERLOADED: { zh: '请求过多，请稍后重试。', en: 'Too many requests at once; try again shortly.' },
  RATE_LIMITED: { zh: '查询过于频繁，请稍后重试。', en: 'Too much was asked in a short time; try again later.' },
  INTROSPECTION_CLOSED: { zh: '不提供模式内省。', en: 'The schema is not shown here.' },
  BAD_TOKEN: {
    zh: '令牌无效，应由约定的签发方为本服务签发且未过期。',
    en: 'The token is invalid: it must come from the agreed issuer, be meant for this service and not have expired.',
  },
  BAD_ACCESS_KEY: {
    zh: '需要有效的密钥：Authorization: Bearer lk_…，由平台运营方签发。',
    en: 'A valid access key is needed, issued by `lianku key issue`.',
  },
  ACCESS_DENIED: { zh: '这个密钥不能用于此处。', en: 'The access key does not open this.' },
  IDENTITY_UNAVAILABLE: { zh: '暂时无法核验令牌，请稍后重试。', en: 'Tokens cannot be checked just now.' },
  BAD_SIGNATURE: { zh: '请求签名不正确。', en: 'The signature of the request is wrong.' },
  NOT_PERMITTED: { zh: '您的角色不能这样查询。', en: 'Your role may not ask this.' },
  AUDIT_UNAVAILABLE: {
    zh: '无法记录审计，受限内容暂不可读。',
    en: 'Restricted content cannot be read while the audit cannot be written.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '这个 Idempotency-Key 已用于内容不同的请求，请换一个。',
    en: 'This Idempotency-Key was used for a request with other content; choose another.',
  },
  PERSISTED_QUERY_NOT_FOUND: { zh: '没有登记这个查询。', en: 'No document is stored under this hash.' },
  PERSISTED_QUERY_MISMATCH: { zh: '查询语句与其摘要不符。', en: 'The document does not match its hash.' },
  PERSISTED_QUERY_ONLY: { zh: '只接受已登记的查询。', en: 'Only registered documents are accepted.' },
  TOO_MANY_TOKENS: { zh: '查询语句过长。', en: 'The document has too many tokens.' },
  TOO_DEEP: { zh: '查询嵌套过深。', en: 'The document is nested too deeply.' },
  TOO_MANY_DEFINITIONS: {
    zh: '查询的操作和片段过多。',
    en: 'The document has too many operations and fragments.',
  },
  TOO_MANY_ALIASES: { zh: '查询的别名过多。', en: 'The document has too many aliases.' },
  TOO_MANY_DIRECTIVES: { zh: '查询的指令过多。', en: 'The document has too many directives.' },
  TOO_MANY_ROOT_FIELDS: { zh: '查询的顶层字段过多。', en: 'The operation has too many root fields.' },
  TOO_MANY_SELECTIONS: { zh: '查询选取的字段过多。', en: 'The operation selects too many fields.' },
  TOO_COSTLY: { zh: '查询的代价过大。', en: 'The operation costs too much.' },
  LIST_TOO_LONG: { zh: '列表过长。', en: 'A list is too long.' },
  RESERVED_NAME: { zh: '名称不可用。', en: 'A name is reserved.' },
  INTERNAL: { zh: '内部错误，已记录。', en: 'Internal error; it has been recorded.' },
} as const satisfies Record<string, { zh: string; en: string }>

export type ErrorCode = keyof typeof errorCodes

/** An error a client may read: a code, and a Chinese sentence that says what was expected and what came. */
export class HubError extends GraphQLError {
  override name = 'HubError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string = errorCodes[code].zh, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extensions } })
    this.code = code
  }
}

/**
 * The mask: an error as a client may read it. Errors made for clients and graphql-js's own pass; whatever else rose
 * becomes INTERNAL, and goes to `record` instead.
 */
export function maskError(error: GraphQLError, record: (cause: unknown) => void): GraphQLError {
  const cause = error.originalError
  if (!cause || cause instanceof GraphQLError) return error
  record(cause)
  const { nodes, path } = error
  return new GraphQLError(errorCodes.INTERNAL.zh, { nodes, path, extensions: { code: 'INTERNAL' } })
}
