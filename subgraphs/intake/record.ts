import type { CodedValue } from '#schema/codes/coded-value.ts'
import type { FlagCode } from '#schema/flags.ts'

/**
 * Canonical records: what every native format is mapped to before anything is stored. Text stays as it came;
 * what intake understood stands beside it. Money is exact yuan as a decimal string, dates are partial
 * (`2023`, `2023-05`, `2023-05-01`), coded values keep the source's wording.
 */
export type Canonical = { [K in Kind]: CanonicalOf<K> }[Kind]

export type CanonicalOf<K extends Kind> = {
  readonly kind: K
  /** Key inside the library, taken from the data, never from the run. */
  readonly localId: string
  readonly fields: Partial<Fields[K]>
  /** Stored, but shown to nobody without a right to it: unpublished demands, projects that contain patents, 内部. */
  readonly restricted: boolean
  readonly flags: readonly Flag[]
  readonly source: Source
}

export type Kind = keyof Fields

/** What intake doubted about one field. `original` never carries personal or classified content. */
export type Flag = {
  readonly code: FlagCode
  readonly field?: string
  readonly original?: string
  readonly interpreted?: string
}

/** Where a record stood in the contributor's own file. */
export type Source = {
  readonly file: string
  readonly sheet?: string
  /** Row of the file as its owner counts it, from 1; for JSON the position of the row, from 1. */
  readonly row: number
  /** Invented for trial, marked so in the file itself. */
  readonly synthetic: boolean
}

/** A unit as a record names it. Leads to an Organization by `uscc`, `moeCode`, or the `id` that intake found by exact name in the province. */
export type Mention = {
  readonly id?: string
  readonly text?: string
  readonly uscc?: string
  readonly moeCode?: string
  readonly code?: string
}

/** Exact yuan and the wording it was read from. */
export type Money = { readonly yuan?: string; readonly text: string }

