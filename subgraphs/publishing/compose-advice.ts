/** What a composition error means, and what to do about it. */
export interface Advice {
  readonly zh: string
  readonly fix: { readonly zh: string; readonly en: string }
}

const advice: Readonly<Record<string, readonly [zh: string, fixZh: string, fixEn: string]>> = {
  INVALID_GRAPHQL: ['SDL 不是正确的 GraphQL。', '按提示的行号改正语法。', 'Correct the syntax at the line named.'],
  INVALID_FIELD_SHARING: [
    '同一个字段由多个子图给出，却没有都声明可共享。',
    '只留一个子图给出它；若各处的值确实相同，则每处都加 @shareable。',
    'Keep it in one subgraph, or mark it @shareable in each when the values are truly the same.',
  ],
  FIELD_TYPE_MISMATCH: [
    '同一个字段在各子图的类型不同。',
    '把各处改成同一类型。',
    'Give the field one type everywhere.',
  ],
  TYPE_KIND_MISMATCH: [
    '同一个名字在各子图是不同种类的类型。',
    '改名，或统一种类。',
    'Rename one, or make them one kind.',
  ],
  EXTERNAL_MISSING_ON_BASE: [
    '标为 @external 的字段没有任何子图给出。',
    '在拥有它的子图里定义这个字段，或去掉 @external。',
    'Define the field where it is owned, or drop @external.',
  ],
  EXTERNAL_UNUSED: [
    '@external 字段没有被用到。',
    '删去它，或在 @requires、@provides、@key 中用它。',
    'Remove it, or use it in @requires, @provides or @key.',
  ],
  KEY_INVALID_FIELDS: ['@key 选的字段不存在或不能作键。', '改成类型里已有的字段。', 'Choose fields the type has.'],
  REQUIRES_INVALID_FIELDS: [
    '@requires 选的字段不存在或未标 @external。',
    '补上字段并标 @external。',
    'Declare the fields, each @external.',
  ],
  PROVIDES_INVALID_FIELDS: [
    '@provides 选的字段不存在或未标 @external。',
    '补上字段并标 @external。',
    'Declare the fields, each @external.',
  ],
  ENUM_VALUE_MISMATCH: [
    '既作输入又作输出的枚举，各子图的取值不同。',
    '统一取值；新增的值先标 @inaccessible，各处都有后再放开。',
    'Make the values equal; add a new one as @inaccessible until all have it.',
  ],
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: [
    '必填参数并非每个子图都有。',
    '各处都加，或改为可空。',
    'Add it everywhere, or make it nullable.',
  ],
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: [
    '必填的输入字段并非每个子图都有。',
    '各处都加，或改为可空。',
    'Add it everywhere, or make it nullable.',
  ],
  INTERFACE_FIELD_NO_IMPLEM: ['接口的字段有类型没有实现。', '在该类型里加上这个字段。', 'Add the field to the type.'],
  INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE: [
    '带 @key 的接口，其实现类型没有都在这个子图定义。',
    '在此子图定义全部实现类型并带同样的 @key，或改用 @interfaceObject。',
    'Define every implementation here with that @key, or use @interfaceObject.',
  ],
  SATISFIABILITY_ERROR: [
    '有字段从某个入口无法取到。',
    '给相关类型加上共同的 @key，使其可以跨子图查找。',
    'Give the types a common @key, so that they can be looked up across subgraphs.',
  ],
  NO_QUERIES: [
    '没有任何查询入口。',
    '至少在一个子图里定义 Query 的字段。',
    'Define a Query field in at least one subgraph.',
  ],
  TYPE_DEFINITION_INVALID: ['类型定义不完整。', '补全定义。', 'Complete the definition.'],
  UNKNOWN_FEDERATION_LINK_VERSION: ['@link 的联邦规范版本未知。', '用 v2.0 到 v2.9。', 'Use v2.0 to v2.9.'],
  INVALID_LINK_DIRECTIVE_USAGE: ['@link 的写法不正确。', '核对 url 与 import。', 'Check its url and import.'],
  OVERRIDE_SOURCE_HAS_OVERRIDE: ['一个字段被两处 @override。', '只留一处。', 'Keep one @override.'],
  OVERRIDE_FROM_SELF_ERROR: [
    '@override 指向了自己。',
    '把 from 改为原来拥有它的子图。',
    'Name the former owner in from.',
  ],
}

const unknown = [
  '子图不能组合。',
  '按英文说明改正后再组合。',
  'Correct what the message names, then compose again.',
] as const

export function adviceFor(code: string, message: string): Advice {
  const [zh, fixZh, fixEn] = advice[code] ?? unknown
  const quoted = [...new Set([...message.matchAll(/"([^"]+)"/g)].map(([, text]) => text))].slice(0, 4)
  return { zh: quoted.length > 0 ? `${zh}涉及：${quoted.join('、')}。` : zh, fix: { zh: fixZh, en: fixEn } }
}
