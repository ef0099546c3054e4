import type { Province } from '#schema/provinces.ts'

/** A library: what one agency of one province contributes of one kind. The unit that joins the hub. */
export type LibraryEntry = {
  readonly id: string
  readonly name: string
  readonly province: Province | null
  readonly agency: string
  readonly kind: LibraryKind
  /** Native format: an id under `intake/styles/`. */
  readonly style: string
  /** Months after which a newer release is due; null when the source files continuously. */
  readonly cycleMonths: number | null
  /** Office that answers for it. */
  readonly owner: string
}

export type LibraryKind =
  | 'TALENT'
  | 'ACHIEVEMENT'
  | 'PROJECT'
  | 'DEMAND'
  | 'CHALLENGE'
  | 'LEDGER'
  | 'PATENT'
  | 'OPEN_LICENSE'
  | 'ALLIANCE'
  | 'FAIR'
  | 'AGREEMENT'
  | 'INSTITUTE'
  | 'VISIT'
  | 'ORGANIZATION'

const hubeiEducation = { province: 'HUBEI', agency: '湖北省教育厅', owner: '湖北省教育厅科技处' } as const
const hubeiScience = { province: 'HUBEI', agency: '湖北省科学技术厅', owner: '湖北省科技信息研究院' } as const
const hubeiIp = { province: 'HUBEI', agency: '湖北省知识产权局', owner: '湖北省知识产权局运用促进处' } as const
const heilongjiang = {
  province: 'HEILONGJIANG',
  agency: '黑龙江省教育厅',
  style: 'hl-halfyear',
  owner: '黑龙江省教育厅科技处',
} as const
const liaoning = { province: 'LIAONING', agency: '辽宁省教育厅', owner: '辽宁省教育厅科技处' } as const
const liaoningIp = { province: 'LIAONING', agency: '辽宁省知识产权局', owner: '辽宁省知识产权局运用促进处' } as const

/** Every library of the hub. The `library` table is seeded from here. */
export const libraries: readonly LibraryEntry[] = [
  {
    id: 'hb-edu-talent',
    name: '湖北高校科技人员画像库',
    kind: 'TALENT',
    style: 'hb-edu-talent',
    cycleMonths: 12,
    ...hubeiEducation,
  },
  {
    id: 'hb-edu-achievement',
    name: '湖北高校科技成果库',
    kind: 'ACHIEVEMENT',
    style: 'hb-edu-achievement',
    cycleMonths: 12,
    ...hubeiEducation,
  },
  {
    id: 'hb-std-demand',
    name: '湖北专项技术需求库',
    kind: 'DEMAND',
    style: 'hb-std-demand',
    cycleMonths: null,
    ...hubeiScience,
  },
  { id: 'hb-ip-patent', name: '湖北专利库', kind: 'PATENT', style: 'hb-ip-patent', cycleMonths: 12, ...hubeiIp },
  {
    id: 'hb-ip-license',
    name: '湖北专利开放许可库',
    kind: 'OPEN_LICENSE',
    style: 'hb-ip-license',
    cycleMonths: 12,
    ...hubeiIp,
  },
  { id: 'hl-talent', name: '黑龙江人才库', kind: 'TALENT', cycleMonths: 6, ...heilongjiang },
  { id: 'hl-project', name: '黑龙江项目库', kind: 'PROJECT', cycleMonths: 6, ...heilongjiang },
  {
    id: 'hl-demand',
    name: '黑龙江需求库',
    kind: 'DEMAND',
    cycleMonths: 6,
    ...heilongjiang,
    agency: '黑龙江省工业和信息化厅',
    owner: '黑龙江省工业和信息化厅科技处',
  },
  {
    id: 'hl-achievement',
    name: '黑龙江成果库',
    kind: 'ACHIEVEMENT',
    cycleMonths: 6,
    ...heilongjiang,
    agency: '黑龙江省知识产权局',
    owner: '黑龙江省知识产权局运用促进处',
  },
  {
    id: 'hl-challenge',
    name: '黑龙江揭榜挂帅榜单',
    kind: 'CHALLENGE',
    cycleMonths: 6,
    ...heilongjiang,
    agency: '黑龙江省工业和信息化厅',
    owner: '黑龙江省工业和信息化厅科技处',
  },
  { id: 'hl-ledger', name: '黑龙江协同创新台账', kind: 'LEDGER', cycleMonths: 3, ...heilongjiang },
  { id: 'ln-talent', name: '辽宁高校人才库', kind: 'TALENT', style: 'ln-talent', cycleMonths: null, ...liaoning },
  { id: 'ln-supply', name: '辽宁成果供给库', kind: 'ACHIEVEMENT', style: 'ln-supply', cycleMonths: null, ...liaoning },
  { id: 'ln-demand', name: '辽宁技术需求库', kind: 'DEMAND', style: 'ln-demand', cycleMonths: null, ...liaoning },
  { id: 'ln-alliance', name: '辽宁校企联盟库', kind: 'ALLIANCE', style: 'ln-alliance', cycleMonths: null, ...liaoning },
  { id: 'ln-fair', name: '辽宁产学研对接会库', kind: 'FAIR', style: 'ln-fair', cycleMonths: 12, ...liaoning },
  {
    id: 'ln-agreement',
    name: '辽宁合作协议备案库',
    kind: 'AGREEMENT',
    style: 'ln-agreement',
    cycleMonths: null,
    ...liaoning,
  },
  {
    id: 'ln-institute',
    name: '辽宁高校城市研究院库',
    kind: 'INSTITUTE',
    style: 'ln-institute',
    cycleMonths: 12,
    ...liaoning,
  },
  { id: 'ln-visit', name: '辽宁专家进企库', kind: 'VISIT', style: 'ln-visit', cycleMonths: 12, ...liaoning },
  { id: 'ln-patent', name: '辽宁专利库', kind: 'PATENT', style: 'ln-patent', cycleMonths: 12, ...liaoningIp },
  {
    id: 'ln-license',
    name: '辽宁专利开放许可库',
    kind: 'OPEN_LICENSE',
    style: 'ln-license',
    cycleMonths: 12,
    ...liaoningIp,
  },
  {
    id: 'cn-ref-university',
    name: '全国高等学校名录（参考）',
    province: null,
    agency: '教育部',
    kind: 'ORGANIZATION',
    style: 'cn-ref-university',
    cycleMonths: null,
    owner: '平台运营方',
  },
  {
    id: 'cn-ref-patent',
    name: '公开专利文献（参考）',
    province: null,
    agency: '国家知识产权局',
    kind: 'PATENT',
    style: 'cn-ref-patent',
    cycleMonths: null,
    owner: '平台运营方',
  },
]

export function findLibrary(id: string): LibraryEntry | undefined {
  return byId.get(id)
}

const byId = new Map(libraries.map((library) => [library.id, library]))
