import { type CodeList, replaceList } from './code-list.ts'
import { contractKinds, demandCategories, maturityStages, technologyFields } from './contracts.ts'
import { disciplines } from './disciplines.ts'
import { industries } from './industries.ts'
import { heilongjiang4567, heilongjiangTen, hubeiFive, hubFields, liaoningList } from './industry-schemes.ts'
import { ipc } from './ipc.ts'
import { type ListColumns, loadList } from './load-list.ts'
import { contractAreas, regions } from './regions.ts'
import { subjects } from './subjects.ts'

/** Every code list the hub ships. */
export const codeLists: readonly CodeList[] = [
  regions,
  contractAreas,
  industries,
  disciplines,
  subjects,
  ipc,
  hubFields,
  hubeiFive,
  heilongjiang4567,
  heilongjiangTen,
  liaoningList,
  contractKinds,
  technologyFields,
  demandCategories,
  maturityStages,
]

/** Puts a fuller list, given as CSV text with a header row, in force for a scheme; answers with its number of codes. */
export function useFullerList(scheme: string, csv: string, columns: ListColumns, edition?: string): number {
  const core = codeLists.find((list) => list.scheme === scheme)
  if (!core) {
    const known = codeLists.map((list) => list.scheme).join(', ')
    throw new TypeError(`There is no list ${JSON.stringify(scheme)}; the hub has ${known}.`)
  }
  const list = loadList(core, csv, columns, edition)
  replaceList(scheme, list)
  return list.entries.length
}
