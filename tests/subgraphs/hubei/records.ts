import { coded, findCode } from '#schema/codes/code-list.ts'
import { contractKinds } from '#schema/codes/contracts.ts'
import { regions } from '#schema/codes/regions.ts'
import type { Fields, Flag } from '../../../subgraphs/intake/record.ts'
import { record } from '../ask.ts'

const city = (code: string) => coded(regions, findCode(regions, code)!, code)
const [wuhan, shiyan] = [city('420100'), city('420300')]
const development = coded(contractKinds, findCode(contractKinds, 'DEVELOPMENT')!, '技术开发合同')

export const uscc = { laser: '91420100MAYY00165H', water: '91420300MAYY000265' }

/** Six published demands of three enterprises, three returned ones, three portraits, and who stands in the way. */
export const hubeiRecords = [
  record('organization', 'hb-std-demand', uscc.laser, {
    name: '武汉示例光电有限公司',
    uscc: uscc.laser,
    hiTechZone: '武汉东湖新技术产业开发区',
    smeLibraryNumber: '202342010090000038',
  }),
  record('organization', 'hb-std-demand', uscc.water, { name: '十堰示例环保科技有限责任公司', uscc: uscc.water }),
  record('organization', 'hb-edu-talent', '10486', { name: '武汉大学', moeCode: '10486' }),

  demand('XQ2020000001', 'laser', '已立项', 'FUNDED', {
    intendedAmount: money('720000'),
    contract: { ...signed('1', '1440000'), invoice: true, transfer: true, subsidy: money('100000') },
    localReview: '同意推荐',
    publishedOn: '2020-11-05',
  }),
  demand('XQ2020000002', 'laser', '已签约', 'CONTRACTED', {
    intendedAmount: money('300000'),
    contract: signed('2', '300000'),
    publishedOn: '2021-01-05',
  }),
  demand('XQ2020000003', 'water', '实施中', 'EXECUTING', {
    intendedAmount: money('1030000'),
    contract: { ...signed('3', '80000'), invoice: true, transfer: true, subsidy: money('100000') },
    flags: [
      { code: 'SUBSIDY_OVER_CAP', field: 'contract' },
      { code: 'INDUSTRY_CODE_UNKNOWN', field: 'industries' },
    ],
  }),
  demand('XQ2020000038', 'water', '已评价', 'EVALUATED', {
    contract: { ...signed('38', '2410000'), invoice: true, transfer: true, subsidy: money('100000') },
  }),
  demand('XQ2020000065', 'water', '未立项', 'NOT_FUNDED', { contract: signed('65', '2250000') }),
  record('demand', 'hb-std-demand', 'XQ2020000070', { title: '名称不详企业的需求', status: 'PUBLISHED' }),

  returned('XQ2020000029', 'laser', '技术指标不明确'),
  returned('XQ2020000048', 'laser', '技术指标不明确'),
  returned('XQ2020000049', 'water', undefined),

  portrait('HBHX-10486-0001', { programmes: ['科技副总', '博士服务团'], isLiaison: true, highestDegree: '博士' }),
  portrait('HBHX-10486-0002', { highestDegree: '博士' }),
  portrait('HBHX-10486-0003', { highestDegree: '硕士', programmes: ['科技特派员'] }),
  record('talent', 'hl-talent', 'k-7f21', { programmes: ['头雁'], isLiaison: true, highestDegree: '博士' }),
  record('demand', 'hl-demand', 'HLJXQ202300001', { title: '黑龙江的需求', status: 'PUBLISHED' }),
]

function demand(
  localId: string,
  enterprise: keyof typeof uscc,
  statusText: string,
  status: Fields['demand']['status'],
  { flags = [], ...fields }: Partial<Fields['demand']> & { flags?: readonly Flag[] } = {},
  restricted = false,
) {
  const text = { laser: '武汉示例光电有限公司', water: '十堰示例环保科技有限责任公司' }[enterprise]
  return record(
    'demand',
    'hb-std-demand',
    localId,
    {
      title: `${localId} 的需求`,
      enterprise: { text, uscc: uscc[enterprise] },
      region: enterprise === 'laser' ? wuhan : shiyan,
      status,
      statusText,
      ...fields,
    },
    { flags, restricted },
  )
}

export function returned(
  localId: string,
  enterprise: keyof typeof uscc,
  returnReason: string | undefined,
  returnedOn?: string,
) {
  const fields = {
    ...(returnReason && { returnReason }),
    ...(returnedOn && { returnedOn, localAuthority: '武汉市科学技术局' }),
  }
  return demand(localId, enterprise, '已退回', 'RETURNED', fields, true)
}

function signed(number: string, yuan: string) {
  return { number: `SYN-2020-${number}`, kind: development, amount: money(yuan) }
}

function money(yuan: string) {
  return { yuan, text: String(Number(yuan) / 10_000) }
}

export function portrait(localId: string, fields: Partial<Fields['talent']>) {
  return record('talent', 'hb-edu-talent', localId, {
    type: 'PERSON',
    organization: { text: '武汉大学', moeCode: '10486' },
    ...fields,
  })
}
