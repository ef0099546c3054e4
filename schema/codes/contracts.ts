import { type CodeList, under } from './code-list.ts'

/** Kinds of technology contract; training and brokerage are handled with service. */
export const contractKinds: CodeList = {
  scheme: '技术合同类型',
  edition: '2021',
  source: '民法典 第二十章；技术合同认定规则',
  entries: under(undefined, [
    ['DEVELOPMENT', '技术开发', 'Development', '技术开发合同', '开发', '委托开发', '合作开发'],
    ['TRANSFER', '技术转让', 'Transfer', '技术转让合同', '转让'],
    ['LICENSE', '技术许可', 'License', '技术许可合同', '许可'],
    ['CONSULTING', '技术咨询', 'Consulting', '技术咨询合同', '咨询'],
    ['SERVICE', '技术服务', 'Service', '技术服务合同', '服务', '技术培训', '培训', '技术中介', '中介'],
  ]),
}

/** The eleven technology fields of contract registration. */
export const technologyFields: CodeList = {
  scheme: '技术领域',
  edition: '2020',
  source: '技术合同认定登记表；代码按表内次序自编',
  entries: under(undefined, [
    ['01', '电子信息', 'Electronics and information'],
    ['02', '航空航天', 'Aerospace'],
    ['03', '先进制造', 'Advanced manufacturing'],
    ['04', '生物医药和医疗器械', 'Biomedicine and medical devices', '生物、医药和医疗器械'],
    ['05', '新材料及其应用', 'New materials', '新材料'],
    ['06', '新能源与高效节能', 'New energy and energy saving'],
    ['07', '环境保护与资源综合利用', 'Environment and resources'],
    ['08', '核应用', 'Nuclear applications'],
    ['09', '农业', 'Agriculture'],
    ['10', '现代交通', 'Modern transport'],
    ['11', '城市建设与社会发展', 'Urban construction and social development'],
  ]),
}

/** What a demand is about, in the printed order of the Hubei notice. */
export const demandCategories: CodeList = {
  scheme: '湖北专项需求类别',
  edition: '2020',
  source: '鄂科技通〔2020〕67号 一(二)',
  entries: under(undefined, [
    ['1', '产品创新与技术攻关类', 'Product innovation', '产品创新与技术攻关'],
    ['2', '行业关键共性技术突破类', 'Common key technology', '行业关键共性技术突破'],
    ['3', '技术改造与转型升级类', 'Retrofit and upgrade', '技术改造与转型升级'],
    ['4', '共建研发平台类', 'Joint research platform', '共建研发平台'],
    ['5', '高端创新管理与工业设计类', 'Innovation management and industrial design', '高端创新管理与工业设计'],
  ]),
}

/** The three stages of achievement registration forms. */
export const maturityStages: CodeList = {
  scheme: '成果所处阶段',
  edition: '2018',
  source: '全国科技成果统计调查制度',
  entries: under(undefined, [
    ['INITIAL', '初期阶段', 'Initial stage', '初期', '小试', '实验室', '实验室阶段', '样品', '样机', '研制阶段'],
    ['MIDDLE', '中期阶段', 'Intermediate stage', '中期', '中试', '中试阶段', '小批量', '小批量生产'],
    ['MATURE', '成熟应用阶段', 'Mature stage', '成熟应用', '成熟', '产业化', '批量生产', '量产', '已应用'],
  ]),
}
