import type { Role, Viewer } from '#schema/viewer.ts'

/** Sharing classes of 《政务数据共享条例》, and personal information of 《个人信息保护法》; every field declares one. */
export const sharingClasses = ['UNCONDITIONAL', 'CONDITIONAL', 'NOT_SHARED', 'PERSONAL'] as const

export type SharingClass = (typeof sharingClasses)[number]

/** What must hold between the viewer and the record; a fact that is not known never holds. */
export type Condition =
  /** The record is about the viewer. */
  | 'SELF'
  /** It is of the viewer's own organization. */
  | 'OWN_ORGANIZATION'
  /** It was contributed by a library the viewer answers for. */
  | 'OWN_LIBRARY'
  /** It is of the viewer's own province. */
  | 'OWN_PROVINCE'
  /** The person has agreed to a purpose the viewer may process personal data for. */
  | 'CONSENT'

/** Why something is not shown; it depends on role and class only, so it never tells whether there is a value. */
export type Reason =
  | 'SIGN_IN'
  | 'NOT_YOUR_DUTY'
  | 'OWN_RECORDS_ONLY'
  | 'SOURCE_ONLY'
  | 'CONSENT_NEEDED'
  | 'NO_PERSONAL_DATA'

/** What a reason says to who asks. */
export const reasons: Readonly<Record<Reason, string>> = {
  SIGN_IN: '公众不可见，请登录后查看。',
  NOT_YOUR_DUTY: '不在您的职责范围内。',
  OWN_RECORDS_ONLY: '有条件共享：只能看到与您有关的记录中的内容。',
  SOURCE_ONLY: '只有来源单位可见。',
  CONSENT_NEEDED: '个人信息：须有本人为您的用途给出的同意。',
  NO_PERSONAL_DATA: '您的角色不接触个人信息。',
}

/** Allowed when every condition of any one of `when` holds, else refused for the reason of `otherwise`. */
export type Rule = { readonly when: readonly (readonly Condition[])[]; readonly otherwise: Reason }

/**
 * Who may see what: role × class × condition. The policies of the database, the masks of the resolvers and the tests
 * are all made from this table. Basis: duties of the offices (roles), 《政务数据共享条例》 (classes, no condition may be
 * added to UNCONDITIONAL), 《个人信息保护法》 art. 23, 25 and 44 (PERSONAL: separate consent for the purpose, own data).
 */
export const policy: Readonly<Record<Role, Readonly<Record<SharingClass, Rule>>>> = {
  // 公众：公开目录。
  PUBLIC: {
    UNCONDITIONAL: always(),
    CONDITIONAL: never('SIGN_IN'),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: never('SIGN_IN'),
  },
  // 企业：本企业的需求与合同；个人信息须本人同意。
  ENTERPRISE: {
    UNCONDITIONAL: always(),
    CONDITIONAL: only('OWN_RECORDS_ONLY', ['OWN_ORGANIZATION']),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: only('CONSENT_NEEDED', ['CONSENT']),
  },
  // 科技人员、团队：本人的画像与同意书；他人的个人信息须其同意。
  TECHNOLOGIST: {
    UNCONDITIONAL: always(),
    CONDITIONAL: only('OWN_RECORDS_ONLY', ['SELF']),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: only('CONSENT_NEEDED', ['SELF'], ['CONSENT']),
  },
  // 高校科技处：本校的人员与成果。
  UNIVERSITY: {
    UNCONDITIONAL: always(),
    CONDITIONAL: only('OWN_RECORDS_ONLY', ['OWN_ORGANIZATION']),
    NOT_SHARED: only('SOURCE_ONLY', ['OWN_ORGANIZATION', 'OWN_LIBRARY']),
    PERSONAL: only('CONSENT_NEEDED', ['OWN_ORGANIZATION'], ['CONSENT']),
  },
  // 地方主管部门：本省的初审与备案；个人信息须在本省且本人同意。
  LOCAL_AUTHORITY: {
    UNCONDITIONAL: always(),
    CONDITIONAL: only('OWN_RECORDS_ONLY', ['OWN_PROVINCE']),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: only('CONSENT_NEEDED', ['OWN_PROVINCE', 'CONSENT']),
  },
  // 资源库主管单位：本库的全部内容；本省其他库的有条件共享内容。
  LIBRARY_OWNER: {
    UNCONDITIONAL: always(),
    CONDITIONAL: only('OWN_RECORDS_ONLY', ['OWN_LIBRARY'], ['OWN_PROVINCE']),
    NOT_SHARED: only('SOURCE_ONLY', ['OWN_LIBRARY']),
    PERSONAL: only('CONSENT_NEEDED', ['OWN_LIBRARY']),
  },
  // 平台运营：技术服务与推送；个人信息须本人同意。
  OPERATOR: {
    UNCONDITIONAL: always(),
    CONDITIONAL: always(),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: only('CONSENT_NEEDED', ['CONSENT']),
  },
  // 评估、审计：本省内容只读，留痕；不看个人信息。
  EVALUATOR: {
    UNCONDITIONAL: always(),
    CONDITIONAL: only('OWN_RECORDS_ONLY', ['OWN_PROVINCE']),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: never('NO_PERSONAL_DATA'),
  },
  // 技术经理人、经纪人：经中介的对接；个人信息须本人同意。
  BROKER: {
    UNCONDITIONAL: always(),
    CONDITIONAL: never('NOT_YOUR_DUTY'),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: only('CONSENT_NEEDED', ['CONSENT']),
  },
  // 数据团队：按类别汇总与提取；不看个人信息。
  DATA_TEAM: {
    UNCONDITIONAL: always(),
    CONDITIONAL: always(),
    NOT_SHARED: never('SOURCE_ONLY'),
    PERSONAL: never('NO_PERSONAL_DATA'),
  },
}

