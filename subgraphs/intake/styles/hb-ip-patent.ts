import { codedList, enumerated, list, partialDate, patentNumber, publicationNumber, region, text } from '../cells.ts'
import { checkIpc } from '../checks/ipc.ts'
import type { LegalStatus } from '../record.ts'
import type { CellReader, Style } from '../style.ts'
import { again, units } from './patent-cells.ts'

/** Hubei's patents as the longer list export of patent information services, CSV; several values are joined by `;`. */
export const hbIpPatent: Style = {
  id: 'hb-ip-patent',
  title: '湖北专利导出表',
  sheets: [
    {
      library: 'hb-ip-patent',
      file: /\.csv$/i,
      format: 'csv',
      record: 'patent',
      columns: [
        { column: '申请号', to: 'localId', as: again(patentNumber()), required: true },
        { column: '申请号', to: 'applicationNumber', as: patentNumber() },
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
        { column: '优先权' },
        { column: '国省代码', to: 'region', as: provinceOf },
        { column: '摘要', to: 'abstract', as: text() },
        { column: '主权项' },
        { column: '国际申请' },
        { column: '国际公布' },
        { column: '进入国家日期' },
        { column: '分案原申请号' },
        { column: '权利要求书' },
        { column: '法律状态', to: 'legalStatusText', as: text() },
        {
          column: '法律状态',
          to: 'legalStatus',
          // The last entry of the register, not a state: each is read as what it leaves the patent in.
          as: enumerated<LegalStatus>({
            公开: 'PENDING',
            实质审查的生效: 'PENDING',
            授权: 'GRANTED',
            专利权的转移: 'GRANTED',
            未缴年费专利权终止: 'LAPSED',
            发明专利申请公布后的驳回: 'REJECTED',
            发明专利申请公布后的视为撤回: 'WITHDRAWN',
            专利权有效期届满: 'EXPIRED',
          }),
        },
        { column: '专利权状态代码' },
        {
          column: '专利类型',
          to: 'type',
          as: enumerated({ 发明专利: 'INVENTION', 实用新型: 'UTILITY_MODEL', 外观设计: 'DESIGN' }),
        },
      ],
    },
  ],
}

/** `湖北;42`: name and code of the applicant's province. */
function provinceOf(...[cell, context]: Parameters<CellReader>): ReturnType<CellReader> {
  return region()({ ...cell, text: cell.text.replace(/^.*[;；]/, '') }, context)
}
