import { type ConstDirectiveNode, Kind, visit } from 'graphql'
import { directiveName } from '../definitions.ts'
import { type Finding, finding, type Rule } from './rule.ts'

/** Directives that reach into what others own, wherever they stand. */
export const forbiddenDirectivesRule: Rule = {
  code: 'DIRECTIVE_FORBIDDEN',
  check({ document }) {
    const found: Finding[] = []
    visit(document, {
      Directive(node) {
        const name = directiveName(node as ConstDirectiveNode)
        const reason = forbidden[name]
        if (!reason) return
        found.push(
          finding(node, {
            zh: `省级子图不能用 @${name}：${reason[0]}。`,
            en: `A province's subgraph may not use @${name}: ${reason[1]}.`,
            fixZh: `去掉 @${name}。确需调整归属的，请与平台商定。`,
            fixEn: `Remove @${name}. To move a field to another owner, agree on it with the hub.`,
          }),
        )
      },
      DirectiveDefinition(node) {
        if (!node.locations.some(({ value }) => executable.test(value))) return
        found.push(
          finding(node, {
            zh: `省级子图不能定义查询中使用的指令 @${node.name.value}。`,
            en: `A province's subgraph may not define @${node.name.value}, a directive of queries.`,
            fixZh: '删去这个定义，需要的选项写成字段的参数。',
            fixEn: 'Remove the definition; make what it asks an argument of a field.',
          }),
        )
      },
    })
    for (const node of document.definitions) {
      if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue
      for (const directive of node.directives ?? []) {
        if (['link', 'core', 'composeDirective'].includes(directiveName(directive))) continue
        found.push(
          finding(directive, {
            zh: `schema 上不能有 @${directiveName(directive)}，它对整个图有效。`,
            en: `@${directiveName(directive)} on the schema would hold for the whole graph.`,
            fixZh: '删去它。',
            fixEn: 'Remove it.',
          }),
        )
      }
    }
    return found
  },
}

const forbidden: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  override: ['它会把别人的字段及其流量移到这里', "it moves another's field, and its traffic, here"],
  interfaceObject: ['它会给接口的全部实现添加字段', 'it adds fields to every type of an interface'],
  composeDirective: ['它会改变整个图的指令', 'it changes the directives of the whole graph'],
  provides: ['它会代替别人回答字段', "it answers fields in another's place"],
  context: ['它会把别人的取值传到这里', "it hands others' values over"],
  fromContext: ['它会把别人的取值传到这里', "it hands others' values over"],
}

const executable =
  /^(QUERY|MUTATION|SUBSCRIPTION|FIELD|FRAGMENT_DEFINITION|FRAGMENT_SPREAD|INLINE_FRAGMENT|VARIABLE_DEFINITION)$/