/** What is known of a record when it is decided whether to show it. */
export type Facts = {
  /** Id of the library it came from. */
  readonly library?: string | null
  /** Province in English, such as HUBEI. */
  readonly province?: string | null
  /** Ids of the organizations it is of. */
  readonly organizations?: readonly (string | null)[] | null
  /** The account of the person it is about. */
  readonly subject?: string | null
  /** Purposes the person has agreed to, and not withdrawn. */
  readonly consents?: readonly string[] | null
}

export type Decision = { readonly allow: true } | { readonly allow: false; readonly reason: Reason }

/** Whether `viewer` may see what has this class in a record of these facts. */
export function decide(viewer: Viewer, sharing: SharingClass, facts: Facts, table = policy): Decision {
  const { when, otherwise } = table[viewer.role][sharing]
  const allow = when.some((conditions) => conditions.every((condition) => holds[condition](viewer, facts)))
  return allow ? { allow } : { allow, reason: otherwise }
}

/** Whether the role may see every value of the class, and so filter, sort, search and count by it. */
export function mayQuery(role: Role, sharing: SharingClass): boolean {
  return policy[role][sharing].when.some((conditions) => conditions.length === 0)
}

/** Whether there can be a record of which the role sees what is of this class. */
export function mayEver(role: Role, sharing: SharingClass): boolean {
  return policy[role][sharing].when.length > 0
}

const holds: Readonly<Record<Condition, (viewer: Viewer, facts: Facts) => boolean>> = {
  SELF: (viewer, { subject }) => known(subject) && viewer.subject === subject,
  OWN_ORGANIZATION: ({ organization }, { organizations }) =>
    known(organization) && (organizations?.includes(organization) ?? false),
  OWN_LIBRARY: (viewer, { library }) => known(library) && (viewer.libraries?.includes(library) ?? false),
  OWN_PROVINCE: (viewer, { province }) => known(province) && viewer.province === province,
  CONSENT: (viewer, { consents }) => consents?.some((purpose) => viewer.purposes?.includes(purpose)) ?? false,
}

function known(fact: string | null | undefined): fact is string {
  return fact !== null && fact !== undefined
}

function always(): Rule {
  return { when: [[]], otherwise: 'NOT_YOUR_DUTY' }
}

function only(otherwise: Reason, ...when: readonly (readonly Condition[])[]): Rule {
  return { when, otherwise }
}

function never(otherwise: Reason): Rule {
  return { when: [], otherwise }
}
