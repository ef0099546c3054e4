/** Every doubt intake can raise, with its sentence, weight and the clause or standard it rests on. */
export const flags = {
  USCC_CHARSET: identity(
    'ERROR',
    '统一社会信用代码不是 18 位，或含有不允许的字符。',
    'The credit code is not 18 allowed characters.',
    'GB 32100-2015',
  ),
  USCC_CHECKSUM: identity(
    'WARN',
    '统一社会信用代码校验位不符。',
    'A check character of the credit code does not fit.',
    'GB 32100-2015',
  ),
  USCC_REGION_MISMATCH: identity(
    'INFO',
    '信用代码中的行政区划与单位所在省不同。',
    'The credit code was issued in another province.',
    'GB 32100-2015',
  ),
  IDENTIFIER_PRECISION_LOST: identity(
    'ERROR',
    '编号末尾数字已丢失，请把该列设为文本格式后重新导出。',
    'The last digits were lost; export the column as text.',
  ),
  ORGANIZATION_KIND_MISMATCH: identity(
    'WARN',
    '单位类型与信用代码前两位的机构类别不符。',
    'The organization kind contradicts its credit code.',
    'GB 32100-2015',
  ),
  ORGANIZATION_UNRESOLVED: identity(
    'INFO',
    '单位名称未能对应到唯一的单位。',
    'The organization name did not lead to one organization.',
  ),
  PATENT_NUMBER_FORMAT: identity('ERROR', '专利号格式不正确。', 'The patent number is malformed.'),
  PATENT_CHECK_DIGIT: identity('ERROR', '专利号校验位不符。', 'The check digit of the patent number does not fit.'),
  PATENT_CHECK_DIGIT_ADDED: identity('INFO', '专利号缺校验位，已按算法补上。', 'The missing check digit was computed.'),
  ORCID_CHECKSUM: identity(
    'WARN',
    'ORCID 格式或校验位不符。',
    'The ORCID is malformed or its check character does not fit.',
    'ISO/IEC 7064',
  ),
  ROR_CHECKSUM: identity(
    'WARN',
    'ROR 编号格式或校验位不符。',
    'The ROR id is malformed or its check digits do not fit.',
  ),
  DUPLICATE_LOCAL_ID: identity('ERROR', '同一批次中编号重复。', 'The local id occurs twice in one release.'),
  POSSIBLE_DUPLICATE: identity('INFO', '疑似与另一条记录重复。', 'Possibly the same thing as another record.'),
  BROKEN_REFERENCE: identity(
    'WARN',
    '引用的记录不存在，或未公开。',
    'The record it refers to does not exist or is not public.',
  ),

  REGION_CODE_UNKNOWN: codes(
    'WARN',
    '行政区划代码或名称不在代码表中。',
    'The region is not in the code list.',
    'GB/T 2260',
  ),
  REGION_CODE_RETIRED: codes(
    'INFO',
    '行政区划代码已撤销，已给出现行代码。',
    'The region code is retired; its successor is given.',
    'GB/T 2260',
  ),
  REGION_NAME_AMBIGUOUS: codes(
    'WARN',
    '地名对应多个行政区划，未作猜测。',
    'The place name fits several regions; none was guessed.',
    'GB/T 2260',
  ),
  REGION_OUTSIDE_LIBRARY_PROVINCE: codes(
    'INFO',
    '所在地不在资源库所属省份。',
    'The region lies outside the province of the library.',
  ),
  INDUSTRY_CODE_UNKNOWN: codes(
    'WARN',
    '行业代码不在代码表中。',
    'The industry code is not in the list.',
    'GB/T 4754-2017',
  ),
  INDUSTRY_SECTION_MISMATCH: codes(
    'WARN',
    '行业门类字母与大类代码不一致。',
    'The section letter does not fit the division.',
    'GB/T 4754-2017',
  ),
  DISCIPLINE_SCHEME_ASSUMED: codes(
    'INFO',
    '学科代码未注明体系，已按形式推断。',
    'The discipline scheme was inferred from the form of the code.',
    'GB/T 13745-2009',
  ),
  IPC_INVALID: codes(
    'WARN',
    '国际专利分类号格式不正确或不存在。',
    'The IPC symbol is malformed or does not exist.',
    'WIPO ST.8',
  ),
  VOCABULARY_TERM_UNMAPPED: codes(
    'INFO',
    '用语未能对应到代码表，已保留原文。',
    'The term has no entry in the vocabulary; the wording is kept.',
  ),
  TRL_OUT_OF_RANGE: codes(
    'WARN',
    '技术成熟度不在 1 到 13 级之内。',
    'The readiness level is not within 1 to 13.',
    'GB/T 22900',
  ),
  CONTRACT_NUMBER_FORMAT: codes(
    'INFO',
    '技术合同登记编号的位数或行政区划不正确。',
    'The contract number has a wrong length or region.',
  ),
  CONTRACT_TYPE_ERA: codes(
    'INFO',
    '合同类型与签订日期当时的法律分类不符，已换算。',
    'The contract type did not exist at signing; it was mapped.',
    '民法典 第八百四十三条',
  ),

  AMOUNT_UNIT_ASSUMED: values(
    'WARN',
    '金额未写单位，或与表头单位不一致。',
    'The amount has no unit, or one that contradicts its header.',
  ),
  AMOUNT_BELOW_MINIMUM: values(
    'WARN',
    '项目意向金额低于 10 万元。',
    'The intended amount is below 100,000 yuan.',
    '鄂科技通〔2020〕67号 一(一)',
  ),
  AMOUNT_NOT_YUAN: values(
    'WARN',
    '金额不是人民币，未作换算。',
    'The amount is in another currency and was not converted.',
  ),
  DATE_AMBIGUOUS: values('WARN', '日期可有多种理解。', 'The date can be read in several ways.'),
  DATE_INVALID: values('WARN', '日期不存在或无法识别。', 'The date does not exist or cannot be read.'),
  DATE_IN_FUTURE: values('WARN', '日期晚于接收日期。', 'The date lies after the day of receipt.'),
  DATE_RANGE_REVERSED: values('WARN', '开始日期晚于结束日期。', 'The range ends before it starts.'),
  NUMBER_TEXT_MIXED: values('WARN', '数字中混有文字。', 'Text is mixed into a number.'),
  VALUE_MISSING: values('WARN', '应填的栏目为空。', 'A field that must be filled is empty.'),
  VALUE_NOT_ALLOWED: values('WARN', '取值不在允许的范围内。', 'The value is not among those allowed.'),
  COLUMN_SHIFT_SUSPECTED: values('ERROR', '疑似整行错列。', 'The row seems to be shifted by a column.'),
  FIELD_TRUNCATED: values('WARN', '内容疑似被截断。', 'The content seems to be cut off.'),
  TEXT_UNREADABLE: values(
    'BLOCK',
    '内容含有无法保存的字符（空字符或残缺的字符）。',
    'The text holds characters no database can keep.',
  ),
  TEXT_INVISIBLE: values(
    'WARN',
    '内容含有看不见的字符（零宽字符或方向标记），原样保留。',
    'The text holds characters that cannot be seen.',
  ),
  TEXT_TRADITIONAL: values('INFO', '原文为繁体字，原样保留。', 'The text is in Traditional script and kept so.'),
  ENCODING_FALLBACK_GB18030: values('INFO', '文件按 GB18030 解码。', 'The file was decoded as GB18030.', 'GB 18030'),

  ENTERPRISE_NOT_IN_SME_LIBRARY: rules(
    'WARN',
    '企业未列入国家科技型中小企业库。',
    'The enterprise is not in the national library of technology SMEs.',
    '鄂科技通〔2020〕67号 一(一)',
  ),
  ENTERPRISE_NOT_IN_HITECH_ZONE: rules(
    'WARN',
    '企业不在高新技术产业开发区内。',
    'The enterprise is not in a high-tech zone.',
    '鄂科技通〔2020〕67号 一(一)',
  ),
  DEMAND_CATEGORY_UNKNOWN: rules(
    'WARN',
    '需求类别不在 1 至 5 之内。',
    'The demand category is not one of 1 to 5.',
    '鄂科技通〔2020〕67号 一(二)',
  ),
  SUBSIDY_OVER_CAP: rules(
    'ERROR',
    '资助金额超过合同额或 10 万元上限。',
    'The subsidy exceeds the contract or 100,000 yuan.',
    '鄂科技通〔2020〕67号 四(二)',
  ),
  SUBSIDY_SECOND_FOR_ENTERPRISE: rules(
    'ERROR',
    '同一企业获资助超过一项。',
    'A second subsidy for one enterprise.',
    '鄂科技通〔2020〕67号 四(二)',
  ),
  CONTRACT_TYPE_NOT_ALLOWED: rules(
    'ERROR',
    '合同类型不是技术开发合同。',
    'The contract is not a development contract.',
    '鄂科技通〔2020〕67号 三(五)',
  ),
  PARTY_NOT_SENDING_UNIT: rules(
    'ERROR',
    '合同一方不是科技人员的派出单位。',
    'The contract party is not the sending unit.',
    '鄂科技通〔2020〕67号 三(五)',
  ),
  EVIDENCE_MISSING: rules(
    'WARN',
    '缺少合同、发票或转账凭证。',
    'Contract, invoice or transfer record is missing.',
    '鄂科技通〔2020〕67号 三(五)',
  ),
  DEADLINE_MISSED: rules('WARN', '超过了规定的期限。', 'A deadline has passed.'),
  RETURN_WITHOUT_REASON: rules(
    'ERROR',
    '退回时未说明原因。',
    'It was returned without a reason.',
    '鄂科技通〔2020〕67号 一(三)3',
  ),
  ALLIANCE_MODE_MEMBER_MISMATCH: rules(
    'WARN',
    '联盟成员数与合作模式不符。',
    'The members do not fit the mode of the alliance.',
    '辽政办发〔2016〕64号',
  ),
  AGREEMENT_NOT_FILED: rules('WARN', '已签协议未备案。', 'A signed agreement was not filed.', '辽政办发〔2016〕64号'),
  OL_01: rules('ERROR', '专利未授权或已失效，不能开放许可。', 'The patent is not in force.', '专利法 第五十条'),
  OL_02: rules('ERROR', '缺少全体专利权人的同意。', 'Not every owner consents.', '专利法 第五十条'),
  OL_03: rules(
    'ERROR',
    '实用新型或外观设计缺少结论为正面的专利权评价报告。',
    'The evaluation report is missing or negative.',
    '专利法 第五十条',
  ),
  OL_04: rules('ERROR', '缺少许可使用费的支付方式或标准。', 'The fee mode or standard is missing.', '专利法 第五十条'),
  OL_05: rules('WARN', '许可使用费超出指引上限。', 'The fee exceeds the guidance.', '专利开放许可使用费估算指引'),
  OL_06: rules(
    'ERROR',
    '许可期限缺失，或超过专利权期限。',
    'The term is missing or outlives the patent.',
    '专利法实施细则 第八十五条',
  ),
  OL_07: rules('ERROR', '存在独占或排他许可。', 'An exclusive or sole license is in force.', '专利法 第五十一条'),
  OL_08: rules(
    'ERROR',
    '专利权中止、欠缴年费，或质押未经质权人同意。',
    'Suspended, fee unpaid, or pledged without consent.',
    '专利法实施细则 第八十六条',
  ),
  OL_09: rules('WARN', '声明含有商业宣传用语。', 'The declaration advertises.', '专利法实施细则 第八十五条'),
  OL_10: rules('ERROR', '撤回日期早于公告日期。', 'Withdrawn before it was announced.', '专利法 第五十条'),
  OPEN_LICENSE_PRICE_CONFLICT: rules(
    'WARN',
    '同一专利在不同省份的报价不同。',
    'Two provinces offer the patent at different prices.',
    '专利法 第五十条',
  ),

  CLASSIFIED_REFUSED: protection(
    'BLOCK',
    '涉密内容，拒绝接收，不予保存。',
    'Classified; refused before storage.',
    '科学技术保密规定',
  ),
  INTERNAL_NOT_PUBLISHED: protection(
    'INFO',
    '标注为内部，不予公开。',
    'Marked internal; not published.',
    '政务数据共享条例',
  ),
  PERSONAL_ID_STRIPPED: protection(
    'WARN',
    '已去除身份证号码。',
    'A resident identity number was removed.',
    '个人信息保护法 第二十五条',
  ),
  PHONE_STRIPPED: protection('WARN', '已去除手机号码。', 'A mobile number was removed.', '个人信息保护法 第二十五条'),
  CONSENT_MISSING: protection(
    'INFO',
    '缺少本人单独同意，该栏不公开。',
    'No separate consent; the field is withheld.',
    '个人信息保护法 第二十五条',
  ),
  CONSENT_WITHDRAWN: protection(
    'INFO',
    '本人已撤回同意，该栏不公开。',
    'Consent was withdrawn; the field is withheld.',
    '个人信息保护法 第十五条',
  ),

  STALE_HALF_YEAR: freshness(
    'WARN',
    '最近一批数据已超过半年。',
    'The newest batch is older than half a year.',
    '黑龙江省“千校万企”协同创新伙伴行动实施方案',
  ),
  SNAPSHOT_MISSING_FIELDS: freshness('WARN', '本批缺少以往有的栏目。', 'The release lacks columns it used to have.'),
  MASS_DELETION_HELD: freshness('ERROR', '本批删除过多，已暂缓生效。', 'The release deletes too much and is held.'),
  SOURCE_MARKED_FOR_DELETION: freshness('INFO', '来源已标注待删除。', 'The source is marked for deletion.'),
} as const satisfies Record<string, Flag>

