import { type CodeList, under } from '#schema/codes/code-list.ts'
import { creditCode } from '../cells.ts'
import type { CellReader, Marker } from '../style.ts'

/** Fields of study of Liaoning's tables, `XKLYM`. The province keeps a list of its own; this one is invented for trial. */
export const liaoningStudies: CodeList = {
  scheme: 'LN-XKLYM',
  edition: '2016',
  source: '辽宁校企协同平台学科领域码；未见原表，自编以供试用',
  entries: under(undefined, [
    ['01', '机械与装备', 'Machinery and equipment'],
    ['02', '材料与冶金', 'Materials and metallurgy'],
    ['03', '化学与化工', 'Chemistry and chemical engineering'],
    ['04', '电子与信息', 'Electronics and information'],
    ['05', '计算机与人工智能', 'Computing and artificial intelligence'],
    ['06', '能源与电气', 'Energy and electrical engineering'],
    ['07', '交通与汽车', 'Transport and vehicles'],
    ['08', '航空航天', 'Aerospace'],
    ['09', '农业与食品', 'Agriculture and food'],
    ['10', '医药与生命', 'Medicine and life'],
    ['11', '环境与资源', 'Environment and resources'],
    ['12', '测绘与导航', 'Surveying and navigation'],
  ]),
}

/** States of alliances, agreements and demands, `ZTM`. */
export const states = { 1: '意向', 2: '已签约', 3: '已备案', 4: '运行', 5: '评估合格', 6: '终止' } as const

/** `DWH` of an enterprise is its credit code; universities and offices have a number of the platform's own. */
export function enterpriseCode(): CellReader {
  const read = creditCode()
  return (cell, context) => (cell.text.trim().length === 18 ? read(cell, context) : {})
}

/** 变更类型 of an extract that gives only what changed: by its word, or by its code as the other columns have theirs. */
export const changes: Marker = {
  column: 'BGLX',
  kept: ['新增', '变更', '1', '2'],
  removed: ['注销', '3'],
}
