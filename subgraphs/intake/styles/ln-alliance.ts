import { enumerated, identifier, partialDate, region, text } from '../cells.ts'
import type { Style } from '../style.ts'
import { enterpriseCode, states } from './liaoning-cells.ts'

/** Liaoning's alliances, `LM_XX`, and who belongs to them, `LM_CY`. */
export const lnAlliance: Style = {
  id: 'ln-alliance',
  title: '辽宁校企联盟表 LM_XX、LM_CY',
  sheets: [
    {
      library: 'ln-alliance',
      file: /^LM_XX.*\.csv$/i,
      table: 'lm_xx',
      format: 'csv',
      record: 'alliance',
      columns: [
        { column: 'LMBH', to: 'localId', as: identifier(), required: true },
        { column: 'LMMC', to: 'name', as: text(), required: true },
        { column: 'LMLB', to: 'type', as: enumerated({ 1: 'CLASSIC', 2: 'BACKBONE', 3: 'CITY' }) },
        { column: 'CYLB', to: 'sector', as: enumerated({ 1: 'INDUSTRY', 2: 'AGRICULTURE', 3: 'SERVICE' }) },
        {
          column: 'MS',
          to: 'mode',
          as: enumerated({ 11: 'ONE_ONE', '1N': 'ONE_MANY', N1: 'MANY_ONE', NN: 'MANY_MANY' }),
        },
        { column: 'QTDWH', to: 'lead.code', as: identifier() },
        { column: 'QTDWH', to: 'lead.uscc', as: enterpriseCode() },
        { column: 'SSCS', to: 'region', as: region() },
        { column: 'XYBH', to: 'agreementNumber', as: identifier() },
        { column: 'BARQ', to: 'filedOn', as: partialDate() },
        { column: 'ZTM', to: 'status', as: enumerated(states) },
      ],
    },
    {
      library: 'ln-alliance',
      file: /^LM_CY.*\.csv$/i,
      table: 'lm_cy',
      format: 'csv',
      record: 'allianceMember',
      key: ['LMBH', 'DWH'],
      columns: [
        { column: 'LMBH', to: 'allianceLocalId', as: identifier(), required: true },
        { column: 'DWH', to: 'organization.code', as: identifier(), required: true },
        { column: 'DWH', to: 'organization.uscc', as: enterpriseCode() },
        { column: 'DWLX', to: 'type', as: enumerated({ 1: '高校', 2: '企业', 3: '政府', 4: '其他' }) },
        { column: 'JSRQ', to: 'joinedOn', as: partialDate() },
        { column: 'JS', to: 'role', as: enumerated({ 1: 'LEAD', 2: 'MEMBER' }) },
      ],
    },
  ],
}