export type FlagCode = keyof typeof flags

/** Only BLOCK stops a record; every other doubt is kept beside it. */
export type Severity = 'INFO' | 'WARN' | 'ERROR' | 'BLOCK'

export type FlagGroup = 'IDENTITY' | 'CODES' | 'VALUES' | 'RULES' | 'PROTECTION' | 'FRESHNESS'

export type Flag = {
  readonly group: FlagGroup
  readonly severity: Severity
  readonly zh: string
  readonly en: string
  /** Version of the check; it changes when the same input would be judged differently. */
  readonly ruleVersion: string
  readonly clause?: string
}

/** A doubt about one value: what stood there, and how it was understood (absent when it was not). */
export type Doubt = { readonly code: FlagCode; readonly original: string; readonly interpreted?: string }

function identity(severity: Severity, zh: string, en: string, clause?: string): Flag {
  return flag('IDENTITY', severity, zh, en, clause)
}

function codes(severity: Severity, zh: string, en: string, clause?: string): Flag {
  return flag('CODES', severity, zh, en, clause)
}

function values(severity: Severity, zh: string, en: string, clause?: string): Flag {
  return flag('VALUES', severity, zh, en, clause)
}

function rules(severity: Severity, zh: string, en: string, clause?: string): Flag {
  return flag('RULES', severity, zh, en, clause)
}

function protection(severity: Severity, zh: string, en: string, clause?: string): Flag {
  return flag('PROTECTION', severity, zh, en, clause)
}

function freshness(severity: Severity, zh: string, en: string, clause?: string): Flag {
  return flag('FRESHNESS', severity, zh, en, clause)
}

function flag(group: FlagGroup, severity: Severity, zh: string, en: string, clause?: string): Flag {
  return { group, severity, zh, en, ruleVersion: '1', ...(clause && { clause }) }
}
