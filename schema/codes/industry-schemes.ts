import { type CodeList, under } from './code-list.ts'

/** Fields the hub compares provinces by. Provincial lists are mapped to them in `crosswalk.ts`, never replaced. */
export const hubFields: CodeList = {
  scheme: 'HUB-FIELD',
  edition: '1',
  source: '联库产业领域；各省产业体系对照见 crosswalk.ts',
  entries: under(undefined, [
    ['OPTO_INFO', '光电子信息', 'Optoelectronics and information'],
    ['SMART_AUTO', '新能源与智能网联汽车', 'New-energy and connected vehicles'],
    ['LIFE_HEALTH', '生命健康', 'Life and health'],
    ['HIGH_EQUIP', '高端装备', 'High-end equipment'],
    ['BEIDOU', '北斗', 'BeiDou navigation'],
    ['AERO', '航空航天', 'Aerospace'],
    ['NEW_MATERIAL', '新材料', 'New materials'],
    ['AGRI_EQUIP', '农机装备', 'Farm machinery'],
    ['NEW_ENERGY', '新能源', 'New energy'],
    ['ENV', '节能环保', 'Energy saving and environment'],
    ['STEEL', '钢铁冶金', 'Steel and metallurgy'],
    ['PETROCHEM', '石油化工', 'Petrochemicals'],
    ['FOOD', '食品精深加工', 'Food processing'],
    ['ICE_SNOW', '冰雪经济', 'Ice and snow economy'],
    ['DESIGN', '创意设计', 'Creative design'],
    ['MODERN_SERVICE', '现代服务业', 'Modern services'],
    ['GRAIN', '粮食丰产', 'Grain production'],
  ]),
}

/** The five leading industries of Hubei; the province writes their names, the codes are ours. */
export const hubeiFive: CodeList = {
  scheme: 'HUBEI-5',
  edition: '2022',
  source: '湖北省五大优势产业',
  entries: under(undefined, [
    ['1', '光电子信息', 'Optoelectronics and information', '光电子信息产业'],
    ['2', '新能源与智能网联汽车', 'New-energy and connected vehicles', '新能源汽车与智能网联汽车', '汽车制造与服务'],
    ['3', '生命健康', 'Life and health', '大健康', '生命健康产业'],
    ['4', '高端装备', 'High-end equipment', '高端装备制造'],
    ['5', '北斗', 'BeiDou navigation', '北斗产业', '北斗导航'],
  ]),
}

/** The "4567" modern industry system of Heilongjiang: first digit the tier, second the printed order. */
export const heilongjiang4567: CodeList = {
  scheme: 'HLJ-4567',
  edition: '2022',
  source: '黑龙江省“4567”现代产业体系；代码按公布次序自编',
  entries: [
    ...under(undefined, [
      ['4', '经济发展新引擎', 'New engines'],
      ['5', '战略性新兴产业', 'Strategic emerging industries'],
      ['6', '传统优势产业', 'Traditional industries'],
      ['7', '现代服务业', 'Modern services'],
    ]),
    ...under('4', [
      ['41', '数字经济', 'Digital economy'],
      ['42', '生物经济', 'Bioeconomy'],
      ['43', '冰雪经济', 'Ice and snow economy'],
      ['44', '创意设计', 'Creative design'],
    ]),
    ...under('5', [
      ['51', '航空航天', 'Aerospace'],
      ['52', '电子信息', 'Electronics and information'],
      ['53', '新材料', 'New materials'],
      ['54', '高端装备', 'High-end equipment'],
      ['55', '农机装备', 'Farm machinery'],
    ]),
    ...under('6', [
      ['61', '能源', 'Energy'],
      ['62', '化工', 'Chemicals'],
      ['63', '食品', 'Food'],
      ['64', '医药', 'Pharmaceuticals'],
      ['65', '汽车', 'Automobiles'],
      ['66', '轻工', 'Light industry'],
    ]),
    ...under('7', [
      ['71', '信息服务', 'Information services'],
      ['72', '现代金融', 'Modern finance'],
      ['73', '现代物流', 'Modern logistics'],
      ['74', '服务型制造', 'Service-oriented manufacturing'],
      ['75', '旅游康养', 'Tourism and wellness'],
      ['76', '养老托育', 'Elderly and child care'],
      ['77', '文化娱乐', 'Culture and entertainment'],
    ]),
  ],
}

/** The ten fields Heilongjiang prefers in its university plan: a second scheme beside the 4567. */
export const heilongjiangTen: CodeList = {
  scheme: 'HLJ-10',
  edition: '2022',
  source: '黑龙江省“千校万企”协同创新伙伴行动实施方案；代码按公布次序自编',
  entries: under(undefined, [
    ['01', '数字经济', 'Digital economy'],
    ['02', '生物经济', 'Bioeconomy'],
    ['03', '冰雪经济', 'Ice and snow economy'],
    ['04', '创意设计', 'Creative design'],
    ['05', '电子信息', 'Electronics and information'],
    ['06', '高端智能装备', 'High-end intelligent equipment'],
    ['07', '农机装备', 'Farm machinery'],
    ['08', '新材料', 'New materials'],
    ['09', '生物医药', 'Biomedicine'],
    ['10', '食品精深加工', 'Food processing'],
  ]),
}

/** Industries the Liaoning opinion names, under its three sectors (`CYLB` 1, 2, 3). */
export const liaoningList: CodeList = {
  scheme: 'LIAONING-2016',
  edition: '2016',
  source: '辽政办发〔2016〕64号；代码按公布次序自编',
  entries: [
    ...under(undefined, [
      ['1', '工业', 'Industry'],
      ['2', '农业', 'Agriculture'],
      ['3', '现代服务业', 'Modern services', '服务业'],
    ]),
    ...under('1', [
      ['101', '钢铁冶金', 'Steel and metallurgy'],
      ['102', '石油化工', 'Petrochemicals'],
      ['103', '高端装备制造', 'High-end equipment'],
      ['104', '新一代信息技术', 'New information technology'],
      ['105', '生物', 'Biology'],
      ['106', '新材料', 'New materials'],
      ['107', '新能源', 'New energy'],
      ['108', '节能环保', 'Energy saving and environment'],
      ['109', '新能源汽车', 'New-energy vehicles'],
    ]),
    ...under('2', [
      ['201', '粮食丰产', 'Grain production'],
      ['202', '设施农业', 'Protected agriculture'],
      ['203', '海洋粮仓', 'Food from the sea'],
      ['204', '农产品深加工', 'Processing of farm products'],
    ]),
    ...under('3', [
      ['301', '信息服务', 'Information services'],
      ['302', '金融', 'Finance'],
      ['303', '物流', 'Logistics'],
      ['304', '电子商务', 'Electronic commerce', '电商'],
      ['305', '旅游', 'Tourism'],
      ['306', '房地产', 'Real estate'],
      ['307', '创新创业', 'Innovation and start-ups'],
      ['308', '孵化', 'Incubation'],
      ['309', '成果转化', 'Technology transfer'],
      ['310', '法律', 'Law'],
      ['311', '科技', 'Science and technology'],
      ['312', '培训', 'Training'],
    ]),
  ],
}
