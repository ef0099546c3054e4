import { provinces } from '#schema/provinces.ts'
import type { Code, CodeList } from './code-list.ts'

/** Provinces, the cities of Hubei, Heilongjiang and Liaoning, and codes of theirs no longer in force. */
export const regions: CodeList = {
  scheme: 'GB/T 2260',
  edition: '2023',
  source: 'GB/T 2260-2007 及历年变更，民政部行政区划代码',
  complete: ['420000', '230000', '210000'],
  entries: [
    ...provinces.map(({ name, code, zh }) => ({ code: `${code}0000`, zh, en: english(name) })),
    ...cities('42', {
      '0100': ['武汉市', 'Wuhan'],
      '0200': ['黄石市', 'Huangshi'],
      '0300': ['十堰市', 'Shiyan'],
      '0500': ['宜昌市', 'Yichang'],
      '0600': ['襄阳市', 'Xiangyang', '襄樊市', '襄樊'],
      '0700': ['鄂州市', 'Ezhou'],
      '0800': ['荆门市', 'Jingmen'],
      '0900': ['孝感市', 'Xiaogan'],
      1000: ['荆州市', 'Jingzhou', '荆沙市', '荆沙'],
      1100: ['黄冈市', 'Huanggang'],
      1200: ['咸宁市', 'Xianning'],
      1300: ['随州市', 'Suizhou'],
      2800: ['恩施土家族苗族自治州', 'Enshi', '恩施州', '恩施', '鄂西土家族苗族自治州'],
      9004: ['仙桃市', 'Xiantao'],
      9005: ['潜江市', 'Qianjiang'],
      9006: ['天门市', 'Tianmen'],
      9021: ['神农架林区', 'Shennongjia', '神农架'],
    }),
    ...cities('23', {
      '0100': ['哈尔滨市', 'Harbin'],
      '0200': ['齐齐哈尔市', 'Qiqihar'],
      '0300': ['鸡西市', 'Jixi'],
      '0400': ['鹤岗市', 'Hegang'],
      '0500': ['双鸭山市', 'Shuangyashan'],
      '0600': ['大庆市', 'Daqing'],
      '0700': ['伊春市', 'Yichun'],
      '0800': ['佳木斯市', 'Jiamusi'],
      '0900': ['七台河市', 'Qitaihe'],
      1000: ['牡丹江市', 'Mudanjiang'],
      1100: ['黑河市', 'Heihe'],
      1200: ['绥化市', 'Suihua'],
      2700: ['大兴安岭地区', 'Da Hinggan Ling'],
    }),
    ...cities('21', {
      '0100': ['沈阳市', 'Shenyang'],
      '0200': ['大连市', 'Dalian', '旅大市'],
      '0300': ['鞍山市', 'Anshan'],
      '0400': ['抚顺市', 'Fushun'],
      '0500': ['本溪市', 'Benxi'],
      '0600': ['丹东市', 'Dandong'],
      '0700': ['锦州市', 'Jinzhou'],
      '0800': ['营口市', 'Yingkou'],
      '0900': ['阜新市', 'Fuxin'],
      1000: ['辽阳市', 'Liaoyang'],
      1100: ['盘锦市', 'Panjin'],
      1200: ['铁岭市', 'Tieling'],
      1300: ['朝阳市', 'Chaoyang'],
      1400: ['葫芦岛市', 'Huludao', '锦西市', '锦西'],
    }),
    // Its bare name is also that of the province, so it must be known to be told apart.
    { code: '220200', zh: '吉林市', en: 'Jilin', parent: '220000' },
    // Regions turned into cities, cities merged; the last year is the one before the code list changed.
    retired('420400', '沙市市', 1993, '421000'),
    retired('422100', '黄冈地区', 1994, '421100'),
    retired('422200', '孝感地区', 1992, '420900'),
    retired('422300', '咸宁地区', 1997, '421200'),
    retired('422400', '荆州地区', 1993, '421000'),
    retired('422600', '郧阳地区', 1993, '420300'),
    retired('422700', '宜昌地区', 1991, '420500'),
    retired('429001', '随州市', 1999, '421300'),
    retired('232100', '松花江地区', 1995, '230100'),
    retired('232300', '绥化地区', 1998, '231200'),
    retired('232600', '黑河地区', 1992, '231100'),
    retired('510200', '重庆市', 1996, '500000'),
  ],
}

/** Four-digit areas of technology contract forms that are no division; all others are a region code without `00`. */
export const contractAreas: CodeList = {
  scheme: '技术合同地区代码',
  edition: '2020',
  source: '技术合同认定登记表填表说明',
  entries: [
    { code: '7100', zh: '港澳台地区', en: 'Hong Kong, Macao and Taiwan' },
    { code: '8000', zh: '其他地区', en: 'Other' },
  ],
}

/** Level of a region code. */
export function regionLevel(code: string): 'PROVINCE' | 'CITY' | 'COUNTY' {
  if (code.endsWith('0000')) return 'PROVINCE'
  // 90 stands for counties that answer to the province itself: cities in every respect that matters here.
  return code.endsWith('00') || code.slice(2, 4) === '90' ? 'CITY' : 'COUNTY'
}

function cities(province: string, list: Record<string, readonly [zh: string, en: string, ...also: string[]]>): Code[] {
  return Object.entries(list).map(([rest, [zh, en, ...also]]) => {
    const entry = { code: province + rest, zh, en, parent: `${province}0000` }
    return also.length > 0 ? { ...entry, also } : entry
  })
}

function retired(code: string, zh: string, until: number, successor: string): Code {
  return { code, zh, until, successor }
}

function english(name: string): string {
  return name
    .split('_')
    .map((word) => word[0] + word.slice(1).toLowerCase())
    .join(' ')
}
