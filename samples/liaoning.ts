import type { City } from './places.ts'
import type { Random } from './random.ts'
import type { Enterprise, Talent, World } from './world.ts'

/** What only Liaoning keeps: alliances and their members, fairs, agreements, institutes, visits. */
export type Liaoning = {
  readonly alliances: readonly Alliance[]
  readonly fairs: readonly Fair[]
  readonly agreements: readonly Agreement[]
  readonly institutes: readonly Institute[]
  readonly visits: readonly Visit[]
}

export type Alliance = {
  readonly id: string
  readonly name: string
  readonly type: 'CLASSIC' | 'BACKBONE' | 'CITY'
  readonly sector: 'INDUSTRY' | 'AGRICULTURE' | 'SERVICE'
  readonly mode: 'ONE_ONE' | 'ONE_MANY' | 'MANY_ONE' | 'MANY_MANY'
  readonly city: City
  /** Lead first. */
  readonly members: readonly Member[]
  /** 1 intended, 2 signed, 3 filed, 4 running, 5 evaluated, 6 ended. */
  readonly state: 1 | 2 | 3 | 4 | 5 | 6
  readonly signedOn: string
  /** From state 3 on. */
  readonly filedOn?: string
}

export type Member = {
  /** Number of the unit on the province's platform; of an enterprise its credit code. */
  readonly unit: string
  readonly type: '高校' | '企业' | '政府'
  readonly uscc?: string
  readonly joinedOn: string
}

export type Fair = {
  readonly id: string
  readonly name: string
  readonly scale: 'LARGE' | 'SMALL' | 'SPECIAL'
  readonly city: City
  readonly heldOn: string
  readonly attendees: number
}

export type Agreement = {
  readonly id: string
  readonly name: string
  readonly enterprise: string
  readonly university: string
  readonly fair: Fair
  readonly yuan: number
  /** Absent: signed and never filed. */
  readonly filedOn?: string
}

export type Institute = {
  readonly id: string
  readonly name: string
  readonly university: string
  readonly city: City
  readonly foundedOn: string
  readonly branches: number
}

export type Visit = {
  readonly talent: Talent
  readonly enterprise: Enterprise
  readonly year: string
  readonly times: number
  readonly jointBody: boolean
}

/** Invents them around a province's universities and enterprises; `scale` as for the province. */
export function inventLiaoning(world: World): Liaoning {
  const scale = world.enterprises.length / 40
  const fairs = [
    ...world.place.cities.map((city, i) => inventFair(city, i, 'LARGE', world)),
    ...times(10 * scale, (i) => {
      const random = world.random('fair city', i)
      return inventFair(random.pick(world.place.cities), 14 + i, random.pick(['SMALL', 'SPECIAL']), world)
    }),
  ]
  const alliances = times(30 * scale, (i) => inventAlliance(i, world))
  const signed = alliances.filter(({ state }) => state > 1)
  return {
    alliances,
    fairs,
    agreements: signed.map((alliance, i) => inventAgreement(alliance, fairs, world.random('agreement', i))),
    institutes: world.place.cities.map((city, i) => inventInstitute(city, i, world)),
    visits: times(40 * scale, (i) => {
      const random = world.random('visit', i)
      return {
        talent: world.talents[i]!,
        enterprise: random.pick(world.enterprises),
        year: random.pick(['2022', '2023', '2023']),
        times: random.int(1, 6),
        jointBody: random.chance(0.3),
      }
    }),
  }
}

/** Number of a university on the province's platform. */
export function universityUnit(world: World, moeCode: string): string {
  return String(1001 + world.place.universities.findIndex((university) => university.moeCode === moeCode))
}

/** Number of a talent in the province's table. */
export function talentId({ university, serial }: Talent): string {
  return `LNRC${university.moeCode}${String(serial).padStart(4, '0')}`
}

function inventFair(city: City, i: number, scale: Fair['scale'], world: World): Fair {
  const random = world.random('fair', i)
  const town = city.name.replace(/市$/, '')
  const theme = random.pick(['装备制造', '新材料', '现代农业', '信息服务'])
  return {
    id: `DJH2023${String(i + 1).padStart(4, '0')}`,
    name:
      scale === 'LARGE'
        ? `2023${town}大型产学研合作对接会`
        : `${town}${theme}${scale === 'SPECIAL' ? '专题' : ''}对接会`,
    scale,
    city,
    heldOn: day(2023, random),
    attendees: scale === 'LARGE' ? random.int(80, 300) : random.int(8, 60),
  }
}

