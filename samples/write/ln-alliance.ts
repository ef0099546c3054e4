import { regions } from '#schema/codes/regions.ts'
import { spoil } from '../defects.ts'
import { type Alliance, agreementId, inventLiaoning, type Member } from '../liaoning.ts'
import { trueCode, trueRecord } from '../truth.ts'
import type { World } from '../world.ts'
import type { Sample } from '../writer.ts'
import type { Line } from './lines.ts'
import { compact, lnTable, rowTruth } from './ln-table.ts'

const rates = {
  /** The mode contradicts the members: seen only by who counts them. */
  modeWrong: 0.07,
  modeUnknown: 0.03,
  dateImpossible: 0.03,
} as const

type Defect = keyof typeof rates

/** `LM_XX` and `LM_CY`: alliances and who belongs to them. */
export function* writeLnAlliance(world: World): Generator<Sample> {
  const { alliances } = inventLiaoning(world)
  const plan = spoil(alliances.length, rates, world.random('ln-alliance'))
  const lines = alliances.map((alliance, i) => allianceLine(alliance, plan[i]))
  yield lnTable('ln-alliance', 'LM_XX', 'LMBH LMMC LMLB CYLB MS QTDWH SSCS XYBH BARQ ZTM', lines)
  const members = alliances.flatMap((alliance) => alliance.members.map((member, i) => memberLine(alliance, member, i)))
  yield lnTable('ln-alliance', 'LM_CY', 'LMBH DWH DWLX JSRQ JS', members)
}

const types = { CLASSIC: '1', BACKBONE: '2', CITY: '3' } as const
const sectors = { INDUSTRY: '1', AGRICULTURE: '2', SERVICE: '3' } as const
const modes = { ONE_ONE: '11', ONE_MANY: '1N', MANY_ONE: 'N1', MANY_MANY: 'NN' } as const
const others = { ONE_ONE: 'MANY_MANY', ONE_MANY: 'ONE_ONE', MANY_ONE: 'ONE_MANY', MANY_MANY: 'ONE_ONE' } as const
const states = { 1: '意向', 2: '已签约', 3: '已备案', 4: '运行', 5: '评估合格', 6: '终止' } as const
const unitTypes = { 高校: '1', 企业: '2', 政府: '3' } as const

function allianceLine(alliance: Alliance, defect: Defect | undefined): Line {
  const mode = defect === 'modeWrong' ? others[alliance.mode] : alliance.mode
  const [lead] = alliance.members
  const signed = alliance.state > 1
  const region = alliance.city.code.slice(0, 4)
  const cells = {
    LMBH: alliance.id,
    LMMC: alliance.name,
    LMLB: types[alliance.type],
    CYLB: sectors[alliance.sector],
    MS: defect === 'modeUnknown' ? '2N' : modes[mode],
    QTDWH: lead!.unit,
    SSCS: region,
    XYBH: signed ? agreementId(alliance) : '',
    BARQ: defect === 'dateImpossible' ? '20221345' : compact(alliance.filedOn),
    ZTM: String(alliance.state),
  }
  const record = trueRecord('alliance', alliance.id, {
    name: alliance.name,
    type: alliance.type,
    sector: alliance.sector,
    mode: defect === 'modeUnknown' ? undefined : mode,
    lead: mention(lead!),
    region: trueCode(regions, alliance.city.code, region),
    agreementNumber: signed ? agreementId(alliance) : undefined,
    filedOn: defect === 'dateImpossible' ? undefined : alliance.filedOn,
    status: states[alliance.state],
  })
  return { cells, truth: rowTruth([record], defect, raised) }
}

function memberLine({ id }: Alliance, member: Member, i: number): Line {
  const cells = {
    LMBH: id,
    DWH: member.unit,
    DWLX: unitTypes[member.type],
    JSRQ: compact(member.joinedOn),
    JS: i === 0 ? '1' : '2',
  }
  const record = trueRecord('allianceMember', undefined, {
    allianceLocalId: id,
    organization: mention(member),
    type: member.type,
    joinedOn: member.joinedOn,
    role: i === 0 ? 'LEAD' : 'MEMBER',
  })
  return { cells, truth: rowTruth([record], undefined, {}) }
}

function mention({ unit, uscc }: Member) {
  return { code: unit, ...(uscc && { uscc }) }
}

const raised = { modeUnknown: ['VALUE_NOT_ALLOWED'], dateImpossible: ['DATE_INVALID'] } as const
