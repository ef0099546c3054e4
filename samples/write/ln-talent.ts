import { unmapped } from '#schema/codes/coded-value.ts'
import { liaoningStudies } from '../../subgraphs/intake/styles/liaoning-cells.ts'
import { impossiblePhone, spoil, traditional } from '../defects.ts'
import type { Field } from '../fields.ts'
import { talentId, universityUnit } from '../liaoning.ts'
import { trueCode, trueRecord } from '../truth.ts'
import type { Talent, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import type { Line } from './lines.ts'
import { compact, lnTable, rowTruth } from './ln-table.ts'

const rates = { phone: 0.02, studyUnknown: 0.02, zeroLost: 0.05, nameMissing: 0.01, traditional: 0.04 } as const

type Defect = keyof typeof rates

/** `RC_XX`: people, and of teams their leaders. */
export function* writeLnTalent(world: World): Generator<Sample> {
  const plan = spoil(world.talents.length, rates, world.random('ln-talent'))
  const lines = world.talents.map((talent, i) => lineOf(talent, world, plan[i]))
  yield lnTable('ln-talent', 'RC_XX', 'RYBH XM DWH DWMC XKLYM YJFX KHZLY ZC GXSJ', lines)
}

/** Code of Liaoning's list of studies for a field. */
export function studyOf({ key }: Field): string {
  return studies[key] ?? '01'
}

const studies: Readonly<Record<string, string>> = {
  OPTO_INFO: '04',
  DIGITAL: '05',
  SMART_AUTO: '07',
  LIFE_HEALTH: '10',
  HIGH_EQUIP: '01',
  BEIDOU: '12',
  AERO: '08',
  NEW_MATERIAL: '02',
  AGRI_EQUIP: '09',
  NEW_ENERGY: '06',
  ENV: '11',
  STEEL: '02',
  PETROCHEM: '03',
  FOOD: '09',
  GRAIN: '09',
}

function lineOf(talent: Talent, world: World, defect: Defect | undefined): Line {
  const { university, field } = talent
  const random = world.random('ln-talent', talentId(talent))
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const separator = random.pick(['；', '、', ',', '，'])
  const study = studyOf(field)
  const studyText = defect === 'studyUnknown' ? '77' : defect === 'zeroLost' ? study.replace(/^0/, '') : study
  const directions = talent.directions.map(script)
  const slip = defect === 'phone'
  const unit = universityUnit(world, university.moeCode)
  const cells = {
    RYBH: talentId(talent),
    XM: defect === 'nameMissing' ? '' : talent.leader,
    DWH: unit,
    DWMC: university.name,
    XKLYM: studyText,
    YJFX: directions.join(separator),
    KHZLY: talent.serviceModes.join(separator) + (slip ? `（手机${impossiblePhone}）` : ''),
    ZC: talent.titles.join('、'),
    GXSJ: compact(talent.updatedOn),
  }
  if (defect === 'nameMissing') {
    return { cells, truth: { records: [], flags: [], refused: 'VALUE_MISSING', defect } }
  }
  const areas = talent.serviceModes
  const record = trueRecord('talent', talentId(talent), {
    name: talent.leader,
    type: 'PERSON',
    organization: { text: university.name, code: unit },
    disciplines: [
      defect === 'studyUnknown' ? unmapped(liaoningStudies.scheme, '77') : trueCode(liaoningStudies, study, studyText),
    ],
    researchDirections: directions,
    cooperationAreas: slip ? [...areas.slice(0, -1), `${areas.at(-1)}（手机［手机号码已去除］）`] : areas,
    titles: talent.titles,
    updatedOn: talent.updatedOn,
  })
  return { cells, truth: rowTruth([record], defect, raised) }
}

const raised = { phone: ['PHONE_STRIPPED'], studyUnknown: ['VOCABULARY_TERM_UNMAPPED'] } as const
