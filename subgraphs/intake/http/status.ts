import type { Intake, IntakeState } from '../intakes.ts'
import { printReport } from '../print.ts'

/** An intake as its sender reads it: how it stands in a word, the report in full and as a text. */
export function describeIntake({ target, marked, report, ...intake }: Intake) {
  const path = `/libraries/${target}/intakes/${intake.id}`
  return {
    id: intake.id,
    library: target,
    state: intake.state,
    label: labels[intake.state],
    dryRun: intake.dryRun,
    createdAt: intake.createdAt,
    finishedAt: intake.finishedAt,
    rows: intake.rows,
    files: intake.files,
    error: intake.error,
    marked: (marked?.names ?? []).map((name) => ({ name, path: `${path}/marked/${encodeURIComponent(name)}` })),
    notices: marked?.notices ?? [],
    text: report && printReport(report),
    report,
  }
}

const labels: Readonly<Record<IntakeState, string>> = {
  QUEUED: '已收到，等待处理',
  RUNNING: '正在处理',
  DONE: '处理完毕',
  HELD: '整批暂缓，待人工确认',
  REFUSED: '未接收',
  FAILED: '平台内部出错，未写入，请重新提交',
}
