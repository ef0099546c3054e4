import { checkTitles } from '../../conformance/check.ts'
import type { Report } from '../door.ts'
import { printProblem } from '../problem.ts'
import { rules } from '../rules/rules.ts'

/** A report as build servers read it: a test case for every rule, the composition, the clients and each promise of the running subgraph. */
export function junitReport({ subgraph, problems, breaks, conformance }: Report): string {
  const known = new Set([...rules.map(({ code }) => code), ...Object.keys(checkTitles)])
  const cases = [
    ...rules.map(({ code }) =>
      testCase(
        'rules',
        code,
        messagesOf((it) => it === code),
      ),
    ),
    testCase(
      'composition',
      'COMPOSITION',
      messagesOf((it) => !known.has(it)),
    ),
    testCase(
      'clients',
      'CLIENTS',
      breaks.map(({ coordinate, client, version, operation, count }) => {
        return `${coordinate} ${client || '未署名的客户端'} ${version} ${operation} ×${count}`
      }),
    ),
    ...conformance.map(({ code, outcome }) => {
      return testCase(
        'conformance',
        code,
        messagesOf((it) => it === code),
        outcome === 'SKIPPED',
      )
    }),
  ]
  const failures = cases.filter(({ failed }) => failed).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="lianku subgraph ${escaped(subgraph)}" tests="${cases.length}" failures="${failures}">`,
    ...cases.map(({ text }) => text),
    '</testsuite>',
    '',
  ].join('\n')

  function messagesOf(isOne: (code: string) => boolean): readonly string[] {
    return problems.filter(({ code }) => isOne(code)).map(printProblem)
  }
}

function testCase(group: string, name: string, messages: readonly string[], isSkipped = false) {
  const attributes = `classname="${group}" name="${escaped(name)}"`
  if (messages.length === 0) {
    const text = isSkipped ? `  <testcase ${attributes}><skipped/></testcase>` : `  <testcase ${attributes}/>`
    return { failed: false, text }
  }
  const failure = `<failure message="${escaped(messages[0]!.split('\n')[0]!)}">${escaped(messages.join('\n\n'))}</failure>`
  return { failed: true, text: `  <testcase ${attributes}>${failure}</testcase>` }
}

/** Also without the characters that XML 1.0 has no way to write. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`)
}
