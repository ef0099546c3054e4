import type { Counted, HealthReport } from './health.ts'

/** The report as a province's office reads it: Chinese first, no scripts, nothing from elsewhere. */
export function healthPage(report: HealthReport): string {
  const { subgraph, gateways, since, asked, uptime, latency, failures, slowest, clients, drift } = report
  const ms = (value: number | null) => (value === null ? '—' : `${value} 毫秒`)
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>子图 ${escaped(subgraph)} 的运行情况</title>
<style>
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
  table { border-collapse: collapse; width: 100%; margin-bottom: 2rem }
  th, td { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left }
  td + td, th + th { text-align: right }
  small { opacity: .7 }
</style>
<h1>子图 ${escaped(subgraph)} 的运行情况</h1>
<p>自北京时间 ${clock(since)} 起，${gateways === null ? '本网关所见' : `${gateways} 个网关合计`}，最长 24 小时。<br><small>As seen by ${gateways === null ? 'this gateway' : `${gateways} gateways`} since then, 24 hours at most.</small></p>
${drift ? published(drift) : ''}
${table(
  ['总览 <small>Overview</small>', ''],
  [
    ['被询问次数 <small>Requests</small>', String(asked)],
    ['可用率（按分钟）<small>Uptime</small>', uptime === null ? '—' : `${(uptime * 100).toFixed(2)}%`],
    ['应答时间，一半不超过 <small>p50</small>', ms(latency.p50)],
    ['95% 不超过 <small>p95</small>', ms(latency.p95)],
    ['99% 不超过 <small>p99</small>', ms(latency.p99)],
  ],
)}
${counts('未应答 <small>Failures</small>', '没有失败。', failures)}
${table(
  ['最慢的字段 <small>Slowest fields</small>', '次数', '平均'],
  slowest.map(({ field, asked, ms }) => [`<code>${escaped(field)}</code>`, String(asked), `${ms} 毫秒`]),
)}
${counts('客户端 <small>Top clients</small>', '没有记录，或无权查看。', clients)}
<p><small>机器可读：<a href="?format=json">?format=json</a></small></p>
</html>
`
}

function published({ checkedAt, problem }: NonNullable<HealthReport['drift']>): string {
  const said = problem
    ? `<strong>不是发布的那一版，或无法确认。</strong>${escaped(problem.zh)}图中仍是发布的那一版。<br><small>${escaped(problem.en)} What was published stays live.</small>`
    : '运行的就是发布的那一版。<br><small>It runs what it published.</small>'
  return `<p>北京时间 ${clock(checkedAt)} 查看：${said}</p>`
}

function clock(at: string): string {
  return new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
}

function counts(title: string, none: string, rows: readonly Counted[]): string {
  const shown = rows.map(({ name, count }) => [escaped(name), String(count)])
  return table([title, '次数'], shown.length > 0 ? shown : [[none, '']])
}

/** Cells are HTML. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table>\n${[row(head, 'th'), ...rows.map((cells) => row(cells, 'td'))].join('\n')}\n</table>`
}

/** Field and client names are others' words. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
