import { utils, write } from '@e965/xlsx'
import { type RowTruth, trueMoney, trueRecord } from '../truth.ts'
import type { World } from '../world.ts'
import type { Batch } from './hl-batch.ts'
import type { Line } from './lines.ts'

/** Name of the ledger's columns, whichever file it comes in. */
export const ledgerColumns = ['季度', '单位', '转化项数', '总投资(亿元)', '产值(亿元)', '培育高企数']

/** 台账 of a bundle: two quarters, a row for every university and quarter. */
export function ledgerLines(world: World, bundle: Batch): Line[] {
  const quarters = bundle === '2023H1' ? ['2023Q1', '2023Q2'] : ['2023Q3', '2023Q4']
  return quarters.flatMap((quarter) =>
    world.place.universities.map(({ name, moeCode }) => {
      const random = world.random('hl-ledger', quarter, moeCode)
      const [achievements, highTechFirms] = [random.int(0, 12), random.int(0, 3)]
      // 亿元 with two decimals, as the plan's targets are stated.
      const [investment, output] = [random.int(1, 60), random.int(10, 900)]
      const [investmentText, outputText] = [String(investment / 100), String(output / 100)]
      const cells = {
        季度: quarter,
        单位: name,
        转化项数: String(achievements),
        '总投资(亿元)': investmentText,
        '产值(亿元)': outputText,
        培育高企数: String(highTechFirms),
      }
      const record = trueRecord('ledger', undefined, {
        quarter,
        unit: { text: name },
        achievements,
        investment: trueMoney(investment * 1_000_000, investmentText),
        output: trueMoney(output * 1_000_000, outputText),
        highTechFirms,
      })
      const truth: RowTruth = { records: [record], flags: [] }
      return { cells, truth }
    }),
  )
}

/** The ledger as a workbook: title, header, rows with typed numbers, and a row of totals. Rows begin in line 3. */
export function ledgerWorkbook(lines: readonly Line[]): Buffer {
  const rows = lines.map(({ cells }) =>
    ledgerColumns.map((column, i) => (i < 2 ? cells[column]! : Number(cells[column]))),
  )
  const totals = ledgerColumns.map((column, i) =>
    i === 0 ? '合计' : i === 1 ? '' : sum(lines.map(({ cells }) => Number(cells[column]))),
  )
  const sheet = utils.aoa_to_sheet([['黑龙江省协同创新管理台账（SYNTHETIC 虚构样例）'], ledgerColumns, ...rows, totals])
  const book = { SheetNames: ['台账'], Sheets: { 台账: sheet } }
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100
}