function inventAlliance(i: number, world: World): Alliance {
  const random = world.random('alliance', i)
  const type = i % 10 < 6 ? 'CLASSIC' : i % 10 < 8 ? 'BACKBONE' : 'CITY'
  const mode = random.pick(['ONE_ONE', 'ONE_MANY', 'MANY_ONE', 'MANY_MANY'] as const)
  const first = random.pick(world.enterprises)
  const city = type === 'CITY' ? world.place.cities[Math.floor(i / 5) % world.place.cities.length]! : first.city
  const many = { ONE_ONE: [1, 1], ONE_MANY: [1, 3], MANY_ONE: [3, 1], MANY_MANY: [2, 3] }[mode] as [number, number]
  const others = world.enterprises.slice(0, 200).filter((enterprise) => enterprise !== first)
  const signedOn = day(random.int(2017, 2022), random)
  const state = random.pick([1, 2, 2, 3, 4, 4, 4, 5, 6] as const)
  const member = (unit: string, of: Member['type']): Member => ({
    unit,
    type: of,
    ...(of === '企业' && { uscc: unit }),
    joinedOn: signedOn,
  })
  const firms = [first, ...random.some(others, many[1] - 1)].map(({ uscc }) => member(uscc, '企业'))
  const schools = random
    .some(world.place.universities, many[0])
    .map(({ moeCode }) => member(universityUnit(world, moeCode), '高校'))
  const office = member(`ZF${city.code.slice(0, 4)}`, '政府')
  const town = city.name.replace(/市$/, '')
  return {
    id: `LM${String(i + 1).padStart(6, '0')}`,
    name: `${town}${first.field.liaoning}${{ CLASSIC: '校企', BACKBONE: '骨干企业', CITY: '城市' }[type]}联盟${i + 1}号`,
    type,
    sector: sectors[first.field.key] ?? 'INDUSTRY',
    mode,
    city,
    // Enterprises lead classic alliances, universities backbone ones, the city its own.
    members: {
      CLASSIC: [...firms, ...schools],
      BACKBONE: [...schools, ...firms],
      CITY: [office, ...schools, ...firms],
    }[type],
    state,
    signedOn,
    ...(state > 2 && { filedOn: day(Number(signedOn.slice(0, 4)) + 1, random) }),
  }
}

const sectors: Readonly<Record<string, Alliance['sector']>> = {
  GRAIN: 'AGRICULTURE',
  FOOD: 'AGRICULTURE',
  AGRI_EQUIP: 'AGRICULTURE',
  DIGITAL: 'SERVICE',
}

/** The agreement an alliance rests on; one still waiting for its filing has no date of it. */
function inventAgreement(alliance: Alliance, fairs: readonly Fair[], random: Random): Agreement {
  const unitOf = (type: Member['type']) => alliance.members.find((member) => member.type === type)!.unit
  return {
    id: agreementId(alliance),
    name: `${alliance.name}合作协议`,
    enterprise: unitOf('企业'),
    university: unitOf('高校'),
    fair: random.pick(fairs),
    yuan: random.int(2, 300) * 10_000,
    ...(alliance.filedOn && { filedOn: alliance.filedOn }),
  }
}

/** Number of the agreement an alliance signed. */
export function agreementId({ id }: Alliance): string {
  return id.replace('LM', 'XY')
}

function inventInstitute(city: City, i: number, world: World): Institute {
  const random = world.random('institute', i)
  const university = random.pick(world.place.universities)
  return {
    id: `YJY${String(i + 1).padStart(3, '0')}`,
    name: `${university.name}${city.name.replace(/市$/, '')}研究院`,
    university: universityUnit(world, university.moeCode),
    city,
    foundedOn: day(random.int(2016, 2022), random),
    branches: random.int(0, 4),
  }
}

function day(year: number, random: Random): string {
  const two = (last: number) => String(random.int(1, last)).padStart(2, '0')
  return `${year}-${two(12)}-${two(28)}`
}

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}
