import { type Field, fields } from './fields.ts'
import { applicationNumber, creditCode } from './identifiers.ts'
import { type Place, places, type University } from './places.ts'
import { type Random, randomOf } from './random.ts'
import {
  abstractText,
  achievementTitle,
  demandText,
  demandTitle,
  directions,
  indicators,
  patentTitle,
} from './titles.ts'
import type { Achievement, Demand, Enterprise, License, Patent, Talent } from './world.ts'

export function inventEnterprise(place: Place, i: number, random: Random): Enterprise {
  const city = place.cities[Math.min(random.int(0, place.cities.length - 1), random.int(0, place.cities.length - 1))]!
  const field = random.pick(fields)
  const town = city.name.replace(/[市区]$|地区$/, '')
  const form = random.pick(['有限公司', '有限公司', '有限责任公司', '股份有限公司'])
  const name = `${town}示例${random.pick(brandFirst)}${random.pick(brandSecond)}${field.trade}科技${form}`
  const serial = Object.keys(places).indexOf(place.province) * 300_000 + i
  return {
    serial: i + 1,
    name: i < 400 ? name : name.replace('示例', `示例${i}号`),
    uscc: creditCode(city.code, serial),
    field,
    city,
    inZone: city.zone !== undefined && random.chance(0.75),
    ...(random.chance(0.9) && { smeNumber: `2023${city.code}9${String(i + 1).padStart(7, '0')}` }),
  }
}

export function inventTalent(place: Place, i: number, random: Random): Talent {
  const university = place.universities[i % place.universities.length]!
  const field = fieldOf(university, random)
  // The second and the eleventh talent of a province are namesakes at different universities.
  const namesake = i === 1 || i === 10
  const type = random.chance(0.2) && !namesake ? 'TEAM' : 'PERSON'
  const person = namesake ? '周拟航' : personName(random)
  const professor = random.chance(0.5)
  const month = String(random.int(1, 12)).padStart(2, '0')
  return {
    serial: Math.floor(i / place.universities.length) + 1,
    type,
    name: type === 'TEAM' ? `${random.pick(field.objects)}创新团队` : person,
    leader: person,
    gender: random.chance(0.65) ? '男' : '女',
    born: `${random.int(1962, 1994)}-${month}`,
    university,
    department: random.pick(field.departments),
    field,
    titles: professor
      ? random.pick([['教授'], ['教授', '博导'], ['研究员', '博导']])
      : [random.pick(['副教授', '讲师', '高级工程师'])],
    degree: random.chance(0.85) ? '博士' : random.chance(0.8) ? '硕士' : '学士',
    directions: directions(field, random.int(1, 3), random),
    tags: random.some(field.features, random.int(1, 3)),
    serviceModes: random.some(['技术研发', '工艺改进', '产品创新升级', '咨询', '培训'], random.int(1, 3)),
    programmes: random.chance(0.4)
      ? random.some(['院士专家企业行', '科技副总', '博士服务团', '科技特派员', '三区人才'], 1)
      : [],
    isLiaison: random.chance(0.3),
    isIndustryProfessor: professor && random.chance(0.5),
    isTechnologyManager: random.chance(0.15),
    consents: random.chance(0.6),
    horizontalProjects: random.int(0, 12),
    horizontalYuan: random.int(0, 4000) * 1000,
    enteredOn: day(2023, random),
    updatedOn: `2023-12-${String(random.int(1, 15)).padStart(2, '0')}`,
    achievements: [],
    patents: [],
  }
}

export function inventAchievement(place: Place, talents: readonly Talent[], i: number, random: Random): Achievement {
  const universities = place.universities.length
  const leader = talents[i % talents.length]!
  const near = Array.from({ length: 4 }, (_, k) => talents[(i % talents.length) + (k + 1) * universities])
  const colleagues = near.filter((talent) => talent !== undefined)
  const title = achievementTitle(leader.field, random)
  const achievement: Achievement = {
    serial: i + 1,
    title,
    abstract: abstractText(leader.field, title, random),
    field: leader.field,
    university: leader.university,
    leader,
    talents: [leader, ...random.some(colleagues, random.int(0, 2))],
    maturity: random.pick(['小试', '中试', '中试', '产业化']),
    transferModes: random.some(['转让', '许可', '作价入股', '合作开发'], random.int(1, 2)),
    ...(random.chance(0.7) && { askingYuan: random.int(5, 500) * 10_000 }),
    prospect: `预计${random.int(2, 5)}年内形成年产值${random.int(1, 9) * 500}万元的市场`,
    patents: [],
    updatedOn: day(2023, random),
  }
  for (const talent of achievement.talents) talent.achievements.push(achievement)
  return achievement
}

export function inventPatent(
  place: Place,
  achievements: readonly Achievement[],
  enterprises: readonly Enterprise[],
  i: number,
  random: Random,
): Patent {
  const achievement = achievements[(i * 3) % achievements.length]!
  const { name, moeCode } = achievement.university
  const partner = random.chance(0.2) ? random.pick(enterprises) : undefined
  const patent: Patent = {
    ...inventClaims(achievement.field, Object.keys(places).indexOf(place.province) * 300_000 + i, random),
    serial: i + 1,
    applicants: [{ name, moeCode }, ...(partner ? [{ name: partner.name, uscc: partner.uscc }] : [])],
    inventors: achievement.talents.map(({ leader }) => leader),
    achievement,
    shared: false,
  }
  achievement.patents.push(patent)
  for (const talent of achievement.talents) talent.patents.push(patent)
  return patent
}

