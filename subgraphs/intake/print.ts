import { flags } from '#schema/flags.ts'
import { clockTime } from '../clock.ts'
import type { Difference } from './diff.ts'
import type { PastRelease } from './history.ts'
import type { Doubt, LibraryReport, ReleaseSummary, Report } from './report.ts'

/** A report as a clerk reads it. */
export function printReport({ style, libraries, notices }: Report): string {
  const parts = libraries.map(printLibrary)
  if (notices.length > 0) parts.push(`说明\n${notices.map((notice) => `  ${notice}`).join('\n')}`)
  return [`格式 ${style}`, ...parts].join('\n\n')
}

/** One release in one line. */
export function printRelease(release: ReleaseSummary): string {
  const { id, state, read, inserted, changed, unchanged, refused, held, removed, reidentified, rows } = release
  const renamed = reidentified > 0 ? `，内容未变而改编号 ${reidentified}` : ''
  return (
    `${id} ${states[state]}：读入 ${read} = 新增 ${inserted} + 变更 ${changed} + 未变 ${unchanged} + ` +
    `拒收 ${refused} + 待确认 ${held}；移除 ${removed}${renamed}；公开在用 ${rows}`
  )
}

/** The history of a library, one release a line. */
export function printReleases(releases: readonly PastRelease[]): string {
  if (releases.length === 0) return '尚无批次。'
  return releases
    .map((release) => {
      const from = release.restores ? `（内容取自 ${release.restores}）` : ''
      return `${clockTime(release.createdAt)} ${printRelease(release)}${from}`
    })
    .join('\n')
}

/** What a release changed, one record a line, changed fields with their content before and after. */
export function printDifferences(differences: readonly Difference[]): string {
  if (differences.length === 0) return '与前一批相同。'
  return differences
    .map(({ kind, localId, change, fields, before, after }) => {
      const shown = fields.map((name) => `${name} ${JSON.stringify(before?.[name])} → ${JSON.stringify(after?.[name])}`)
      return `${changes[change]} ${kind} ${localId}${change === 'CHANGED' ? `：${shown.join('；')}` : ''}`
    })
    .join('\n')
}

const changes = { INSERTED: '新增', CHANGED: '变更', REMOVED: '移除' } as const
const states = { IN_FORCE: '已生效', SUPERSEDED: '已被替换', HELD: '待确认，未生效', DECLINED: '未采用' } as const

function printLibrary({ library, read, skipped, refused, release, counts, doubts, more }: LibraryReport): string {
  const lines = [release ? printRelease(release) : `${library}：读入 ${read}，其中拒收 ${refused}（试读，未写入）`]
  if (skipped > 0) lines.push(`  合计行、重复表头 ${skipped} 行未计入`)
  if (release?.state === 'HELD') {
    lines.push(
      `  本批将移除 ${release.removed} 条${release.reidentified > 0 ? `、改编号 ${release.reidentified} 条` : ''}，超过限度，已整批暂缓；用 lianku diff ${library} ${release.id} 查看，确认无误后执行 lianku confirm ${library} ${release.id}`,
    )
  }
  for (const [code, count] of Object.entries(counts)) {
    lines.push(`  ${code} ${count} 处：${flags[code as keyof typeof flags].zh}`)
  }
  for (const doubt of doubts) lines.push(`    ${printDoubt(doubt)}`)
  if (more > 0) lines.push(`    另有 ${more} 处未列出`)
  return lines.join('\n')
}

function printDoubt({ file, sheet, row, address, column, code, message, original, interpreted }: Doubt): string {
  const place = [file, sheet, address ?? (row > 0 ? `第 ${row} 行` : undefined), column].filter(Boolean).join(' ')
  const came = original === undefined ? '' : ` 原值「${original}」`
  const taken = interpreted === undefined ? '' : ` 理解为「${interpreted}」`
  return `${place} ${code} ${message}${came}${taken}`
}
