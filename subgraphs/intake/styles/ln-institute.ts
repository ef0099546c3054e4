import { identifier, integer, partialDate, region, text } from '../cells.ts'
import type { Style } from '../style.ts'

/** Liaoning's institutes of a university and a city together, `CSYJY`. */
export const lnInstitute: Style = {
  id: 'ln-institute',
  title: '辽宁高校城市研究院表 CSYJY',
  sheets: [
    {
      library: 'ln-institute',
      file: /^CSYJY.*\.csv$/i,
      table: 'csyjy',
      format: 'csv',
      record: 'institute',
      columns: [
        { column: 'YJYBH', to: 'localId', as: identifier(), required: true },
        { column: 'YJYMC', to: 'name', as: text(), required: true },
        { column: 'DWH', to: 'organization.code', as: identifier() },
        { column: 'SSCS', to: 'region', as: region() },
        { column: 'CLRQ', to: 'foundedOn', as: partialDate() },
        { column: 'FYS', to: 'branches', as: integer() },
      ],
    },
  ],
}
