import { coded, codedList, enumerated, identifier, list, partialDate, patentNumbers, text } from '../cells.ts'
import { checkStage } from '../checks/maturity.ts'
import { checkTerm } from '../checks/term.ts'
import type { Style } from '../style.ts'
import { changes, liaoningStudies } from './liaoning-cells.ts'

/** Liaoning's table of achievements on offer, `GY_CGXX`, from a platform of two tiers: province and university. */
export const lnSupply: Style = {
  id: 'ln-supply',
  title: '辽宁成果供给表 GY_CGXX',
  sheets: [
    {
      library: 'ln-supply',
      file: /^GY_CGXX.*\.csv$/i,
      table: 'gy_cgxx',
      format: 'csv',
      record: 'achievement',
      delta: changes,
      columns: [
        { column: 'BGLX', optional: true }, // only in the extracts that give what changed since the last one
        { column: 'CGBH', to: 'localId', as: identifier(), required: true },
        { column: 'CGBH', to: 'type', as: () => ({ value: 'ACHIEVEMENT' }) },
        { column: 'CGMC', to: 'title', as: text(), required: true },
        { column: 'DWH', to: 'organization.code', as: identifier() }, // unique only inside a tier, so it is no key
        { column: 'DWMC', to: 'organization.text', as: text() },
        { column: 'FZRXM', to: 'leader', as: text() },
        { column: 'XKLYM', to: 'disciplines', as: codedList((raw) => checkTerm(raw, liaoningStudies, { digits: 2 })) },
        { column: 'CGJJ', to: 'abstract', as: text() },
        { column: 'CSD', to: 'maturity', as: coded(checkStage) },
        { column: 'ZLH', to: 'patentNumbers', as: patentNumbers() },
        { column: 'ZHFS', to: 'transferModes', as: list() },
        { column: 'LX', to: 'supplyType', as: text() },
        // Extracts of one tier leave it out; the same item may stand at both.
        { column: 'PTCJ', to: 'tier', as: enumerated({ 1: '省级', 2: '校级' }), optional: true },
        { column: 'GXSJ', to: 'updatedOn', as: partialDate() },
      ],
    },
  ],
}