export type Fields = {
  readonly organization: {
    name: string
    formerNames: readonly string[]
    type: OrganizationType
    uscc: string
    moeCode: string
    ror: string
    nameEn: string
    region: CodedValue
    supervisor: string
    ownership: string
    level: string
    website: string
    hiTechZone: string
    smeLibraryNumber: string
    /** Staff with a doctorate. */
    doctorates: number
    updatedOn: string
  }
  readonly talent: {
    name: string
    /** The person or team agreed that the name be listed; without a statement the library's publication is the basis. */
    nameWithheld: boolean
    type: 'PERSON' | 'TEAM'
    organization: Mention
    department: string
    leader: string
    disciplines: readonly CodedValue[]
    researchDirections: readonly string[]
    cooperationAreas: readonly string[]
    keywords: readonly string[]
    industries: readonly CodedValue[]
    serviceModes: readonly string[]
    programmes: readonly string[]
    titles: readonly string[]
    highestDegree: string
    isLiaison: boolean
    /** Works at an enterprise for good. */
    isResident: boolean
    isIndustryProfessor: boolean
    isTechnologyManager: boolean
    /** Titles of representative achievements as written. */
    achievementTitles: readonly string[]
    /** Key forms `CN…` of patents. */
    patentNumbers: readonly string[]
    horizontalProjects: number
    horizontalFunding: Money
    region: CodedValue
    metroArea: string
    pushedTo: readonly string[]
    enteredOn: string
    updatedOn: string
    /** Half-year it was filed in, which its release then speaks for. */
    period: string
    /** Personal: kept in the sidecar, shown by consent and role only. */
    gender: string
    birthYear: string
    contactName: string
    /** Purposes consented to, e.g. `LIST_CONTACT`. */
    consents: readonly string[]
  }
  readonly achievement: {
    title: string
    type: 'ACHIEVEMENT' | 'PROJECT'
    abstract: string
    organization: Mention
    leader: string
    /** Ids inside the same province's talent library, where the source gives them. */
    talentLocalIds: readonly string[]
    maturity: CodedValue
    disciplines: readonly CodedValue[]
    industries: readonly CodedValue[]
    transferModes: readonly string[]
    askingPrice: Money
    patentNumbers: readonly string[]
    marketProspect: string
    supplyType: string
    tier: string
    region: CodedValue
    period: string
    updatedOn: string
  }
  readonly patent: {
    /** Key form `CN2020101234562`. */
    applicationNumber: string
    patentNumber: string
    publicationNumber: string
    title: string
    abstract: string
    type: 'INVENTION' | 'UTILITY_MODEL' | 'DESIGN'
    legalStatus: LegalStatus
    legalStatusText: string
    filedOn: string
    publishedOn: string
    grantedOn: string
    applicants: readonly Mention[]
    inventors: readonly string[]
    ipc: readonly CodedValue[]
    region: CodedValue
    updatedOn: string
  }
  readonly openLicense: {
    /** Key form `CN…` of the patent on offer. */
    patentNumber: string
    patentTitle: string
    patentType: 'INVENTION' | 'UTILITY_MODEL' | 'DESIGN'
    /** Of the patent, as the declaration itself says. */
    legalStatus: LegalStatus
    licensors: readonly Mention[]
    feeMode: FeeMode
    feeModeText: string
    fixedFee: Money
    royalty: string
    stages: readonly string[]
    termYears: number
    termStart: string
    termEnd: string
    announcedOn: string
    withdrawnOn: string
    region: CodedValue
    updatedOn: string
  }
  readonly demand: {
    title: string
    description: string
    keyIndicators: string
    enterprise: Mention
    category: CodedValue
    contractKind: CodedValue
    cooperationMode: string
    industries: readonly CodedValue[]
    intendedAmount: Money
    status: DemandStatus
    statusText: string
    region: CodedValue
    deadline: string
    publishedOn: string
    localReview: string
    localAuthority: string
    returnReason: string
    returnedOn: string
    pushedUniversities: number
    period: string
    updatedOn: string
    /** Contract and subsidy of the Hubei special action, as filed. */
    contract: {
      number?: string
      kind?: CodedValue
      amount?: Money
      invoice?: boolean
      transfer?: boolean
      subsidy?: Money
    }
  }
  readonly alliance: {
    name: string
    type: 'CLASSIC' | 'BACKBONE' | 'CITY'
    sector: 'INDUSTRY' | 'AGRICULTURE' | 'SERVICE'
    mode: 'ONE_ONE' | 'ONE_MANY' | 'MANY_ONE' | 'MANY_MANY'
    lead: Mention
    region: CodedValue
    agreementNumber: string
    filedOn: string
    status: string
  }
  readonly allianceMember: {
    allianceLocalId: string
    organization: Mention
    type: string
    joinedOn: string
    role: 'LEAD' | 'MEMBER'
  }
  readonly fair: {
    name: string
    scale: 'LARGE' | 'SMALL' | 'SPECIAL'
    region: CodedValue
    heldOn: string
    attendees: number
  }
  readonly agreement: {
    name: string
    partyA: Mention
    partyB: Mention
    fairLocalId: string
    amount: Money
    filedWith: string
    filingNumber: string
    filedOn: string
  }
  readonly institute: { name: string; organization: Mention; region: CodedValue; foundedOn: string; branches: number }
  readonly visit: { talentLocalId: string; enterprise: Mention; year: string; visits: number; jointBody: boolean }
  readonly challenge: {
    demandLocalId: string
    poster: Mention
    amount: Money
    mode: string
    postedOn: string
    closesOn: string
    winner: Mention
    status: string
  }
  readonly ledger: {
    quarter: string
    unit: Mention
    achievements: number
    investment: Money
    output: Money
    highTechFirms: number
  }
}

export type OrganizationType =
  | 'UNIVERSITY'
  | 'RESEARCH_INSTITUTE'
  | 'ENTERPRISE'
  | 'GOVERNMENT'
  | 'ASSOCIATION'
  | 'HOSPITAL'
  | 'OTHER'

export type LegalStatus = 'PENDING' | 'GRANTED' | 'LAPSED' | 'REJECTED' | 'WITHDRAWN' | 'EXPIRED'

export type FeeMode = 'ONE_OFF' | 'ROYALTY_SALES' | 'ROYALTY_PROFIT' | 'ENTRY_PLUS_ROYALTY' | 'STAGED' | 'FREE'

export type DemandStatus =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'RETURNED'
  | 'PUBLISHED'
  | 'MATCHING'
  | 'CONTRACTED'
  | 'FUNDED'
  | 'NOT_FUNDED'
  | 'EXECUTING'
  | 'ACCEPTED'
  | 'EVALUATED'
  | 'WITHDRAWN'
