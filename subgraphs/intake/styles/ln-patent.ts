import { codedList, list, partialDate, patentNumber, publicationNumber, region, text } from '../cells.ts'
import { checkIpc } from '../checks/ipc.ts'
import type { CellReader, Style } from '../style.ts'
import { again, patentType, units } from './patent-cells.ts'

/** The patent office's list export in its shorter layout, as patent information services write it. */
export const lnPatent: Style = {
  id: 'ln-patent',
  title: '辽宁专利导出表',
  sheets: [
    {
      library: 'ln-patent',
      file: /\.csv$/i,
      format: 'csv',
      record: 'patent',
      columns: [
        { column: '申请（专利）号', to: 'localId', as: again(patentNumber()), required: true },
        { column: '申请（专利）号', to: 'applicationNumber', as: patentNumber() },
        { column: '申请（专利）号', to: 'type', as: patentType() },
        { column: '名称', to: 'title', as: text(), required: true },
        { column: '主分类号' }, // stands first among 分类号
        { column: '分类号', to: 'ipc', as: codedList((raw) => checkIpc(raw)) },
        { column: '申请（专利权）人', to: 'applicants', as: units() },
        { column: '发明（设计）人', to: 'inventors', as: list() },
        { column: '公开（公告）日', to: 'publishedOn', as: partialDate() },
        { column: '公开（公告）号', to: 'publicationNumber', as: publicationNumber() },
        { column: '专利代理机构' },
        { column: '代理人' },
        { column: '申请日', to: 'filedOn', as: partialDate() },
        { column: '地址' },
        { column: '摘要', to: 'abstract', as: text() },
        { column: '国省代码', to: 'region', as: provinceOf() },
      ],
    },
  ],
}

/** `辽宁;21`: the office's own name and number of a province. */
function provinceOf(): CellReader {
  const read = region()
  return (cell, context) => read({ ...cell, text: cell.text.split(/[;；]/)[0]! }, context)
}
