import { provinces } from '#schema/provinces.ts'
import { finding, lowered, type Rule } from './rule.ts'

/** A subgraph has a name of its own, and so a namespace of its own. */
export const nameRule: Rule = {
  code: 'SUBGRAPH_NAME',
  *check({ name }, { memberNames, hub }) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 32) {
      yield finding(undefined, {
        zh: `子图名称「${name.slice(0, 80)}」的写法不正确。`,
        en: `"${name.slice(0, 80)}" is no name for a subgraph.`,
        fixZh: '用小写字母开头的小写字母和数字，词间用连字符，最多 32 个字符，例如 jilin、jilin-agri。',
        fixEn: 'Use lower case letters and digits, words joined by hyphens, 32 characters at most: jilin, jilin-agri.',
      })
      return
    }
    const letters = provinces.find((it) => it.letters.toLowerCase() === name)
    const prefixes = prefixesOf(name)
    const neighbors = memberNames.filter((other) => other !== name)
    const clash = neighbors.find((other) => prefixesOf(other).some((prefix) => prefixes.includes(prefix)))
    if (reserved.has(name) || letters || clash || hub(prefixes[0]!)) {
      yield finding(undefined, {
        zh: clash ? `名称「${name}」与子图 ${clash} 的前缀相同。` : `名称「${name}」是保留的。`,
        en: clash ? `The prefix of "${name}" belongs to subgraph ${clash}.` : `The name "${name}" is reserved.`,
        fixZh: '换一个名称，例如省名的拼音，或省名加部门。',
        fixEn: 'Take another name, such as that of the province, or of the province and the department.',
      })
    }
  },
}

const reserved: ReadonlySet<string> = new Set(['hub', 'lianku', 'gateway', 'supergraph', 'house', 'record', 'node'])

/** What a subgraph's types may begin with: the letters of the province it is named after, and its whole name. */
export function prefixesOf(name: string): readonly string[] {
  const whole = name
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
  const province = provinces.find((it) => it.name.toLowerCase().replaceAll('_', '-') === name)
  return province ? [province.letters[0] + province.letters.slice(1).toLowerCase(), whole] : [whole]
}

/** The same for root fields. */
export function fieldPrefixesOf(prefixes: readonly string[]): readonly string[] {
  return prefixes.map(lowered)
}
