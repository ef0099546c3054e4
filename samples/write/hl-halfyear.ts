import { placed } from '../truth.ts'
import type { World } from '../world.ts'
import type { Sample } from '../writer.ts'
import { gb18030 } from './gb18030.ts'
import { achievementTables } from './hl-achievement.ts'
import type { Batch, BundleTable } from './hl-batch.ts'
import { challengeTables } from './hl-challenge.ts'
import { demandTables } from './hl-demand.ts'
import { ledgerColumns, ledgerLines, ledgerWorkbook } from './hl-ledger.ts'
import { projectTables } from './hl-project.ts'
import { talentTables } from './hl-talent.ts'
import { separated } from './lines.ts'
import { zip } from './zip.ts'

/** Heilongjiang's two bundles of 2023: the first packed by Windows in Chinese with the ledger as text, the second not. */
export function* writeHlHalfyear(world: World): Generator<Sample> {
  for (const bundle of ['2023H1', '2023H2'] as const) {
    const path = `hl-halfyear/HLJ_${bundle}.zip`
    const lines = ledgerLines(world, bundle)
    const asText = bundle === '2023H1'
    const tables = [
      ...libraries.flatMap((tablesOf) => tablesOf(world, bundle)),
      ...(asText ? [{ library: 'hl-ledger', name: '台账.csv', columns: ledgerColumns, lines }] : []),
    ]
    const files = tables.map((table) => ({ name: table.name, data: fileOf(table) }))
    const book = asText ? [] : [{ name: '台账.xlsx', data: ledgerWorkbook(lines) }]
    yield {
      path,
      content: zip([...files, ...book], {
        names: asText ? 'GBK' : 'UTF-8',
        comment: 'SYNTHETIC 虚构样例，单位名称以外均非真实数据',
      }),
      truth: [
        ...tables.flatMap((table) => placed(`${path}/${table.name}`, table.library, truthsOf(table), { first: 2 })),
        ...(asText ? [] : placed(`${path}/台账.xlsx`, 'hl-ledger', truthsOf({ lines }), { first: 3, sheet: '台账' })),
      ],
    }
  }
}

const libraries: readonly ((world: World, bundle: Batch) => BundleTable[])[] = [
  talentTables,
  projectTables,
  demandTables,
  achievementTables,
  challengeTables,
]

function fileOf({ columns, lines, delimiter = ',' }: BundleTable): Buffer {
  return gb18030(separated(columns, lines, { delimiter }))
}

function truthsOf({ lines }: Pick<BundleTable, 'lines'>) {
  return lines.map(({ truth }) => truth)
}
