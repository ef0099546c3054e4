import { coded, findCode } from '#schema/codes/code-list.ts'
import { disciplines } from '#schema/codes/disciplines.ts'
import { hubeiFive } from '#schema/codes/industry-schemes.ts'
import { regions } from '#schema/codes/regions.ts'
import { subjects } from '#schema/codes/subjects.ts'
import { record } from '../ask.ts'

const [machinery, computing, equipment, wuhan] = [
  coded(subjects, findCode(subjects, '0802')!, '0802'),
  coded(disciplines, findCode(disciplines, '520')!, '520'),
  coded(hubeiFive, findCode(hubeiFive, '4')!, '高端装备'),
  coded(regions, findCode(regions, '420100')!, '武汉'),
]

/** Three provinces, two universities, one team, one name withheld, one record marked internal. */
export const portraits = [
  record('talent', 'hb-edu-talent', 'HBHX-10486-0001', {
    name: '激光先进制造团队',
    type: 'TEAM',
    organization: { text: '武汉大学', moeCode: '10486' },
    department: '动力与机械学院',
    leader: '周示例',
    disciplines: [machinery],
    researchDirections: ['激光增材制造', '熔池监测'],
    keywords: ['工艺优化'],
    industries: [equipment],
    serviceModes: ['技术研发', '工艺改进'],
    programmes: ['科技副总'],
    isLiaison: true,
    isIndustryProfessor: false,
    achievementTitles: ['高功率激光熔覆成套装备'],
    patentNumbers: ['CN2020190000019'],
    horizontalProjects: 12,
    horizontalFunding: { yuan: '3600000', text: '360' },
    region: wuhan,
    metroArea: '武汉',
    pushedTo: ['科惠网'],
    enteredOn: '2023-06-01',
    updatedOn: '2023-12-15',
    gender: '女',
    birthYear: '1978',
    contactName: '李示例',
    consents: ['LIST_NAME', 'LIST_CONTACT'],
  }),
  record('talent', 'hb-edu-talent', 'HBHX-10486-0002', {
    name: '欧阳示例',
    nameWithheld: true,
    type: 'PERSON',
    organization: { text: '武汉大学', moeCode: '10486' },
    leader: '欧阳示例',
    researchDirections: ['数控机床热误差补偿'],
    disciplines: [machinery],
    horizontalFunding: { yuan: '800000.50', text: '80.00005' },
    updatedOn: '2023-05',
  }),
  record('talent', 'hl-talent', 'k-7f21', {
    name: '陈示例',
    type: 'PERSON',
    organization: { text: '哈尔滨工业大学', moeCode: '10213' },
    disciplines: [computing],
    researchDirections: ['工业视觉检测'],
    cooperationAreas: ['焊缝缺陷识别'],
    programmes: ['头雁'],
    isTechnologyManager: true,
    updatedOn: '2023',
  }),
  record('talent', 'ln-talent', 'RY2100017', {
    name: '安示例',
    type: 'PERSON',
    organization: { text: '某某学院', code: '0117' },
    researchDirections: ['激光雷达'],
    titles: ['教授'],
    updatedOn: '2023-10-01',
  }),
  record(
    'talent',
    'hb-edu-talent',
    'HBHX-10486-0003',
    { name: '内部课题组', type: 'TEAM', organization: { moeCode: '10486' }, gender: '男', updatedOn: '2023-12-01' },
    { restricted: true },
  ),
]

const surnames = ['赵', '钱', '孙', '李', '吴', '郑', '王', '冯', '褚', '卫', '蒋', '沈', '韩', '杨', '朱', '秦']

/** Many people of one Liaoning university, with equal names, equal sums and unknown sums among them. */
export const manyPeople = Array.from({ length: 47 }, (_, index) =>
  record('talent', 'ln-talent', `RY${2200000 + ((index * 29) % 47)}`, {
    name: `${surnames[index % surnames.length]}示例`,
    type: 'PERSON',
    organization: { text: '大连理工大学', moeCode: '10141' },
    ...(index % 5 !== 0 && { horizontalFunding: { yuan: String((index % 7) * 100_000), text: '' } }),
    ...(index % 3 !== 0 && { updatedOn: ['2022', '2022-11', '2023-03-08'][index % 4] ?? '2021' }),
  }),
)
