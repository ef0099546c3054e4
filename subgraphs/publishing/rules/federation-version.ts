import { type ConstDirectiveNode, Kind } from 'graphql'
import { isNamed, textArgument } from '../definitions.ts'
import { finding, type Rule } from './rule.ts'

/**
 * One link to Federation 2, under its own names. Without a link everything is shareable; renamed, a directive would not
 * be known again by the other rules.
 */
export const federationVersionRule: Rule = {
  code: 'FEDERATION_VERSION',
  *check({ document }) {
    const schemas = document.definitions.filter(
      (node) => node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION,
    )
    const links = schemas.flatMap(({ directives = [] }) => directives.filter(isLink))
    const federation = links.filter((link) => urlOf(link).includes('/federation/'))
    if (federation.length !== 1) {
      yield finding(federation[1] ?? schemas[0], {
        zh: federation.length === 0 ? '没有声明联邦规范 2.x。' : '联邦规范声明了不止一次。',
        en: federation.length === 0 ? 'No link to Federation 2 is declared.' : 'Federation is linked more than once.',
        fixZh: `写一次：${example}`,
        fixEn: `Write once: ${example}`,
      })
    }
    for (const link of links) {
      const url = urlOf(link)
      if (!allowed.test(url)) {
        yield finding(link, {
          zh: `不支持规范「${url}」。`,
          en: `The specification "${url}" is not supported.`,
          fixZh: '只用 https://specs.apollo.dev/federation/v2.0 到 v2.9。',
          fixEn: 'Use https://specs.apollo.dev/federation/v2.0 to v2.9 only.',
        })
      }
      if (renames(link)) {
        yield finding(link, {
          zh: '@link 给规范或指令改了名。',
          en: 'A @link renames a specification or a directive.',
          fixZh: '去掉 as，按原名使用。',
          fixEn: 'Drop `as`, and use them by their own names.',
        })
      }
    }
  },
}

const example =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@external", "@requires"])'
const allowed = /^https:\/\/specs\.apollo\.dev\/(federation\/v2\.[0-9]|link\/v1\.0)\/?$/

function isLink(directive: ConstDirectiveNode): boolean {
  return isNamed('link')(directive) || isNamed('core')(directive)
}

function urlOf(link: ConstDirectiveNode): string {
  return textArgument(link, 'url') || textArgument(link, 'feature')
}

function renames(link: ConstDirectiveNode): boolean {
  if (link.arguments?.some(({ name }) => name.value === 'as')) return true
  const list = link.arguments?.find(({ name }) => name.value === 'import')?.value
  return list?.kind === Kind.LIST && list.values.some((value) => value.kind !== Kind.STRING)
}
