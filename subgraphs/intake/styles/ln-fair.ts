import { enumerated, identifier, integer, partialDate, region, text } from '../cells.ts'
import type { Style } from '../style.ts'

/** Liaoning's matchmaking fairs, `DJH_XX`: one large fair a year in every city, and smaller ones. */
export const lnFair: Style = {
  id: 'ln-fair',
  title: '辽宁产学研对接会表 DJH_XX',
  sheets: [
    {
      library: 'ln-fair',
      file: /^DJH_XX.*\.csv$/i,
      table: 'djh_xx',
      format: 'csv',
      record: 'fair',
      columns: [
        { column: 'HYBH', to: 'localId', as: identifier(), required: true },
        { column: 'HYMC', to: 'name', as: text(), required: true },
        { column: 'HYLB', to: 'scale', as: enumerated({ 1: 'LARGE', 2: 'SMALL', 3: 'SPECIAL' }) },
        { column: 'SSCS', to: 'region', as: region() },
        { column: 'JBRQ', to: 'heldOn', as: partialDate() },
        { column: 'CHDWS', to: 'attendees', as: integer() },
      ],
    },
  ],
}
