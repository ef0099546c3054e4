import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  dataRow,
  headerRow,
  row,
  sheetOf,
  sheetPath,
  taken,
  workbookOf,
} from '../../subgraphs/intake/bad-files/demands.ts'
import { openFolder } from '../../subgraphs/intake/folder.ts'
import { figure } from '../figures.ts'

let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  folder = await openFolder()
})
afterAll(() => folder.remove())

it('reads past a million empty rows', async () => {
  const empty = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 3}"/>`).join('')
  const file = workbookOf({ [sheetPath]: sheetOf(headerRow + dataRow + empty) })
  const started = process.cpuUsage()
  const found = await taken(folder, '需求库.xlsx', file)
  const { user, system } = process.cpuUsage(started)
  figure('R11 a million empty rows', 'read', `read in ${((user + system) / 1e6).toFixed(1)} s of processor time`, true)
  expect(found).toEqual({ records: [row.split(',').slice(0, 2)], refused: [], doubts: [] })
})