/** A patent owned together by universities of two provinces, granted and on offer in both. */
export function inventSharedPatent(i: number, seed: string): Patent {
  const random = randomOf(seed, 'shared patent', i)
  const owners = random.pick([
    [places.HUBEI.universities[1]!, places.LIAONING.universities[1]!],
    [places.HUBEI.universities[5]!, places.LIAONING.universities[0]!],
    [places.HEILONGJIANG.universities[0]!, places.LIAONING.universities[3]!],
  ])
  const field = fieldOf(owners[0]!, random)
  const { filedOn, ...claims } = inventClaims(field, 900_000 + i, random, 'GRANTED')
  return {
    ...claims,
    filedOn,
    serial: i + 1,
    applicants: owners.map(({ name, moeCode }) => ({ name, moeCode })),
    inventors: [personName(random), personName(random)],
    shared: true,
  }
}

function inventClaims(field: Field, serial: number, random: Random, status?: Patent['status']) {
  const type = random.chance(0.75) ? 'INVENTION' : 'UTILITY_MODEL'
  // A utility model is published with its grant, so only inventions are seen pending.
  const states = type === 'INVENTION' ? (['PENDING', 'GRANTED', 'GRANTED', 'LAPSED'] as const) : (['GRANTED'] as const)
  const state = status ?? random.pick(states)
  const year = state === 'PENDING' ? random.int(2021, 2022) : random.int(2016, 2022)
  const number = applicationNumber(year, type === 'INVENTION' ? 1 : 2, serial)
  const wait = type === 'INVENTION' ? 1 : 0
  const grantedOn = state === 'PENDING' ? undefined : `${Math.min(year + wait + 1, 2023)}-06-${month(random)}`
  const kind = type === 'UTILITY_MODEL' ? 'U' : grantedOn ? 'B' : 'A'
  return {
    number,
    key: `CN${number}`,
    publicationNumber: `CN${(type === 'INVENTION' ? 190_000_000 : 290_000_000) + serial}${kind}`,
    type,
    title: patentTitle(field, random),
    field,
    ipc: random.some(field.ipc, random.int(1, 3)),
    status: state,
    filedOn: `${year}-0${random.int(1, 5)}-${month(random)}`,
    // The publication in force: of the grant when there is one, else of the application.
    publishedOn: grantedOn ?? `${year}-11-${month(random)}`,
    ...(grantedOn && { grantedOn }),
  } as const
}

export function inventLicense(patent: Patent, i: number, random: Random): License {
  // Offers of one patent in several provinces can only be compared when all of them name a price.
  const modes = patent.shared ? (['ONE_OFF'] as const) : feeModes
  const mode = random.pick(modes)
  const termYears = random.int(1, 3)
  const announced = day(2023, random)
  return {
    serial: i + 1,
    patent,
    mode,
    ...((mode === 'ONE_OFF' || mode === 'ENTRY_PLUS_ROYALTY') && { fixedYuan: random.int(2, 60) * 5000 }),
    ...((mode === 'ROYALTY_SALES' || mode === 'ENTRY_PLUS_ROYALTY') && { royaltyPercent: random.int(1, 8) }),
    termYears,
    announcedOn: announced,
    endsOn: `${Number(announced.slice(0, 4)) + termYears}${announced.slice(4)}`,
  }
}

export function inventDemand(enterprises: readonly Enterprise[], i: number, random: Random): Demand {
  // Every enterprise asks once before any asks again.
  const enterprise = enterprises[i] ?? random.pick(enterprises)
  return {
    serial: i + 1,
    enterprise,
    title: demandTitle(enterprise.field, random),
    description: demandText(enterprise.field, random),
    indicators: indicators(random),
    field: enterprise.field,
    yuan: random.chance(0.08) ? random.int(3, 9) * 10_000 : random.int(10, 300) * 10_000,
    publishedOn: day(2023, random),
    deadline: day(2024, random),
  }
}

function fieldOf(university: University, random: Random): Field {
  const wanted = random.pick(university.fields)
  return fields.find(({ key }) => key === wanted)!
}

/** An invented person: 拟 in every given name says so. */
function personName(random: Random): string {
  return `${random.pick(surnames)}拟${random.pick(givenNames)}`
}

const feeModes = ['ONE_OFF', 'ONE_OFF', 'ROYALTY_SALES', 'ENTRY_PLUS_ROYALTY', 'FREE'] as const

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const givenNames = [
  ...'安柏波辰诚川丹达帆飞枫刚光海涵航浩恒宏华辉慧佳嘉坚健江洁静军凯康珂岚乐磊力立亮林琳凌龙璐明敏鸣宁鹏平琪强青清晴然蓉锐瑞森珊思涛天婷彤薇文曦霞翔晓欣星雄旭雪雅妍岩洋怡颖永宇雨钰源远月云泽展哲真志舟卓',
]
const brandFirst = [...'曜澜恒瀚启拓铭睿晟泓朗骏钧弘昊']
const brandSecond = [...'辰科达元川衡芯博峰石联众合创远']

function day(year: number, random: Random): string {
  return `${year}-${month(random, 12)}-${month(random)}`
}

/** Two digits from 01 to `last`; days stop at 28 so that every month has them. */
function month(random: Random, last = 28): string {
  return String(random.int(1, last)).padStart(2, '0')
}
