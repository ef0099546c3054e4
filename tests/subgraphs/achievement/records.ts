import { coded, findCode } from '#schema/codes/code-list.ts'
import { maturityStages } from '#schema/codes/contracts.ts'
import { disciplines } from '#schema/codes/disciplines.ts'
import { heilongjiang4567, hubeiFive } from '#schema/codes/industry-schemes.ts'
import { regions } from '#schema/codes/regions.ts'
import { checkIpc } from '../../../subgraphs/intake/checks/ipc.ts'
import { patentCheckDigit } from '../../../subgraphs/intake/checks/patent-number.ts'
import { record } from '../ask.ts'

/** The key form of the n-th invention of a year; serials from 9000000 are nobody's. */
export function invention(year: number, n: number): string {
  const body = `${year}1${9_000_000 + n}`
  return `CN${body}${patentCheckDigit(body)}`
}

export const laser = invention(2020, 1)
export const gearbox = invention(2021, 2)
/** In no library. */
export const unknown = invention(2019, 3)

const symbol = (text: string) => checkIpc(text).value!

export const achievementRecords = [
  record('achievement', 'hb-edu-achievement', 'CG-10486-0012', {
    title: '高功率激光熔覆成套装备',
    type: 'ACHIEVEMENT',
    abstract: '面向大型轧辊的在线修复。',
    organization: { text: '武汉大学', moeCode: '10486' },
    leader: '周示例',
    talentLocalIds: ['HBHX-10486-0001', 'HBHX-10486-0009'],
    maturity: coded(maturityStages, findCode(maturityStages, 'MIDDLE')!, '中试'),
    disciplines: [coded(disciplines, findCode(disciplines, '460')!, '460')],
    industries: [coded(hubeiFive, findCode(hubeiFive, '4')!, '高端装备')],
    transferModes: ['许可', '作价入股'],
    askingPrice: { yuan: '2000000', text: '200' },
    patentNumbers: [laser, unknown],
    marketProspect: '年需求约 300 台套',
    updatedOn: '2023-12-15',
  }),
  record(
    'achievement',
    'hb-edu-achievement',
    'CG-10486-0013',
    { title: '内部成果', type: 'ACHIEVEMENT', talentLocalIds: ['HBHX-10486-0001'], organization: { moeCode: '10486' } },
    { restricted: true },
  ),
  record('achievement', 'hl-project', 'XM-2023-0007', {
    title: '寒地农机变速箱',
    type: 'PROJECT',
    organization: { text: '哈尔滨示例农机研究所', id: 'organization:12230000MAYY00007X' },
    industries: [coded(heilongjiang4567, findCode(heilongjiang4567, '55')!, '55')],
    transferModes: ['许可'],
    period: '2023H1',
    updatedOn: '2023',
  }),
  record('achievement', 'hl-achievement', 'CG-0107', {
    title: '轧辊激光熔覆',
    type: 'ACHIEVEMENT',
    patentNumbers: [laser],
    updatedOn: '2023',
  }),
  record('achievement', 'ln-supply', 'CG2100031', {
    title: '海工齿轮箱',
    type: 'ACHIEVEMENT',
    patentNumbers: [gearbox],
    region: coded(regions, findCode(regions, '210200')!, '大连'),
    tier: '省级',
    askingPrice: { yuan: '350000.5', text: '35.00005' },
    updatedOn: '2023-10-01',
  }),
]

export const patentRecords = [
  record('patent', 'hb-ip-patent', laser, {
    applicationNumber: laser,
    publicationNumber: 'CN112000001A',
    title: '一种轧辊激光熔覆装置',
    abstract: '本发明公开了一种装置。',
    type: 'INVENTION',
    legalStatus: 'GRANTED',
    legalStatusText: '有权',
    filedOn: '2020-03-18',
    publishedOn: '2020-09-11',
    grantedOn: '2022-05-10',
    applicants: [{ text: '武汉大学', moeCode: '10486' }, { text: '武汉示例轧辊有限公司' }],
    inventors: ['周示例'],
    ipc: [symbol('B23K 26/34'), symbol('B23K 26/70'), symbol('C23C 24/10')],
    region: coded(regions, findCode(regions, '420000')!, '湖北;42'),
    updatedOn: '2023-12-01',
  }),
  // Heilongjiang mentions the same patent with another status; its id comes first, yet it is no patent library.
  record('patent', 'hl-achievement', laser, {
    applicationNumber: laser,
    title: '轧辊激光熔覆',
    type: 'INVENTION',
    legalStatus: 'LAPSED',
    legalStatusText: '失效',
    applicants: [{ text: '武汉大学', moeCode: '10486' }],
    updatedOn: '2023',
  }),
  record('patent', 'ln-patent', gearbox, {
    applicationNumber: gearbox,
    title: '一种海工齿轮箱',
    type: 'INVENTION',
    filedOn: '2021-06',
    applicants: [{ text: '大连理工大学', moeCode: '10141' }],
    ipc: [symbol('F16H 1/28'), symbol('F16H 57/04')],
  }),
  record('patent', 'cn-ref-patent', 'CN101000001A', {
    publicationNumber: 'CN101000001A',
    title: '数据处理方法',
    ipc: [symbol('G06F')],
  }),
  record(
    'patent',
    'hl-achievement',
    invention(2022, 9),
    { applicationNumber: invention(2022, 9), title: '内部专利', applicants: [{ moeCode: '10486' }] },
    { restricted: true },
  ),
]

const subclasses = ['A01B 1/00', 'B23K 26/34', 'F16H 1/28', 'G06F 17/30', 'H01L 21/02']

/** Many patents of one university, some filed on the same day, some without a day. */
export const manyPatents = Array.from({ length: 43 }, (_, index) => {
  const number = invention(2018, ((index * 31) % 43) + 100)
  return record('patent', 'ln-patent', number, {
    applicationNumber: number,
    title: `一种${['减速器', '传感器', '耐火砖', '采煤机'][index % 4]}`,
    type: 'INVENTION',
    legalStatus: index % 3 === 0 ? 'LAPSED' : 'GRANTED',
    ...(index % 6 !== 0 && { filedOn: ['2018', '2018-05', '2018-05-07', '2018-11-30'][index % 4]! }),
    applicants: [{ text: '东北大学', moeCode: '10145' }],
    ipc: [symbol(subclasses[index % 5]!)],
  })
})
