/** The 34 provincial divisions of GB/T 2260: enum name in the graph, two-digit code, two letters, Chinese name. */
export const provinces = [
  { name: 'BEIJING', code: '11', letters: 'BJ', zh: '北京市' },
  { name: 'TIANJIN', code: '12', letters: 'TJ', zh: '天津市' },
  { name: 'HEBEI', code: '13', letters: 'HE', zh: '河北省' },
  { name: 'SHANXI', code: '14', letters: 'SX', zh: '山西省' },
  { name: 'INNER_MONGOLIA', code: '15', letters: 'NM', zh: '内蒙古自治区' },
  { name: 'LIAONING', code: '21', letters: 'LN', zh: '辽宁省' },
  { name: 'JILIN', code: '22', letters: 'JL', zh: '吉林省' },
  { name: 'HEILONGJIANG', code: '23', letters: 'HL', zh: '黑龙江省' },
  { name: 'SHANGHAI', code: '31', letters: 'SH', zh: '上海市' },
  { name: 'JIANGSU', code: '32', letters: 'JS', zh: '江苏省' },
  { name: 'ZHEJIANG', code: '33', letters: 'ZJ', zh: '浙江省' },
  { name: 'ANHUI', code: '34', letters: 'AH', zh: '安徽省' },
  { name: 'FUJIAN', code: '35', letters: 'FJ', zh: '福建省' },
  { name: 'JIANGXI', code: '36', letters: 'JX', zh: '江西省' },
  { name: 'SHANDONG', code: '37', letters: 'SD', zh: '山东省' },
  { name: 'HENAN', code: '41', letters: 'HA', zh: '河南省' },
  { name: 'HUBEI', code: '42', letters: 'HB', zh: '湖北省' },
  { name: 'HUNAN', code: '43', letters: 'HN', zh: '湖南省' },
  { name: 'GUANGDONG', code: '44', letters: 'GD', zh: '广东省' },
  { name: 'GUANGXI', code: '45', letters: 'GX', zh: '广西壮族自治区' },
  { name: 'HAINAN', code: '46', letters: 'HI', zh: '海南省' },
  { name: 'CHONGQING', code: '50', letters: 'CQ', zh: '重庆市' },
  { name: 'SICHUAN', code: '51', letters: 'SC', zh: '四川省' },
  { name: 'GUIZHOU', code: '52', letters: 'GZ', zh: '贵州省' },
  { name: 'YUNNAN', code: '53', letters: 'YN', zh: '云南省' },
  { name: 'TIBET', code: '54', letters: 'XZ', zh: '西藏自治区' },
  { name: 'SHAANXI', code: '61', letters: 'SN', zh: '陕西省' },
  { name: 'GANSU', code: '62', letters: 'GS', zh: '甘肃省' },
  { name: 'QINGHAI', code: '63', letters: 'QH', zh: '青海省' },
  { name: 'NINGXIA', code: '64', letters: 'NX', zh: '宁夏回族自治区' },
  { name: 'XINJIANG', code: '65', letters: 'XJ', zh: '新疆维吾尔自治区' },
  { name: 'TAIWAN', code: '71', letters: 'TW', zh: '台湾省' },
  { name: 'HONG_KONG', code: '81', letters: 'HK', zh: '香港特别行政区' },
  { name: 'MACAO', code: '82', letters: 'MO', zh: '澳门特别行政区' },
] as const

export type Province = (typeof provinces)[number]['name']

/** Province of a region code such as `420100`, or of its first two digits. */
export function provinceOfCode(code: string): Province | undefined {
  return provinces.find((province) => province.code === code.slice(0, 2))?.name
}
