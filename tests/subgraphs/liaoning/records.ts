import { coded, findCode } from '#schema/codes/code-list.ts'
import { regions } from '#schema/codes/regions.ts'
import { record } from '../ask.ts'

const city = (code: string, original: string) => coded(regions, findCode(regions, code)!, original)
const [shenyang, dalian, dandong] = [city('210100', '2101'), city('210200', '2102'), city('210600', '2106')]

/** Two enterprises that belong to alliances. */
export const enterprises = { steel: '91210100MAYYL4BA7T', valve: '91210600MAYYL4B21R' }
const [steel, valve] = [
  { code: enterprises.steel, uscc: enterprises.steel },
  { code: enterprises.valve, uscc: enterprises.valve },
]

/** Four alliances of three kinds, two fairs, three agreements, two institutes, three visits, and who names units. */
export const liaoningRecords = [
  record('alliance', 'ln-alliance', 'LM000006', {
    name: '丹东石油化工校企联盟',
    type: 'CLASSIC',
    sector: 'INDUSTRY',
    mode: 'ONE_ONE',
    lead: valve,
    region: dandong,
    agreementNumber: 'XY000006',
    filedOn: '2021-06-07',
    status: '运行',
  }),
  record('alliance', 'ln-alliance', 'LM000007', {
    name: '大连新一代信息技术骨干企业联盟',
    type: 'BACKBONE',
    sector: 'INDUSTRY',
    mode: 'ONE_ONE',
    lead: { code: '1002' },
    region: dalian,
    agreementNumber: 'XY000007',
    status: '已签约',
  }),
  record('alliance', 'ln-alliance', 'LM000027', {
    name: '沈阳粮食丰产骨干企业联盟',
    type: 'BACKBONE',
    sector: 'AGRICULTURE',
    mode: 'MANY_ONE',
    lead: { code: '1006' },
    region: shenyang,
    filedOn: '2018-06-05',
    status: '已备案',
  }),
  record(
    'alliance',
    'ln-alliance',
    'LM000030',
    { name: '大连内部联盟', type: 'CITY', region: dalian, status: '运行' },
    { restricted: true },
  ),
  member('LM000006', valve, '企业', 'LEAD'),
  member('LM000006', { code: '1002' }, '高校', 'MEMBER'),
  member('LM000007', { code: '1002' }, '高校', 'LEAD'),
  member('LM000007', valve, '企业', 'MEMBER'),
  member('LM000007', steel, '企业', 'MEMBER'),

  record('fair', 'ln-fair', 'DJH20230001', {
    name: '2023沈阳大型产学研合作对接会',
    scale: 'LARGE',
    region: shenyang,
    heldOn: '2023-08-25',
    attendees: 171,
  }),
  record('fair', 'ln-fair', 'DJH20220002', {
    name: '大连装备制造专题对接会',
    scale: 'SPECIAL',
    region: dalian,
    heldOn: '2022-11',
    attendees: 24,
  }),
  record('agreement', 'ln-agreement', 'XY000006', {
    name: '丹东石油化工校企联盟合作协议',
    partyA: valve,
    partyB: { code: '1002' },
    fairLocalId: 'DJH20230001',
    amount: { yuan: '2210000', text: '221万元' },
    filedWith: '辽宁省教育厅',
    filingNumber: '辽教备〔2021〕5号',
    filedOn: '2021-06-07',
  }),
  record(
    'agreement',
    'ln-agreement',
    'XY000007',
    {
      name: '大连新一代信息技术骨干企业联盟合作协议',
      partyA: steel,
      partyB: { code: '1002' },
      fairLocalId: 'DJH20230001',
      amount: { text: '242' },
    },
    { flags: [{ code: 'AGREEMENT_NOT_FILED', field: 'filedOn' }] },
  ),
  record('institute', 'ln-institute', 'YJY002', {
    name: '大连理工大学大连研究院',
    organization: { code: '1002' },
    region: dalian,
    foundedOn: '2020-07-23',
    branches: 2,
  }),
  record('institute', 'ln-institute', 'YJY015', {
    name: '沈阳农业大学大连研究院',
    organization: { code: '1006' },
    region: dalian,
  }),
  visit('k-1', 'LNRC101410001', enterprises.steel, '2022', 1, false),
  visit('k-2', 'LNRC101410001', enterprises.valve, '2023', 4, true),
  visit('k-3', 'LNRC101410002', enterprises.valve, '2023', 2, true),

  record('talent', 'ln-talent', 'LNRC101410001', {
    name: '周示例',
    type: 'PERSON',
    organization: { text: '大连理工大学', code: '1002', id: 'organization:10141' },
  }),
  // Two names for one number, so the number leads nowhere.
  record('talent', 'ln-talent', 'LNRC101570001', {
    name: '韩示例',
    type: 'PERSON',
    organization: { text: '沈阳农业大学', code: '1006' },
  }),
  record('achievement', 'ln-supply', 'LNCG00006', {
    title: '脱毒种薯选育',
    organization: { text: '沈阳农学院', code: '1006' },
    tier: '省级',
  }),
  // A university's own numbers are another matter, and so are other provinces'.
  record('achievement', 'ln-supply', '10145CG00001', {
    title: '热轧带钢轧制工艺',
    organization: { text: '东北大学', code: '1002' },
    tier: '校级',
  }),
  record('talent', 'hb-edu-talent', 'HBHX-10486-0001', {
    name: '某示例',
    type: 'PERSON',
    organization: { text: '武汉大学', moeCode: '10486', code: '1002' },
  }),
]

function member(
  allianceLocalId: string,
  organization: { code: string; uscc?: string },
  type: string,
  role: 'LEAD' | 'MEMBER',
) {
  return record('allianceMember', 'ln-alliance', `k-${allianceLocalId}-${organization.code}`, {
    allianceLocalId,
    organization,
    type,
    role,
    joinedOn: '2019-07-03',
  })
}

function visit(localId: string, talentLocalId: string, uscc: string, year: string, visits: number, jointBody: boolean) {
  return record('visit', 'ln-visit', localId, { talentLocalId, enterprise: { uscc }, year, visits, jointBody })
}
