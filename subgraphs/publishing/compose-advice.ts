/** What a composition error means, and what to do about it. */
export interface Advice {
  readonly zh: string
  readonly fix: { readonly zh: string; readonly en: string }
}

type Said = readonly [zh: string, fixZh: string, fixEn: string]

const advice: Readonly<Record<string, Said>> = {
  INVALID_GRAPHQL: ['SDL 不是正确的 GraphQL。', '按提示改正。', 'Correct what the message names.'],
  UNKNOWN_DIRECTIVE: [
    '用了没有声明的指令。',
    '联邦指令写进 @link 的 import，例如 import: ["@key", "@shareable"]；自定的指令先用 directive 定义。',
    'Name a federation directive in the import of @link, such as import: ["@key", "@shareable"]; define one of your own with directive.',
  ],
  UNKNOWN_TYPE: [
    '用了没有定义的类型。',
    '改正拼写；若类型在别的子图，在此子图也声明它和它的 @key。',
    'Correct its spelling; declare a type of another subgraph here too, with its @key.',
  ],
  INVALID_DEFAULT: ['默认值与类型不符。', '改正默认值，或改类型。', 'Correct the default value, or the type.'],
  DEFINED_TWICE: ['同一个名字定义了两次。', '只留一处，或改名。', 'Keep one definition, or rename one.'],
  ARGUMENT_MISSING: [
    '指令缺少必填的参数。',
    '补上参数，例如 @key(fields: "id")。',
    'Give the argument, such as @key(fields: "id").',
  ],
  COMPOSER_FAILED: [
    '组合程序处理不了这些子图。',
    '检查各处 @key、@requires、@provides 的选择，以及互相依赖的 @requires。',
    'Check what each @key, @requires and @provides selects, and any @requires that depend on each other.',
  ],
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
  REQUIRES_FIELDS_MISSING_EXTERNAL: [
    '@requires 选了这个子图自己给出的字段。',
    '自己的字段不必 @requires；若由别的子图给出，标 @external。',
    'A field of its own needs no @requires; mark it @external when another subgraph resolves it.',
  ],
  PROVIDES_FIELDS_MISSING_EXTERNAL: [
    '@provides 选了这个子图自己给出的字段。',
    '自己的字段不必 @provides；若由别的子图给出，标 @external。',
    'A field of its own needs no @provides; mark it @external when another subgraph resolves it.',
  ],
  FIELDS_INVALID_SELECTION: [
    '@key、@requires 或 @provides 的选择不完整。',
    '对象写出要选的下级字段，例如 "isbn { code }"；标量不带下级字段；片段写明类型。',
    'Select fields of an object, such as "isbn { code }", and none of a scalar; name the type of a fragment.',
  ],
  KEY_FIELDS_SELECT_INVALID_TYPE: [
    '@key 不能选列表、接口或联合类型的字段。',
    '改选标量或对象的字段。',
    'Choose fields of scalars or objects.',
  ],
  KEY_FIELDS_HAS_ARGS: ['@key 不能选带参数的字段。', '改选没有参数的字段。', 'Choose fields without arguments.'],
  EXTENSION_WITH_NO_BASE: [
    '只有 extend，没有任何子图定义这个类型。',
    '在拥有它的子图里用 type 定义，或去掉 extend。',
    'Define it with type where it is owned, or drop extend.',
  ],
  EXTERNAL_TYPE_MISMATCH: [
    '@external 字段的类型与拥有它的子图不同。',
    '改成拥有它的子图里的类型。',
    'Give it the type it has where it is owned.',
  ],
  EXTERNAL_ARGUMENT_MISSING: [
    '@external 字段缺少拥有它的子图里的参数。',
    '补上同样的参数。',
    'Declare the arguments it has where it is owned.',
  ],
  FIELD_ARGUMENT_TYPE_MISMATCH: [
    '同一个参数在各子图的类型不同。',
    '把各处改成同一类型。',
    'Give the argument one type everywhere.',
  ],
  FIELD_ARGUMENT_DEFAULT_MISMATCH: [
    '同一个参数在各子图的默认值不同。',
    '把各处改成同一默认值。',
    'Give the argument one default everywhere.',
  ],
  INPUT_FIELD_DEFAULT_MISMATCH: [
    '同一个输入字段在各子图的默认值不同。',
    '把各处改成同一默认值。',
    'Give the input field one default everywhere.',
  ],
  EMPTY_MERGED_ENUM_TYPE: ['各子图的枚举没有共同的取值。', '统一取值。', 'Make the values equal.'],
  EMPTY_MERGED_INPUT_TYPE: ['各子图的输入类型没有共同的字段。', '统一字段。', 'Make the fields equal.'],
  INVALID_SHAREABLE_USAGE: [
    '@shareable 不能用在接口的字段上。',
    '写在实现接口的类型上。',
    'Write it on the types that implement the interface.',
  ],
  REFERENCED_INACCESSIBLE: [
    '公开的字段用到了隐藏的类型。',
    '把字段也标 @inaccessible，或公开这个类型。',
    'Mark the field @inaccessible too, or make the type public.',
  ],
  ONLY_INACCESSIBLE_CHILDREN: [
    '公开的类型只剩隐藏的字段。',
    '公开至少一个字段，或隐藏整个类型。',
    'Leave a field public, or hide the whole type.',
  ],
  REQUIRED_INACCESSIBLE: ['必填的参数或输入字段被隐藏。', '改为可空，或公开它。', 'Make it nullable, or public.'],
  OVERRIDE_LABEL_INVALID: [
    '@override 的 label 写法不正确。',
    '写作 percent(20) 之类，或以字母开头的名称。',
    'Write percent(20) or the like, or a name that begins with a letter.',
  ],
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE: [
    '@override 不能与 @external、@provides、@requires 同用。',
    '去掉其中之一。',
    'Drop one of them.',
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
  INTERFACE_OBJECT_USAGE_ERROR: [
    '用 @interfaceObject 定义接口的子图，不能再定义实现它的类型。',
    '把实现类型的字段移到另一个子图，或去掉 @interfaceObject。',
    'Move the fields of the implementing type to another subgraph, or drop @interfaceObject.',
  ],
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

/** Messages that have an advice of their own, whatever their code. */
const told: readonly (readonly [message: RegExp, advice: string])[] = [
  [/^(\[.+\] )?Unknown directive/, 'UNKNOWN_DIRECTIVE'],
  [/^(\[.+\] )?Unknown type/, 'UNKNOWN_TYPE'],
  [/^(\[.+\] )?Interface field .+ expected/, 'INTERFACE_FIELD_NO_IMPLEM'],
  [/^(\[.+\] )?Invalid default value/, 'INVALID_DEFAULT'],
  [/^(\[.+\] )?.+can only be defined once|There can be only one/, 'DEFINED_TWICE'],
  [/^(\[.+\] )?Directive .+ argument .+ is required/, 'ARGUMENT_MISSING'],
  [/select fields of it$|no fields to select$|a fragment needs a type/, 'FIELDS_INVALID_SELECTION'],
]

const unknown = [
  '子图不能组合。',
  '按英文说明改正后再组合。',
  'Correct what the message names, then compose again.',
] as const

export function adviceFor(code: string, message: string): Advice {
  const own = told.find(([it]) => it.test(message))?.[1]
  const [zh, fixZh, fixEn] = advice[own ?? code] ?? unknown
  const quoted = namesIn(message).slice(0, 4)
  return { zh: quoted.length > 0 ? `${zh}涉及：${quoted.join('、')}。` : zh, fix: { zh: fixZh, en: fixEn } }
}

/** What a message names: in quotes, or as coordinates and types without them. */
export function namesIn(message: string): readonly string[] {
  const quoted = Array.from(message.matchAll(/"([^"]+)"/g), ([, text]) => text!)
  const bare = Array.from(message.matchAll(/(?<=^|\s)(\w+\.\w+(\(\w+:\))?|(?<=type )[A-Z]\w*)/g), ([text]) => text)
  return [...new Set([...quoted, ...bare])]
}
