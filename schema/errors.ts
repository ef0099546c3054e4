import { GraphQLError } from 'graphql'

/** Every error code a client may see, with its sentence in Chinese and English. */
export const errorCodes = {
  BAD_PAGE: { zh: '分页参数不正确。', en: 'The page arguments are wrong.' },
  BAD_CURSOR: { zh: '游标无效，或不属于这个查询。', en: 'The cursor is invalid or belongs to another query.' },
  BAD_FILTER: { zh: '筛选条件不正确。', en: 'The filter is wrong.' },
  BAD_VALUE: { zh: '取值格式不正确。', en: 'A value is not in the expected form.' },
  BAD_REQUEST: { zh: '请求格式不正确。', en: 'The request is malformed.' },
  BAD_FILE: { zh: '文件无法读取。', en: 'The file cannot be read.' },
  UNKNOWN_LIBRARY: { zh: '没有这个资源库。', en: 'There is no such library.' },
  NOT_SUPPORTED: { zh: '暂不支持。', en: 'Not supported.' },
  DEADLINE_EXCEEDED: { zh: '查询超过了时限。', en: 'The query exceeded its deadline.' },
  SUBGRAPH_UNAVAILABLE: { zh: '一个数据来源没有应答。', en: 'A source did not answer.' },
  SUBGRAPH_BAD_ANSWER: { zh: '一个数据来源的应答格式不正确。', en: 'A source answered in a wrong form.' },
  DATABASE_UNAVAILABLE: { zh: '数据库暂时不可用。', en: 'The database is not available.' },
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
