import type { Severity } from '#schema/flags.ts'
import type { Doubt } from '../report.ts'

/** A doubt in one sentence, as it stands in a comment or beside a row. */
export function wording({ code, message, original, interpreted }: Doubt): string {
  const came = original === undefined ? '' : `原值「${original}」。`
  const taken = interpreted === undefined ? '' : `理解为「${interpreted}」。`
  return `${message}${came}${taken}（${code}）`
}

export const severities: Readonly<Record<Severity, string>> = {
  BLOCK: '拒收',
  ERROR: '错误',
  WARN: '存疑',
  INFO: '提示',
}

/** The weightiest of several. */
export function heaviest(found: readonly Severity[]): Severity {
  return (['BLOCK', 'ERROR', 'WARN', 'INFO'] as const).find((one) => found.includes(one)) ?? 'INFO'
}
