import type { Field } from './fields.ts'
import type { City, Place, University } from './places.ts'
import type { Random } from './random.ts'

/** The invented part of one province, before anybody wrote it into a file. Nothing in it is damaged. */
export type World = {
  readonly place: Place
  readonly seed: string
  readonly enterprises: readonly Enterprise[]
  readonly talents: readonly Talent[]
  readonly achievements: readonly Achievement[]
  readonly patents: readonly Patent[]
  readonly licenses: readonly License[]
  readonly demands: readonly Demand[]
  /** Stream of chances for a writer, named by what it is for. */
  random(...name: (string | number)[]): Random
}

export type Enterprise = {
  readonly serial: number
  readonly name: string
  readonly uscc: string
  readonly field: Field
  readonly city: City
  readonly inZone: boolean
  /** Number in the national library of technology SMEs; absent for one in ten. */
  readonly smeNumber?: string
}

export type Talent = {
  /** From 1 within its university. */
  readonly serial: number
  readonly type: 'PERSON' | 'TEAM'
  /** Person's or team's name. */
  readonly name: string
  /** A team's leader; a person's own name. */
  readonly leader: string
  readonly gender: '男' | '女'
  /** YYYY-MM */
  readonly born: string
  readonly university: University
  readonly department: string
  readonly field: Field
  readonly titles: readonly string[]
  readonly degree: '博士' | '硕士' | '学士'
  readonly directions: readonly string[]
  readonly tags: readonly string[]
  readonly serviceModes: readonly string[]
  readonly programmes: readonly string[]
  readonly isLiaison: boolean
  readonly isIndustryProfessor: boolean
  readonly isTechnologyManager: boolean
  readonly consents: boolean
  readonly horizontalProjects: number
  readonly horizontalYuan: number
  readonly enteredOn: string
  readonly updatedOn: string
  /** What it made, filled while achievements and patents are invented. */
  readonly achievements: Achievement[]
  readonly patents: Patent[]
}

export type Achievement = {
  /** From 1 within the province. */
  readonly serial: number
  readonly title: string
  readonly abstract: string
  readonly field: Field
  readonly university: University
  readonly leader: Talent
  /** Leader first. */
  readonly talents: readonly Talent[]
  readonly maturity: '小试' | '中试' | '产业化'
  readonly transferModes: readonly string[]
  readonly askingYuan?: number
  readonly prospect: string
  readonly patents: Patent[]
  /** YYYY-MM-DD */
  readonly updatedOn: string
}

export type Patent = {
  readonly serial: number
  /** `202110xxxxxxx`, 13 characters without a point. */
  readonly number: string
  /** Key form as intake returns it. */
  readonly key: string
  readonly publicationNumber: string
  readonly type: 'INVENTION' | 'UTILITY_MODEL'
  readonly title: string
  readonly field: Field
  readonly ipc: readonly string[]
  readonly applicants: readonly Applicant[]
  readonly inventors: readonly string[]
  readonly status: 'PENDING' | 'GRANTED' | 'LAPSED'
  readonly filedOn: string
  readonly publishedOn: string
  readonly grantedOn?: string
  readonly achievement?: Achievement
  /** Offered and described by several provinces, each in its own words. */
  readonly shared: boolean
}

export type Applicant = { readonly name: string; readonly moeCode?: string; readonly uscc?: string }

export type License = {
  readonly serial: number
  readonly patent: Patent
  readonly mode: 'ONE_OFF' | 'ROYALTY_SALES' | 'ENTRY_PLUS_ROYALTY' | 'FREE'
  /** One-off or entry fee in yuan. */
  readonly fixedYuan?: number
  /** Percent of net sales. */
  readonly royaltyPercent?: number
  readonly termYears: number
  readonly announcedOn: string
  readonly endsOn: string
}

export type Demand = {
  readonly serial: number
  readonly enterprise: Enterprise
  readonly title: string
  readonly description: string
  readonly indicators: string
  readonly field: Field
  readonly yuan: number
  readonly publishedOn: string
  readonly deadline: string
}
