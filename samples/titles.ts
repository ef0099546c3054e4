import type { Field } from './fields.ts'
import type { Random } from './random.ts'

/** Title of an achievement or project: 面向寒区应用的低功耗硅光芯片封装工艺. */
export function achievementTitle(field: Field, random: Random): string {
  return `${random.chance(0.4) ? `面向${random.pick(scenes)}的` : ''}${subject(field, random)}`
}

/** Title of a patent, in the manner of the claims: 一种小型化激光雷达标定装置. */
export function patentTitle(field: Field, random: Random): string {
  const title = subject(field, random)
  return random.chance(0.7) ? `一种${title}` : `${title}及其应用`
}

/** Title of a technical demand: 热轧带钢边裂频发问题攻关. */
export function demandTitle(field: Field, random: Random): string {
  if (random.chance(0.5)) return `${random.pick(field.objects)}${random.pick(field.troubles)}问题攻关`
  return `${subject(field, random)}${random.pick(['研制', '开发', '升级改造'])}`
}

/** What an enterprise complains of, in two sentences. */
export function demandText(field: Field, random: Random): string {
  const share = random.int(5, 30)
  return `我公司在${random.pick(field.objects)}生产中${random.pick(field.troubles)}，影响约${share}%的订单。希望与高校合作开发${subject(field, random)}，先完成小批量验证，再转入批量应用。`
}

/** Key indicators of a demand: numbered, separated by a Chinese semicolon. */
export function indicators(random: Random): string {
  return `1.合格率不低于${random.int(90, 99)}%；2.单位能耗下降${random.int(5, 25)}%；3.连续运行${random.int(5, 30) * 100}小时无故障`
}

/** Abstract of an achievement. */
export function abstractText(field: Field, title: string, random: Random): string {
  return `针对${random.pick(field.objects)}${random.pick(field.troubles)}的问题，形成“${title}”，已在${random.int(1, 6)}家单位试用，指标提升${random.int(8, 45)}%。`
}

/** Up to `count` lines of research: 激光雷达标定. */
export function directions(field: Field, count: number, random: Random): string[] {
  return random
    .some(field.objects, count)
    .map((object) => `${object}${random.pick(['设计', '建模与控制', '可靠性', '检测'])}`)
}

const scenes = '寒区应用 中小企业 老旧产线改造 海洋环境 边远地区 大规模量产 丘陵山区 无人值守 高原 应急保障'.split(' ')

function subject(field: Field, random: Random): string {
  return `${random.pick(field.features)}${random.pick(field.objects)}${random.pick(field.products)}`
}
