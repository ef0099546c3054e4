import type { Province } from './provinces.ts'

/** A target as its policy prints it: never summed, never corrected. */
export type Target = {
  readonly code: string
  /** The province that set it; null for a national one. */
  readonly province: Province | null
  readonly title: string
  /** The target it is a part of, by code. */
  readonly parent?: string
  /** In `unit`; absent where the text asks without a number. */
  readonly target?: number
  readonly comparator?: Comparator
  readonly unit?: string
  /** Partial date; absent for a target of every year. */
  readonly dueOn?: string
  readonly clause: string
}

/** From the wording: 以上 AT_LEAST, 左右 APPROXIMATE, 余 MORE_THAN, 预计 or 达到 EXPECTED, a bare number EXACT. */
export type Comparator = 'AT_LEAST' | 'APPROXIMATE' | 'MORE_THAN' | 'EXPECTED' | 'EXACT'

const opinion = '辽政办发〔2016〕64号'
const by2020 = { province: 'LIAONING', dueOn: '2020' } as const
const yearly = { province: 'LIAONING' } as const
const plan = {
  province: 'HEILONGJIANG',
  dueOn: '2026',
  clause: '黑龙江省“千校万企”协同创新伙伴行动实施方案',
} as const
const campaign = { province: 'HUBEI', clause: '鄂教科函〔2023〕2号' } as const
const national = { province: null, dueOn: '2027-06', clause: '教科信厅函〔2022〕26号' } as const

