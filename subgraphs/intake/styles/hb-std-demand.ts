import {
  coded,
  creditCode,
  enumerated,
  identifier,
  isBlank,
  partialDate,
  pastDate,
  region,
  text,
  yuan,
} from '../cells.ts'
import { checkContractKind } from '../checks/contract.ts'
import { checkDemandCategory } from '../checks/demand.ts'
import type { CellReader, Style } from '../style.ts'
import { leadingIndustries } from './hubei-cells.ts'

/**
 * Demands of Hubei's special action, from the matching platform's paged interface: `{"code":0,"data":{"rows":[…]}}`.
 * Field names are pinyin or its initials, amounts are in 万元 as decimal strings, times are local.
 */
export const hbStdDemand: Style = {
  id: 'hb-std-demand',
  title: '湖北省科技人员服务企业专项行动对接平台 技术需求接口',
  sheets: [
    {
      library: 'hb-std-demand',
      file: /\.json$/i,
      format: 'json',
      rows: 'data.rows',
      record: 'demand',
      columns: [
        { column: 'xqbh', to: 'localId', as: identifier(), required: true },
        { column: 'qymc', to: 'enterprise.text', as: text() },
        { column: 'tyshxydm', to: 'enterprise.uscc', as: creditCode() },
        { column: 'xzqhdm', to: 'region', as: region() },
        { column: 'szs' }, // the name beside the code
        { column: 'gxq' },
        { column: 'kjxzxqyrkbh' },
        { column: 'cyly', to: 'industries', as: leadingIndustries },
        { column: 'xqmc', to: 'title', as: text(), required: true },
        { column: 'xqlb', to: 'category', as: coded((raw) => checkDemandCategory(raw)) },
        { column: 'xqms', to: 'description', as: text() },
        { column: 'jszb', to: 'keyIndicators', as: text() },
        { column: 'xmyxje', to: 'intendedAmount', as: yuan('万元') },
        { column: 'qwwcsj', to: 'deadline', as: partialDate() },
        {
          column: 'zt',
          to: 'status',
          as: enumerated({
            '00': 'DRAFT',
            10: 'IN_REVIEW',
            15: 'IN_REVIEW',
            20: 'IN_REVIEW',
            29: 'RETURNED',
            30: 'PUBLISHED',
            40: 'MATCHING',
            50: 'CONTRACTED',
            55: 'CONTRACTED',
            60: 'FUNDED',
            65: 'NOT_FUNDED',
            70: 'EXECUTING',
            80: 'ACCEPTED',
            90: 'EVALUATED',
            99: 'WITHDRAWN',
          }),
        },
        {
          column: 'zt',
          to: 'statusText',
          as: enumerated({
            '00': '草稿',
            10: '待地方初审',
            15: '已推荐',
            20: '待平台审核',
            29: '已退回',
            30: '已发布',
            40: '对接中',
            50: '已签约',
            55: '待立项审核',
            60: '已立项',
            65: '未立项',
            70: '实施中',
            80: '已自主验收',
            90: '已评价',
            99: '撤回',
          }),
        },
        { column: 'zt', gate: { restrictedBy: ['00', '10', '15', '20', '29'] } }, // before publication
        { column: 'csyj', to: 'localReview', as: text() },
        { column: 'csbm', to: 'localAuthority', as: text(), optional: true }, // invented: whose review it is
        { column: 'thyy', to: 'returnReason', as: text() },
        { column: 'thsj', to: 'returnedOn', as: pastDate(), optional: true }, // invented: when it was returned
        { column: 'fbsj', to: 'publishedOn', as: pastDate() },
        { column: 'htbh', to: 'contract.number', as: text() },
        { column: 'htlx', to: 'contract.kind', as: coded((raw) => checkContractKind(raw)) },
        { column: 'htje', to: 'contract.amount', as: yuan('万元') },
        { column: 'fph', to: 'contract.invoice', as: isGiven }, // its number proves the invoice and is not kept
        { column: 'lsh', to: 'contract.transfer', as: isGiven }, // as for the transfer record
        { column: 'zzje', to: 'contract.subsidy', as: yuan('万元') },
      ],
      alongside: [
        {
          record: 'organization',
          when: 'tyshxydm',
          columns: [
            { column: 'tyshxydm', to: 'uscc', as: creditCode() },
            { column: 'qymc', to: 'name', as: text() },
            { column: 'qymc', to: 'type', as: () => ({ value: 'ENTERPRISE' }) },
            { column: 'xzqhdm', to: 'region', as: region() },
            { column: 'gxq', to: 'hiTechZone', as: text() },
            { column: 'kjxzxqyrkbh', to: 'smeLibraryNumber', as: text() },
          ],
        },
      ],
    },
  ],
}

function isGiven({ text }: { readonly text: string }): ReturnType<CellReader> {
  return isBlank(text) ? {} : { value: true }
}
