import { subjects } from '#schema/codes/subjects.ts'
import type { FlagCode } from '#schema/flags.ts'
import { commonRates, fullWidth, spoil, traditional } from '../defects.ts'
import type { University } from '../places.ts'
import { placed, type RowTruth, trueCode, trueMoney, trueRecord } from '../truth.ts'
import type { Talent, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import {
  bornAs,
  dayAs,
  freeIndustry,
  industryOf,
  patentAs,
  patentRead,
  personalSlips,
  portraitId,
  universityRecord,
} from './hubei-cells.ts'
import { type CellValue, columnsOf, firstRow, workbook } from './workbook.ts'

const rates = {
  ...commonRates,
  internal: 0.03,
  residentId: 0.01,
  patentCheckMissing: 0.03,
  patentMistyped: 0.02,
  subjectZeroLost: 0.03,
  freeIndustry: 0.05,
  futureDate: 0.02,
  contactWithoutConsent: 0.05,
  traditional: 0.03,
  fullWidth: 0.03,
} as const

type Defect = keyof typeof rates

/** Portraits of Hubei's researchers and teams, one workbook per university. */
export function* writeHbEduTalent(world: World): Generator<Sample> {
  const plan = spoil(world.talents.length, rates, world.random('hb-edu-talent'))
  for (const university of world.place.universities) {
    const doctorates = doctoratesOf(university, world)
    const of = (type: Talent['type']) =>
      world.talents.flatMap((talent, i) =>
        talent.university === university && talent.type === type ? [rowOf(talent, world, doctorates, plan[i])] : [],
      )
    const path = `hb-edu-talent/${university.moeCode}_画像_20231215.xlsx`
    const sheets = [
      { sheet: '科技人员画像', rows: of('PERSON') },
      { sheet: '团队画像', rows: of('TEAM') },
    ].filter(({ rows }) => rows.length > 0)
    yield {
      path,
      content: workbook(
        sheets.map(({ sheet, rows }) => ({
          sheet,
          title: '湖北省高校科技人员（团队）画像表',
          note: 'SYNTHETIC 合成样例，人员与成果均为虚构。填表说明：多项内容用分号分隔；联系电话不得填写。',
          columns,
          rows: rows.map(({ cells }) => cells),
          total: { 横向项目数: rows.reduce((sum, { talent }) => sum + talent.horizontalProjects, 0) },
        })),
      ),
      truth: sheets.flatMap(({ sheet, rows }) =>
        placed(
          path,
          'hb-edu-talent',
          rows.map(({ truth }) => truth),
          { first: firstRow, sheet },
        ),
      ),
    }
  }
}

/** Of the doctors of a university the portraits hold every second to fourth. */
function doctoratesOf(university: University, { talents, random }: World): number {
  const listed = talents.filter(
    (talent) => talent.university === university && talent.type === 'PERSON' && talent.degree.includes('博士'),
  ).length
  return listed * random('doctorates', university.moeCode).int(2, 4) + 1
}

const columns = [
  '画像编号',
  '画像类型',
  { group: '学校', columns: ['学校名称', '学校代码', '学校博士总人数'] },
  {
    group: '基本信息',
    columns: ['院系', '姓名/团队名称', '负责人', '出生年月', '性别', '职称', '最高学位'],
  },
  { group: '学科', columns: ['学科门类', '一级学科'] },
  { group: '研究与服务', columns: ['研究方向', '服务标签', '可服务产业', '可提供服务方式'] },
  { group: '成果', columns: ['代表成果', '授权专利号'] },
  { group: '横向项目', columns: ['横向项目数', '横向经费(万元)'] },
  { group: '选派', columns: ['选派专项', '创新联络员', '是否常驻企业', '产业教授标准'] },
  '所在都市圈',
  { group: '联系', columns: ['联系人', '联系电话', '公开意愿'] },
  '密级',
  { group: '入库', columns: ['入库日期', '更新日期', '推送平台'] },
]

function rowOf(talent: Talent, world: World, doctorates: number, defect: Defect | undefined) {
  const random = world.random('hb-edu-talent', portraitId(talent))
  const { university, field, type } = talent
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const team = type === 'TEAM'
  const granted = talent.patents.filter(({ status }) => status === 'GRANTED')
  const patents = granted.length === 0 && defect?.startsWith('patent') ? talent.patents : granted
  const born = bornAs(talent.born, random.int(0, 2))
  const funding = String(talent.horizontalYuan / 10_000)
  const fundingText = defect === 'fullWidth' ? fullWidth(funding) : funding
  const refused = defect === 'contactWithoutConsent'
  const wish = talent.consents && !refused ? '同意公开' : random.pick(['仅公开姓名', '不同意公开', ''])
  const separator = random.pick(['；', '、', ';', '，'])
  const losesZero = defect === 'subjectZeroLost' && field.moe.code.startsWith('0')
  const subject = losesZero ? Number(field.moe.code) : field.moe.code
  const industry = defect === 'freeIndustry' ? freeIndustry.original : field.hubei
  const entered = defect === 'futureDate' ? talent.enteredOn.replace('2023', '2033') : talent.enteredOn
  const metroArea = world.place.cities.find(({ code }) => code === university.city)?.metroArea
  const slip = personalSlips[defect as keyof typeof personalSlips]
  const [firstDirection, ...directions] = talent.directions.map(script)
  const given = slip ? `${firstDirection}（联系${slip.number}）` : firstDirection
  const kept = slip ? `${firstDirection}（联系${slip.mark}）` : firstDirection
  const platforms = random.some(['科惠网', '中小企业公共服务平台'], random.int(0, 2))
  const works = talent.achievements.slice(0, 5).map(({ title }) => script(title))
  const restricted = defect === 'internal'
  const isResident = team ? undefined : world.random('resident', portraitId(talent)).chance(0.3)

  const values: Record<string, CellValue> = {
    画像编号: portraitId(talent),
    画像类型: team ? '团队' : '个人',
    学校名称: university.name,
    // Half of the universities keep the column as a number.
    学校代码: Number(university.moeCode) % 2 === 0 ? university.moeCode : Number(university.moeCode),
    学校博士总人数: doctorates,
    院系: script(talent.department),
    '姓名/团队名称': script(talent.name),
    负责人: script(talent.leader),
    出生年月: team ? null : born,
    性别: team ? null : talent.gender,
    职称: talent.titles.length > 1 ? `${talent.titles[0]}(${talent.titles[1]})` : talent.titles[0]!,
    最高学位: talent.degree,
    学科门类: field.family,
    一级学科: subject,
    研究方向: [given, ...directions].join(separator),
    服务标签: talent.tags.join('、'),
    可服务产业: industry ?? null,
    可提供服务方式: talent.serviceModes.join(separator),
    代表成果: works.length > 0 ? works.join('；') : random.pick(['无', '暂无', '—']),
    授权专利号: patents.map((patent) => patentAs(patent, defect)).join(separator) || '/',
    横向项目数: talent.horizontalProjects,
    '横向经费(万元)': defect === 'fullWidth' ? fundingText : Number(funding),
    选派专项: talent.programmes.join('；') || '无',
    创新联络员: talent.isLiaison ? random.pick(['是', '√']) : '否',
    是否常驻企业: isResident === undefined ? null : isResident ? '是' : '否',
    产业教授标准: talent.isIndustryProfessor ? random.pick(['是', '√']) : '否',
    所在都市圈: metroArea ?? null,
    联系人: wish === '同意公开' || refused ? talent.leader : null,
    联系电话: null,
    公开意愿: wish,
    密级: defect === 'classified' ? random.pick(['秘密', '机密']) : restricted ? '内部' : '公开',
    入库日期: defect === 'futureDate' ? entered : dayAs(entered, random.int(0, 3)),
    更新日期: talent.updatedOn,
    推送平台: platforms.join('、') || '无',
  }
  const cells = columnsOf({ columns }).map((column) => values[column] ?? null)
  if (defect === 'classified') {
    const truth: RowTruth = { records: [], flags: [], refused: 'CLASSIFIED_REFUSED', defect }
    return { talent, cells, truth }
  }

  const record = trueRecord(
    'talent',
    portraitId(talent),
    {
      name: script(talent.name),
      type,
      organization: { text: university.name, moeCode: university.moeCode },
      department: script(talent.department),
      leader: script(talent.leader),
      birthYear: team ? undefined : talent.born.slice(0, 4),
      gender: team ? undefined : talent.gender,
      titles: talent.titles,
      highestDegree: talent.degree,
      disciplines: [trueCode(subjects, field.moe.code, String(subject))],
      researchDirections: [kept!, ...directions],
      keywords: talent.tags,
      industries: defect === 'freeIndustry' ? [freeIndustry] : industryOf(field.hubei),
      serviceModes: talent.serviceModes,
      achievementTitles: works.length > 0 ? works : undefined,
      patentNumbers: patents.length > 0 ? patents.map((patent) => patentRead(patent, defect)) : undefined,
      horizontalProjects: talent.horizontalProjects,
      horizontalFunding: trueMoney(talent.horizontalYuan, fundingText),
      programmes: talent.programmes.length > 0 ? talent.programmes : undefined,
      isLiaison: talent.isLiaison,
      isResident,
      isIndustryProfessor: talent.isIndustryProfessor,
      metroArea,
      contactName: wish === '同意公开' ? talent.leader : undefined,
      consents: purposes[wish],
      nameWithheld: wish === '不同意公开' || wish === '' ? true : undefined,
      enteredOn: entered,
      updatedOn: talent.updatedOn,
      pushedTo: platforms.length > 0 ? platforms : undefined,
    },
    restricted,
  )
  return {
    talent,
    cells,
    truth: {
      records: [record, universityRecord(university, restricted, doctorates)],
      flags: flagsOf(defect, patents.length > 0, losesZero),
      ...(defect && { defect }),
    },
  }
}

const purposes: Readonly<Record<string, readonly string[]>> = {
  同意公开: ['LIST_NAME', 'LIST_CONTACT', 'PUSH_TO_ENTERPRISE'],
  仅公开姓名: ['LIST_NAME'],
}

function flagsOf(defect: Defect | undefined, hasPatents: boolean, losesZero: boolean): FlagCode[] {
  if (defect?.startsWith('patent') && !hasPatents) return []
  if (defect === 'subjectZeroLost' && !losesZero) return []
  const code = defect && raised[defect]
  return code ? [code] : []
}

const raised: Partial<Record<Defect, FlagCode>> = {
  internal: 'INTERNAL_NOT_PUBLISHED',
  phone: 'PHONE_STRIPPED',
  residentId: 'PERSONAL_ID_STRIPPED',
  patentCheckMissing: 'PATENT_CHECK_DIGIT_ADDED',
  patentMistyped: 'PATENT_CHECK_DIGIT',
  subjectZeroLost: 'DISCIPLINE_SCHEME_ASSUMED',
  freeIndustry: 'VOCABULARY_TERM_UNMAPPED',
  futureDate: 'DATE_IN_FUTURE',
  contactWithoutConsent: 'CONSENT_MISSING',
}