/** Every target of the five notices, in their order. */
export const targets: readonly Target[] = [
  { ...by2020, ...about('LN20-1', '经典联盟', 2000, 'APPROXIMATE', '个'), clause: `${opinion} 一` },
  { ...by2020, ...about('LN20-2', '帮助企业完成的技术升级改造课题', 10_000, 'EXACT', '项'), clause: `${opinion} 一` },
  { ...by2020, ...about('LN20-3', '骨干联盟', 100, 'APPROXIMATE', '个'), clause: `${opinion} 一` },
  { ...by2020, ...part('LN20-3', 1, '工业产业骨干联盟', 70, 'APPROXIMATE', '个'), clause: `${opinion} 二(五)1` },
  { ...by2020, ...part('LN20-3', 2, '农业产业骨干联盟', 15, 'EXACT', '个'), clause: `${opinion} 二(五)2` },
  { ...by2020, ...part('LN20-3', 3, '现代服务业产业骨干联盟', 15, 'EXACT', '个'), clause: `${opinion} 二(五)3` },
  { ...by2020, ...about('LN20-4', '联合攻克的关键核心和共性技术', 500, 'EXACT', '项'), clause: `${opinion} 一` },
  { ...by2020, ...part('LN20-4', 1, '工业关键核心和共性技术', 300, 'EXACT', '项'), clause: `${opinion} 二(五)1` },
  { ...by2020, ...part('LN20-4', 2, '农业重大关键技术', 10, 'EXACT', '项'), clause: `${opinion} 二(五)2` },
  { ...by2020, ...about('LN20-5', '城市联盟', 14, 'EXACT', '个'), clause: `${opinion} 一` },
  // The text asks for one in every city; the province has 14.
  {
    ...by2020,
    ...about('LN20-6', '建有高等院校—城市研究院的市（各市至少 1 个）', 14, 'AT_LEAST', '个'),
    clause: `${opinion} 二(六)1`,
  },
  { ...by2020, ...about('LN20-7-1', '国家和省级协同创新中心', 30, 'APPROXIMATE', '个'), clause: `${opinion} 二(五)1` },
  {
    ...by2020,
    ...about('LN20-7-2', '国家级工程（技术）研究中心、工程实验室', 40, 'APPROXIMATE', '个'),
    clause: `${opinion} 二(五)1`,
  },
  { ...by2020, ...about('LN20-7-3', '新农村发展研究院（分院）', 14, 'EXACT', '个'), clause: `${opinion} 二(五)2` },
  {
    ...by2020,
    ...about('LN20-7-4', '涉农国家级工程（技术）研究中心', 5, 'EXPECTED', '个'),
    clause: `${opinion} 二(五)2`,
  },
  { ...by2020, ...about('LN20-7-5', '涉农省级协同创新中心', 5, 'EXPECTED', '个'), clause: `${opinion} 二(五)2` },
  { ...by2020, ...about('LN20-7-6', '优良新品种', 10, 'EXACT', '个'), clause: `${opinion} 二(五)2` },
  {
    ...by2020,
    ...about('LN20-7-7', '教育部人文社会科学重点研究基地', 5, 'EXPECTED', '个'),
    clause: `${opinion} 二(五)3`,
  },
  { ...by2020, ...about('LN20-7-8', '区域发展战略研究基地', 10, 'EXPECTED', '个'), clause: `${opinion} 二(五)3` },
  {
    ...by2020,
    ...about('LN20-7-9', '行业产业战略发展研究软科学基地', 10, 'EXPECTED', '个'),
    clause: `${opinion} 二(五)3`,
  },
  // One in every city every year; the province has 14.
  {
    ...yearly,
    ...about('LNY-1', '当年举办过大型产学研合作对接会的市（每市每年 1 次）', 14, 'EXACT', '个'),
    clause: `${opinion} 二(四)2`,
  },
  { ...yearly, ...about('LNY-2', '每年小型或专题产学研合作对接会', 5, 'EXACT', '次'), clause: `${opinion} 二(四)2` },
  { ...yearly, ...about('LNY-3', '每年进企业的高校专家', 1000, 'EXACT', '人次'), clause: `${opinion} 二(四)3` },
  { ...yearly, ...about('LNY-4', '每年有高校专家进入的企业', 1000, 'AT_LEAST', '户'), clause: `${opinion} 二(四)3` },
  { ...yearly, ...about('LNY-5', '每年校企共建研发机构', 20, 'EXACT', '家'), clause: `${opinion} 二(四)3` },

  { ...plan, ...about('HL26-1', '成果产业化', 600, 'AT_LEAST', '项') },
  { ...plan, ...about('HL26-2', '总体投资额', 2_000_000_000, 'EXPECTED', '元') },
  { ...plan, ...about('HL26-3', '创造的经济总量', 20_000_000_000, 'AT_LEAST', '元') },
  { ...plan, ...about('HL26-4', '培育的高新技术企业', 100, 'EXACT', '家') },

  {
    province: 'HUBEI',
    ...about('HB20-1', '资助项目', 300, 'APPROXIMATE', '项'),
    dueOn: '2021-02-28',
    clause: '鄂科技通〔2020〕67号 四(二)',
  },
  {
    ...campaign,
    ...about('HB23-1', '省属公办高校常驻企业的博士学位人员占学校博士学位总人数的比例', 10, 'EXPECTED', '%'),
    dueOn: '2023',
  },
  { ...campaign, ...about('HB23-2', '市域产教联合体', 6, 'APPROXIMATE', '个') },
  { ...campaign, ...about('HB23-3', '继续深化的校企平台', 1000, 'MORE_THAN', '家') },
  {
    ...campaign,
    code: 'HB23-4',
    title: '科技人员和团队已入库的高校（理、工、农、医类高校率先完成）',
    unit: '所',
    dueOn: '2023-12-31',
  },

  { ...national, ...about('CN27-1', '新增布局的关键核心技术集成攻关大平台', 30, 'APPROXIMATE', '个') },
  { ...national, ...about('CN27-2', '新增布局的教育部工程研究中心', 100, 'APPROXIMATE', '个') },
  { ...national, ...about('CN27-3', '支撑服务企业的高校', 1000, 'AT_LEAST', '所') },
  { ...national, ...about('CN27-4', '得到高校支撑服务的企业', 10_000, 'AT_LEAST', '家') },
]

function about(code: string, title: string, target: number, comparator: Comparator, unit: string) {
  return { code, title, target, comparator, unit }
}

function part(parent: string, index: number, title: string, target: number, comparator: Comparator, unit: string) {
  return { ...about(`${parent}-${index}`, title, target, comparator, unit), parent }
}
