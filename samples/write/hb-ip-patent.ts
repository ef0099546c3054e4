import { regions } from '#schema/codes/regions.ts'
import type { FlagCode } from '#schema/flags.ts'
import { mistyped, spoil, traditional } from '../defects.ts'
import { placed, type RowTruth, trueCode, trueIpc, trueRecord } from '../truth.ts'
import type { Patent, World } from '../world.ts'
import type { Sample } from '../writer.ts'
import { separated } from './lines.ts'

const rates = {
  checkMistyped: 0.02,
  checkMissing: 0.02,
  ipcInvalid: 0.02,
  publishedBeforeFiled: 0.02,
  traditional: 0.03,
} as const

type Defect = keyof typeof rates

/** Hubei's patents in the longer export layout, one CSV in UTF-8 with a byte order mark. */
export function* writeHbIpPatent(world: World): Generator<Sample> {
  const plan = spoil(world.patents.length, rates, world.random('hb-ip-patent'))
  const rows = world.patents.map((patent, i) => rowOf(patent, plan[i]))
  const path = 'hb-ip-patent/CNIPR_SYNTHETIC_42_20231215.csv'
  const content = `\ufeff${separated(columns, rows, { title: 'SYNTHETIC 合成样例，专利均为虚构' })}`
  yield {
    path,
    content: Buffer.from(content),
    truth: placed(
      path,
      'hb-ip-patent',
      rows.map(({ truth }) => truth),
      { first: 3 },
    ),
  }
}

const columns =
  '申请号,名称,主分类号,分类号,申请（专利权）人,发明（设计）人,公开（公告）日,公开（公告）号,专利代理机构,代理人,申请日,地址,优先权,国省代码,摘要,主权项,国际申请,国际公布,进入国家日期,分案原申请号,权利要求书,法律状态,专利权状态代码,专利类型'.split(
    ',',
  )

function rowOf(patent: Patent, defect: Defect | undefined) {
  const script = defect === 'traditional' ? traditional : (text: string) => text
  const number = defect === 'checkMistyped' ? mistyped(patent.number) : patent.number
  const key = `CN${number}`
  const symbols = defect === 'ipcInvalid' ? [...patent.ipc, 'Z99Z 1/00'] : patent.ipc
  const publishedOn = defect === 'publishedBeforeFiled' ? `2015${patent.publishedOn.slice(4)}` : patent.publishedOn
  const [status, code] = states[patent.status]
  const abstract = `本发明公开了${patent.title}，涉及${patent.field.trade}技术领域。`
  const owners = patent.applicants.map(({ name }) => name)
  const cells: Record<string, string> = {
    申请号: defect === 'checkMissing' ? key.slice(0, 14) : `CN${number.slice(0, 12)}.${number.slice(12)}`,
    名称: script(patent.title),
    主分类号: symbols[0]!,
    分类号: symbols.join(';'),
    '申请（专利权）人': owners.join(';'),
    '发明（设计）人': patent.inventors.join(';'),
    '公开（公告）日': dotted(publishedOn),
    '公开（公告）号': patent.publicationNumber,
    申请日: dotted(patent.filedOn),
    国省代码: '湖北;42',
    摘要: script(abstract),
    法律状态: status,
    专利权状态代码: code,
    专利类型: patent.type === 'INVENTION' ? '发明专利' : '实用新型',
  }
  const record = trueRecord('patent', key, {
    applicationNumber: key,
    title: script(patent.title),
    abstract: script(abstract),
    type: patent.type,
    legalStatus: patent.status,
    legalStatusText: status,
    filedOn: patent.filedOn,
    publishedOn,
    publicationNumber: patent.publicationNumber,
    applicants: owners.map((text) => ({ text })),
    inventors: patent.inventors,
    ipc: patent.ipc.map(trueIpc),
    region: trueCode(regions, '420000', '42'),
  })
  const raises = defect && raised[defect]
  const truth: RowTruth = { records: [record], flags: raises ? [raises] : [], ...(defect && { defect }) }
  return { cells, truth }
}

const states = {
  PENDING: ['实质审查的生效', '20'],
  GRANTED: ['授权', '10'],
  LAPSED: ['未缴年费专利权终止', '30'],
} as const

const raised: Partial<Record<Defect, FlagCode>> = {
  checkMistyped: 'PATENT_CHECK_DIGIT',
  checkMissing: 'PATENT_CHECK_DIGIT_ADDED',
  ipcInvalid: 'IPC_INVALID',
  publishedBeforeFiled: 'DATE_RANGE_REVERSED',
}

function dotted(day: string): string {
  return day.replaceAll('-', '.')
}
