import { checked, moeCode, region, text } from '../cells.ts'
import { checkRor } from '../checks/ror.ts'
import type { Style } from '../style.ts'

/** The Ministry's list of universities with what other registers add, one CSV file with English headers. */
export const cnRefUniversity: Style = {
  id: 'cn-ref-university',
  title: '全国高等学校名录（参考）',
  sheets: [
    {
      library: 'cn-ref-university',
      file: /^universities.*\.csv$/i,
      format: 'csv',
      record: 'organization',
      // Schools founded after the newest list have no code yet.
      key: ['name', 'province_code'],
      columns: [
        { column: 'moe_code' },
        { column: 'school_code5', to: 'moeCode', as: moeCode() },
        { column: 'name', to: 'name', as: text(), required: true },
        { column: 'name', to: 'type', as: () => ({ value: 'UNIVERSITY' }) },
        { column: 'province' },
        { column: 'city' },
        { column: 'city_code', to: 'region', as: region() },
        { column: 'province_code', to: 'region', as: region() }, // where the city is not given
        { column: 'supervisor', to: 'supervisor', as: text() },
        { column: 'level', to: 'level', as: text() },
        { column: 'ownership', to: 'ownership', as: text() },
        { column: 'name_en', to: 'nameEn', as: text(), optional: true },
        { column: 'ror', to: 'ror', as: checked((raw) => checkRor(raw)), optional: true },
        { column: 'website', to: 'website', as: text(), optional: true },
      ],
    },
  ],
}
