import type { FlagCode } from '#schema/flags.ts'
import { spoil } from '../defects.ts'
import { trueMoney, trueRecord } from '../truth.ts'
import type { Demand, World } from '../world.ts'
import { type Batch, type BundleTable, isChanged, lastWritten } from './hl-batch.ts'
import { demandId } from './hl-demand.ts'
import type { Line } from './lines.ts'

const rates = { demandMissing: 0.05, amountMixed: 0.05 } as const

type Defect = keyof typeof rates

/** 揭榜挂帅 of a bundle: every fifth demand is put up as a challenge. */
export function challengeTables(world: World, bundle: Batch): BundleTable[] {
  const posted = world.demands.filter(({ serial }) => serial % 5 === 1)
  const plan = spoil(posted.length, rates, world.random('hl-challenge'))
  const lines = posted.flatMap((demand, i) => {
    const batch = lastWritten(world, 'hl-challenge', i, bundle)
    return batch ? [lineOf(demand, world, isChanged(batch, bundle), plan[i])] : []
  })
  return [{ library: 'hl-challenge', name: '揭榜挂帅.csv', columns, lines }]
}

const columns = [
  '榜单编号',
  '需求编号',
  '发榜单位',
  '榜单金额(万元)',
  '方式',
  '发榜日期',
  '揭榜截止',
  '揭榜单位',
  '状态',
]

function lineOf(demand: Demand, world: World, settled: boolean, defect: Defect | undefined): Line {
  const random = world.random('hl-challenge', demand.serial)
  const localId = `HLJBD2023${String(demand.serial).padStart(4, '0')}`
  const mode = random.pick(['揭榜挂帅', '揭榜挂帅', '赛马'])
  const state = settled ? '签约' : random.pick(['征集', '定榜', '发榜', '发榜', '揭榜', '验收'])
  const won = ['揭榜', '签约', '验收'].includes(state)
  const winner = won ? random.pick(world.place.universities).name : undefined
  const count = String(demand.yuan / 10_000)
  const amount = defect === 'amountMixed' ? `约${count}，面议` : count
  const cells = {
    榜单编号: localId,
    需求编号: defect === 'demandMissing' ? '无' : demandId(demand),
    发榜单位: demand.enterprise.name,
    '榜单金额(万元)': amount,
    方式: mode,
    发榜日期: demand.publishedOn.replaceAll('-', '/'),
    揭榜截止: demand.deadline,
    揭榜单位: winner ?? '—',
    状态: state,
  }
  const record = trueRecord('challenge', localId, {
    demandLocalId: defect === 'demandMissing' ? undefined : demandId(demand),
    poster: { text: demand.enterprise.name },
    amount: defect === 'amountMixed' ? { text: amount } : trueMoney(demand.yuan, amount),
    mode,
    postedOn: demand.publishedOn,
    closesOn: demand.deadline,
    winner: winner ? { text: winner } : undefined,
    status: state,
  })
  const flags: FlagCode[] = defect === 'amountMixed' ? ['NUMBER_TEXT_MIXED'] : []
  return { cells, truth: { records: [record], flags, ...(defect && { defect }) } }
}
