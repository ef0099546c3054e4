import type { Field } from './fields.ts'

/** A province the samples cover: its universities (public facts: names and Ministry codes) and where enterprises sit. */
export type Place = {
  readonly province: SampleProvince
  /** Two digits of GB/T 2260. */
  readonly code: string
  readonly zh: string
  readonly cities: readonly City[]
  readonly universities: readonly University[]
}

export type SampleProvince = 'HUBEI' | 'HEILONGJIANG' | 'LIAONING'

/** A city with its high-tech zone, if it has one, and for Hubei the metropolitan area it counts to. */
export type City = {
  readonly code: string
  readonly name: string
  readonly zone?: string
  readonly metroArea?: string
}

export type University = {
  readonly moeCode: string
  readonly name: string
  readonly city: string
  /** Keys of the fields it works in. */
  readonly fields: readonly Field['key'][]
}

export const places: Readonly<Record<SampleProvince, Place>> = {
  HUBEI: {
    province: 'HUBEI',
    code: '42',
    zh: '湖北省',
    cities: [
      { code: '420100', name: '武汉市', zone: '武汉东湖新技术产业开发区', metroArea: '武汉' },
      { code: '420600', name: '襄阳市', zone: '襄阳高新技术产业开发区', metroArea: '襄阳' },
      { code: '420500', name: '宜昌市', zone: '宜昌高新技术产业开发区', metroArea: '宜荆荆' },
      { code: '421000', name: '荆州市', zone: '荆州高新技术产业开发区', metroArea: '宜荆荆' },
      { code: '420800', name: '荆门市', zone: '荆门高新技术产业开发区', metroArea: '宜荆荆' },
      { code: '420300', name: '十堰市', metroArea: '襄阳' },
      { code: '420900', name: '孝感市', zone: '孝感高新技术产业开发区', metroArea: '武汉' },
      { code: '420200', name: '黄石市', zone: '黄石大冶湖高新技术产业开发区', metroArea: '武汉' },
      { code: '429005', name: '潜江市', zone: '潜江高新技术产业开发区', metroArea: '武汉' },
    ],
    universities: [
      university('10486', '武汉大学', '420100', 'BEIDOU LIFE_HEALTH DIGITAL NEW_ENERGY'),
      university('10487', '华中科技大学', '420100', 'OPTO_INFO HIGH_EQUIP LIFE_HEALTH DIGITAL'),
      university('10497', '武汉理工大学', '420100', 'NEW_MATERIAL SMART_AUTO OPTO_INFO'),
      university('10504', '华中农业大学', '420100', 'GRAIN FOOD AGRI_EQUIP'),
      university('10491', '中国地质大学（武汉）', '420100', 'ENV BEIDOU NEW_MATERIAL'),
      university('10488', '武汉科技大学', '420100', 'STEEL NEW_MATERIAL HIGH_EQUIP'),
      university('10489', '长江大学', '421000', 'PETROCHEM GRAIN'),
      university('10525', '湖北汽车工业学院', '420300', 'SMART_AUTO HIGH_EQUIP'),
    ],
  },
  HEILONGJIANG: {
    province: 'HEILONGJIANG',
    code: '23',
    zh: '黑龙江省',
    cities: [
      { code: '230100', name: '哈尔滨市', zone: '哈尔滨高新技术产业开发区' },
      { code: '230600', name: '大庆市', zone: '大庆高新技术产业开发区' },
      { code: '230200', name: '齐齐哈尔市', zone: '齐齐哈尔高新技术产业开发区' },
      { code: '231000', name: '牡丹江市' },
      { code: '230800', name: '佳木斯市', zone: '佳木斯高新技术产业开发区' },
      { code: '231200', name: '绥化市' },
      { code: '232700', name: '大兴安岭地区' },
    ],
    universities: [
      university('10213', '哈尔滨工业大学', '230100', 'AERO NEW_MATERIAL DIGITAL HIGH_EQUIP'),
      university('10217', '哈尔滨工程大学', '230100', 'BEIDOU HIGH_EQUIP NEW_ENERGY'),
      university('10214', '哈尔滨理工大学', '230100', 'OPTO_INFO NEW_ENERGY HIGH_EQUIP'),
      university('10224', '东北农业大学', '230100', 'GRAIN FOOD AGRI_EQUIP'),
      university('10225', '东北林业大学', '230100', 'ENV NEW_MATERIAL LIFE_HEALTH'),
      university('10220', '东北石油大学', '230600', 'PETROCHEM NEW_ENERGY'),
      university('10222', '佳木斯大学', '230800', 'LIFE_HEALTH AGRI_EQUIP'),
    ],
  },
  LIAONING: {
    province: 'LIAONING',
    code: '21',
    zh: '辽宁省',
    cities: [
      { code: '210100', name: '沈阳市', zone: '沈阳高新技术产业开发区' },
      { code: '210200', name: '大连市', zone: '大连高新技术产业园区' },
      { code: '210300', name: '鞍山市', zone: '鞍山高新技术产业开发区' },
      { code: '210400', name: '抚顺市' },
      { code: '210500', name: '本溪市', zone: '本溪高新技术产业开发区' },
      { code: '210600', name: '丹东市' },
      { code: '210700', name: '锦州市', zone: '锦州高新技术产业开发区' },
      { code: '210800', name: '营口市', zone: '营口高新技术产业开发区' },
      { code: '210900', name: '阜新市', zone: '阜新高新技术产业开发区' },
      { code: '211000', name: '辽阳市', zone: '辽阳高新技术产业开发区' },
      { code: '211100', name: '盘锦市' },
      { code: '211200', name: '铁岭市' },
      { code: '211300', name: '朝阳市' },
      { code: '211400', name: '葫芦岛市' },
    ],
    universities: [
      university('10145', '东北大学', '210100', 'STEEL DIGITAL HIGH_EQUIP'),
      university('10141', '大连理工大学', '210200', 'PETROCHEM HIGH_EQUIP NEW_MATERIAL LIFE_HEALTH'),
      university('10142', '沈阳工业大学', '210100', 'NEW_ENERGY HIGH_EQUIP'),
      university('10143', '沈阳航空航天大学', '210100', 'AERO DIGITAL'),
      university('10146', '辽宁科技大学', '210300', 'STEEL NEW_MATERIAL'),
      university('10157', '沈阳农业大学', '210100', 'GRAIN AGRI_EQUIP FOOD'),
      university('10152', '大连工业大学', '210200', 'FOOD NEW_MATERIAL'),
      university('10159', '中国医科大学', '210100', 'LIFE_HEALTH'),
    ],
  },
}

function university(moeCode: string, name: string, city: string, fields: string): University {
  return { moeCode, name, city, fields: fields.split(' ') }
}
