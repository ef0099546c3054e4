import { type Role, roles } from '#schema/viewer.ts'
import { type Command, readArguments, wrongArguments } from '../command.ts'
import type { Subgraph } from '../define.ts'
import { classifiedFields } from './mask.ts'
import { type Condition, policy, reasons, type SharingClass, sharingClasses } from './policy.ts'

const usage = '  lianku policy                            打印谁能看到什么：角色 × 共享类别 × 条件'

export const policyCommand: Command = {
  usage,
  async run(args, { print, subgraphs }) {
    const { positionals } = readArguments(args, usage, {})
    if (positionals.length > 0) throw wrongArguments(usage, positionals.join(' '))
    print(`${policyInWords()}\n\n${fieldsInWords(subgraphs)}`, policy)
    return 0
  },
}

/** The policy table as a lawyer reads it. */
export function policyInWords(): string {
  return roles
    .map((role) => [roleNames[role], ...sharingClasses.map((sharing) => `  ${ruleInWords(role, sharing)}`)].join('\n'))
    .join('\n\n')
}

/** What the classes stand for: their basis, and the fields of each; whole records too can be shared on conditions. */
export function fieldsInWords(subgraphs: readonly Pick<Subgraph, 'schema'>[]): string {
  const fields = subgraphs.flatMap(({ schema }) =>
    classifiedFields(schema).map(([type, field, sharing]) => ({ name: `${type.name}.${field.name}`, sharing })),
  )
  const lines = sharingClasses.map((sharing) => {
    const names = [...new Set(fields.filter((it) => it.sharing === sharing).map(({ name }) => name))]
    const said = [...(always[sharing] ?? []), ...names]
    return `  ${classNames[sharing]}（${bases[sharing]}）：${said.length > 0 ? said.join('、') : '现有资源库中没有这一类字段'}`
  })
  return ['各类别的内容', ...lines].join('\n')
}

const always: Partial<Record<SharingClass, readonly string[]>> = {
  UNCONDITIONAL: ['公开记录中下列以外的全部字段'],
  CONDITIONAL: ['未公开记录的全部字段'],
}

const bases: Readonly<Record<SharingClass, string>> = {
  UNCONDITIONAL: '《政务数据共享条例》',
  CONDITIONAL: '《政务数据共享条例》',
  NOT_SHARED: '《政务数据共享条例》，须有法律、行政法规或国务院决定为据',
  PERSONAL: '《个人信息保护法》第二十三、二十五、四十四条',
}

function ruleInWords(role: Role, sharing: SharingClass): string {
  const { when, otherwise } = policy[role][sharing]
  const name = classNames[sharing]
  if (when.length === 0) return `${name}：不可见。${reasons[otherwise]}`
  if (when.some((conditions) => conditions.length === 0)) return `${name}：全部可见。`
  const cases = when.map((conditions) => conditions.map((condition) => conditionNames[condition]).join('，且'))
  return `${name}：${cases.join('；或')}的可见，其余不可见。`
}

const classNames: Readonly<Record<SharingClass, string>> = {
  UNCONDITIONAL: '无条件共享',
  CONDITIONAL: '有条件共享',
  NOT_SHARED: '不予共享',
  PERSONAL: '个人信息',
}

const conditionNames: Readonly<Record<Condition, string>> = {
  SELF: '关于本人',
  OWN_ORGANIZATION: '属于本单位',
  OWN_LIBRARY: '来自本人负责的资源库',
  OWN_PROVINCE: '属于本省',
  CONSENT: '本人已同意用于查看者的用途',
}

const roleNames: Readonly<Record<Role, string>> = {
  PUBLIC: '公众（PUBLIC）',
  ENTERPRISE: '企业（ENTERPRISE）',
  TECHNOLOGIST: '科技人员、团队（TECHNOLOGIST）',
  UNIVERSITY: '高校科技处（UNIVERSITY）',
  LOCAL_AUTHORITY: '地方主管部门（LOCAL_AUTHORITY）',
  LIBRARY_OWNER: '资源库主管单位（LIBRARY_OWNER）',
  OPERATOR: '平台运营（OPERATOR）',
  EVALUATOR: '评估、审计（EVALUATOR）',
  BROKER: '技术经理人、经纪人（BROKER）',
  DATA_TEAM: '数据团队（DATA_TEAM）',
}
