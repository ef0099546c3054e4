/** The 34 provincial divisions of GB/T 2260: enum name in the graph, two-digit code, Chinese name. */
export const provinces = [
  { name: 'BEIJING', code: '11', zh: '北京市' },
  { name: 'TIANJIN', code: '12', zh: '天津市' },
  { name: 'HEBEI', code: '13', zh: '河北省' },
  { name: 'SHANXI', code: '14', zh: '山西省' },
  { name: 'INNER_MONGOLIA', code: '15', zh: '内蒙古自治区' },
  { name: 'LIAONING', code: '21', zh: '辽宁省' },
  { name: 'JILIN', code: '22', zh: '吉林省' },
  { name: 'HEILONGJIANG', code: '23', zh: '黑龙江省' },
  { name: 'SHANGHAI', code: '31', zh: '上海市' },
  { name: 'JIANGSU', code: '32', zh: '江苏省' },
  { name: 'ZHEJIANG', code: '33', zh: '浙江省' },
  { name: 'ANHUI', code: '34', zh: '安徽省' },
  { name: 'FUJIAN', code: '35', zh: '福建省' },
  { name: 'JIANGXI', code: '36', zh: '江西省' },
  { name: 'SHANDONG', code: '37', zh: '山东省' },
  { name: 'HENAN', code: '41', zh: '河南省' },
  { name: 'HUBEI', code: '42', zh: '湖北省' },
  { name: 'HUNAN', code: '43', zh: '湖南省' },
  { name: 'GUANGDONG', code: '44', zh: '广东省' },
  { name: 'GUANGXI', code: '45', zh: '广西壮族自治区' },
  { name: 'HAINAN', code: '46', zh: '海南省' },
  { name: 'CHONGQING', code: '50', zh: '重庆市' },
  { name: 'SICHUAN', code: '51', zh: '四川省' },
  { name: 'GUIZHOU', code: '52', zh: '贵州省' },
  { name: 'YUNNAN', code: '53', zh: '云南省' },
  { name: 'TIBET', code: '54', zh: '西藏自治区' },
  { name: 'SHAANXI', code: '61', zh: '陕西省' },
  { name: 'GANSU', code: '62', zh: '甘肃省' },
  { name: 'QINGHAI', code: '63', zh: '青海省' },
  { name: 'NINGXIA', code: '64', zh: '宁夏回族自治区' },
  { name: 'XINJIANG', code: '65', zh: '新疆维吾尔自治区' },
  { name: 'TAIWAN', code: '71', zh: '台湾省' },
  { name: 'HONG_KONG', code: '81', zh: '香港特别行政区' },
  { name: 'MACAO', code: '82', zh: '澳门特别行政区' },
] as const

export type Province = (typeof provinces)[number]['name']

/** Province of a region code such as `420100`, or of its first two digits. */
export function provinceOfCode(code: string): Province | undefined {
  return provinces.find((province) => province.code === code.slice(0, 2))?.name
}
