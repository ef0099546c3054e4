import { codedList, enumerated, publicationNumber, text } from '../cells.ts'
import { checkIpc } from '../checks/ipc.ts'
import type { Style } from '../style.ts'
import { again } from './patent-cells.ts'

/** Published patent documents by publication number, with title and IPC subclasses joined by `|`; applicants and dates are not there. */
export const cnRefPatent: Style = {
  id: 'cn-ref-patent',
  title: '公开专利文献（参考）',
  sheets: [
    {
      library: 'cn-ref-patent',
      file: /^patents.*\.csv$/i,
      format: 'csv',
      record: 'patent',
      columns: [
        { column: 'publication_number', to: 'localId', as: publicationNumber(), required: true },
        { column: 'publication_number', to: 'publicationNumber', as: again(publicationNumber()) },
        { column: 'other_publication_numbers' },
        {
          column: 'kind',
          to: 'type',
          as: enumerated({
            发明专利申请公布: 'INVENTION',
            发明专利授权: 'INVENTION',
            实用新型: 'UTILITY_MODEL',
            外观设计: 'DESIGN',
          }),
        },
        { column: 'title', to: 'title', as: text(), required: true },
        { column: 'ipc_subclasses', to: 'ipc', as: codedList((raw) => checkIpc(raw), { also: /\|/ }) },
      ],
    },
  ],
}
