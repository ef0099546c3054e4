import { expect, it } from 'vitest'
import { findHeader } from '../../../subgraphs/intake/header.ts'
import { findStyle } from '../../../subgraphs/intake/styles/find.ts'

it('names a missing column once, however many fields are read from it', () => {
  const [sheet] = findStyle('ln-agreement').sheets
  const header = (...cells: string[]) => findHeader(sheet!, [{ row: 1, cells }], [], 'XY_BA.csv')

  expect(() => header('XYBH', 'XYMC', 'YFDWH', 'HYBH', 'HTJE', 'BADW', 'BAH', 'BARQ')).toThrow(
    'XY_BA.csv：缺少列 JFDWH；收到的列：XYBH、XYMC、YFDWH、HYBH、HTJE、BADW、BAH、BARQ。',
  )
  expect(() => header('甲', '乙')).toThrow(
    'XY_BA.csv：没有找到表头。应有列：XYBH、XYMC、JFDWH、YFDWH、HYBH、HTJE、BADW、BAH、BARQ；收到：甲、乙。',
  )
})
