import { regions } from '#schema/codes/regions.ts'
import { mistyped, spoil, traditional } from '../defects.ts'
import { places } from '../places.ts'
import { placed, trueCode, trueIpc, trueRecord } from '../truth.ts'
import type { Patent, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import { type Line, separated } from './lines.ts'

const rates = {
  checkMissing: 0.03,
  checkMistyped: 0.02,
  numberBroken: 0.02,
  publicationBroken: 0.02,
  ipcInvalid: 0.02,
  traditional: 0.03,
} as const

type Defect = keyof typeof rates

/** Liaoning's patents in the shorter export layout, UTF-8 with a byte order mark. */
export function* writeLnPatent(world: World): Generator<Sample> {
  const plan = spoil(world.patents.length, rates, world.random('ln-patent'))
  const lines = world.patents.map((patent, i) => lineOf(patent, plan[i]))
  const path = 'ln-patent/CNIPR_SYNTHETIC_21_20231130.csv'
  yield {
    path,
    content: Buffer.from(`\ufeff${separated(columns.split(' '), lines, { title: 'SYNTHETIC 虚构样例' })}`),
    truth: placed(
      path,
      'ln-patent',
      lines.map(({ truth }) => truth),
      { first: 3 },
    ),
  }
}

const columns =
  '申请（专利）号 名称 主分类号 分类号 申请（专利权）人 发明（设计）人 公开（公告）日 公开（公告）号 专利代理机构 代理人 申请日 地址 摘要 国省代码'

function lineOf(patent: Patent, defect: Defect | undefined): Line {
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const number = defect === 'checkMistyped' ? mistyped(patent.number) : patent.number
  const key = `CN${number}`
  const owners = patent.applicants.map(({ name }) => name)
  const symbols = defect === 'ipcInvalid' ? [...patent.ipc, 'X00'] : patent.ipc
  const home = homeOf(patent)
  const abstract = `一种用于${patent.field.trade}领域的技术方案，可缓解${patent.field.troubles[0]}的问题。`
  const filedOn = filedOnAs(patent)
  const cells = {
    '申请（专利）号': numberAs(number, defect),
    名称: script(patent.title),
    主分类号: patent.ipc[0]!,
    分类号: symbols.join('; '),
    '申请（专利权）人': owners.join('; '),
    '发明（设计）人': patent.inventors.join('; '),
    '公开（公告）日': patent.publishedOn.replaceAll('-', '.'),
    '公开（公告）号': defect === 'publicationBroken' ? 'CN19A' : patent.publicationNumber,
    专利代理机构: '示例专利代理事务所',
    代理人: '示例代理师',
    申请日: filedOn.replaceAll('-', '.'),
    地址: `${home.zh}示例大街1号`,
    摘要: script(abstract),
    国省代码: `${home.zh.replace('省', '')};${home.code}`,
  }
  if (defect === 'numberBroken') {
    return { cells, truth: { records: [], flags: [], refused: 'VALUE_MISSING', defect } }
  }
  const region = trueCode(regions, `${home.code}0000`, home.zh.replace('省', ''))
  const record = trueRecord('patent', key, {
    applicationNumber: key,
    type: patent.type,
    title: script(patent.title),
    abstract: script(abstract),
    ipc: patent.ipc.map(trueIpc),
    applicants: owners.map((text) => ({ text })),
    inventors: patent.inventors,
    publishedOn: patent.publishedOn,
    publicationNumber: defect === 'publicationBroken' ? undefined : patent.publicationNumber,
    filedOn,
    region,
  })
  const abroad = home.code === '21' ? [] : (['REGION_OUTSIDE_LIBRARY_PROVINCE'] as const)
  const flag = defect && raised[defect]
  return { cells, truth: { records: [record], flags: [...abroad, ...(flag ? [flag] : [])], ...(defect && { defect }) } }
}

/** The province of the first applicant, as the office codes it. */
function homeOf({ applicants }: Patent) {
  const code = applicants[0]?.moeCode
  return Object.values(places).find(({ universities }) => universities.some(({ moeCode }) => moeCode === code))!
}

/** Of patents held with another province every other one has a day of its own here. */
function filedOnAs({ shared, serial, filedOn }: Patent): string {
  return shared && serial % 2 === 1 ? `${filedOn.slice(0, 8)}28` : filedOn
}

function numberAs(number: string, defect: Defect | undefined): string {
  if (defect === 'checkMissing') return `CN${number.slice(0, 12)}`
  if (defect === 'numberBroken') return `CN${number.slice(4)}`
  return `CN${number.slice(0, 12)}.${number.slice(12)}`
}

const raised = {
  checkMissing: 'PATENT_CHECK_DIGIT_ADDED',
  checkMistyped: 'PATENT_CHECK_DIGIT',
  publicationBroken: 'PATENT_NUMBER_FORMAT',
  ipcInvalid: 'IPC_INVALID',
  numberBroken: undefined,
  traditional: undefined,
} as const
