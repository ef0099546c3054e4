import type { Check } from '../../conformance/check.ts'
import type { Change } from '../diff/api.ts'
import type { Report } from '../door.ts'
import { printProblem } from '../problem.ts'

/** A report as a person reads it. */
export function printReport(report: Report): string {
  const { problems, advice, conformance, breaks, handovers } = report
  return [
    headline(report),
    ...problems.map(printProblem),
    ...section('会中断的用户', breaks, ({ client, version, operation, coordinate, count, lastUsed }) => {
      const who = client === '' ? '未署名的客户端' : `${client} ${version}`.trim()
      return `${coordinate}  ${who}，操作 ${operation}，${count} 次，最近 ${lastUsed}`
    }),
    ...section('公开模式的变化', collapsed(report.changes), (change) => `${levels[change.level]} ${changed(change)}`),
    ...section('取数路径的变化', report.moves, ({ coordinate, from, to }) => {
      return `${coordinate}：${from.join('、') || '无'} → ${to.join('、') || '无'}`
    }),
    ...section(
      '每次请求会交出的字段',
      handovers,
      ({ coordinate, fields, to }) => `${fields} 交给 ${to}，用于 ${coordinate}`,
    ),
    ...section('运行检查', conformance, conformed),
    ...section('建议', advice, ({ places, code, zh }) => `${places[0] ?? ''}  ${code} ${zh}`.trim()),
  ].join('\n')
}

function headline({ subgraph, action, outcome, version, state, problems, breaks }: Report): string {
  const name = version ? `${subgraph}@${version.slice(0, 12)}` : subgraph
  if (outcome === 'IN_FORCE') return `${name} 已${done[action]}，图的第 ${state} 版生效。`
  if (outcome === 'UNCHANGED') return `${name} 已在用，没有变化。`
  if (outcome === 'PASSED') return action === 'DIFF' ? `${name} 带来的变化` : `${name} 检查通过（未发布）。`
  const clients = breaks.length > 0 ? '有用户在用的部分会被移除或改变' : ''
  const reason = problems.length > 0 ? `${problems.length} 处问题` : clients
  return `${name} 未通过：${reason}。图没有变化。`
}

const done = { CHECK: '检查', DIFF: '比较', PUBLISH: '发布', ROLLBACK: '退回', REMOVE: '移除' } as const
const levels = { BREAKING: '破坏', RISKY: '留意', SAFE: '安全' } as const
const kinds = { ADDED: '新增', REMOVED: '移除', CHANGED: '改变' } as const

/** At most so many lines of a section; `--json` has them all. */
const mostLines = 40

function section<T>(title: string, entries: readonly T[], line: (entry: T) => string): string[] {
  if (entries.length === 0) return []
  const shown = entries.slice(0, mostLines).map((entry) => `  ${line(entry)}`)
  const rest = entries.length - shown.length
  return [`${title}：`, ...shown, ...(rest > 0 ? [`  另有 ${rest} 处`] : [])]
}

function changed({ kind, coordinate, before, after }: Change): string {
  if (kind === 'CHANGED') return `${kinds[kind]} ${coordinate}：${before || '（空）'} → ${after || '（空）'}`
  return `${kinds[kind]} ${coordinate}`
}

/** Without the fields of a type that comes or goes as a whole. */
function collapsed(changes: readonly Change[]): readonly Change[] {
  const whole = new Set(
    changes.filter(({ kind }) => kind !== 'CHANGED').map(({ coordinate, kind }) => `${kind} ${coordinate}`),
  )
  return changes.filter(({ coordinate, kind }) => {
    const parent =
      /^(.+)\.\w+$/.exec(coordinate)?.[1] ?? /^(.+)(\(\w+:\)| = \w+| implements \w+)$/.exec(coordinate)?.[1]
    return !parent || !whole.has(`${kind} ${parent}`)
  })
}

function conformed({ code, title, outcome, ms }: Check): string {
  return `${outcomes[outcome]} ${title}（${code}，${ms} 毫秒）`
}

const outcomes = { PASSED: '通过', FAILED: '未通过', SKIPPED: '未检查' } as const
