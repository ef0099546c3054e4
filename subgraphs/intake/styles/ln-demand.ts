import { codedList, creditCode, enumerated, identifier, partialDate, region, text, yuan } from '../cells.ts'
import { checkIndustry } from '../checks/industry.ts'
import type { Style } from '../style.ts'
import { changes, states } from './liaoning-cells.ts'

/** Liaoning's table of technical demands, `XQ_JSXX`. Regions have four digits, as in technology contract forms. */
export const lnDemand: Style = {
  id: 'ln-demand',
  title: '辽宁技术需求表 XQ_JSXX',
  sheets: [
    {
      library: 'ln-demand',
      file: /^XQ_JSXX.*\.csv$/i,
      table: 'xq_jsxx',
      format: 'csv',
      record: 'demand',
      delta: changes,
      columns: [
        { column: 'BGLX', optional: true }, // only in the extracts that give what changed since the last one
        { column: 'XQBH', to: 'localId', as: identifier(), required: true },
        { column: 'XQMC', to: 'title', as: text(), required: true },
        { column: 'QYMC', to: 'enterprise.text', as: text() },
        { column: 'XYDM', to: 'enterprise.uscc', as: creditCode() },
        { column: 'SSCS', to: 'region', as: region() },
        { column: 'HYDM', to: 'industries', as: codedList((raw) => checkIndustry(raw)) },
        { column: 'JSNT', to: 'description', as: text() },
        { column: 'YXJE(万元)', also: ['YXJE'], to: 'intendedAmount', as: yuan('万元') },
        { column: 'QWFS', to: 'cooperationMode', as: text() },
        {
          column: 'ZTM',
          to: 'status',
          as: enumerated({
            1: 'PUBLISHED',
            2: 'CONTRACTED',
            3: 'CONTRACTED', // filed with the department; the hub has no state of its own for it
            4: 'EXECUTING',
            5: 'EVALUATED',
            6: 'WITHDRAWN',
          }),
        },
        { column: 'ZTM', to: 'statusText', as: enumerated(states) },
        { column: 'GXSJ', to: 'updatedOn', as: partialDate() },
      ],
      alongside: [
        {
          record: 'organization',
          when: 'XYDM',
          columns: [
            { column: 'XYDM', to: 'uscc', as: creditCode() },
            { column: 'QYMC', to: 'name', as: text() },
            { column: 'QYMC', to: 'type', as: () => ({ value: 'ENTERPRISE' }) },
            { column: 'SSCS', to: 'region', as: region() },
          ],
        },
      ],
    },
  ],
}
