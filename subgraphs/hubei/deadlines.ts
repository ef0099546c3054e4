import type { HbSpecialAction } from './queries.ts'

/** The action's deadlines, by the end of their months in Beijing; its clause, and the states by which each is met. */
const deadlines = [
  {
    title: '填报技术需求',
    dueOn: '2020-12-31',
    clause: '鄂科技通〔2020〕67号 四(一)',
    met: () => true,
    on: ({ publishedOn }: HbSpecialAction) => publishedOn,
  },
  {
    title: '完成技术对接，签订技术开发合同',
    dueOn: '2021-02-28',
    clause: '鄂科技通〔2020〕67号 四(二)',
    met: ({ hasContract }: HbSpecialAction) => hasContract,
  },
  {
    title: '自主验收并提交总结报告',
    dueOn: '2021-11-30',
    clause: '鄂科技通〔2020〕67号 四(三)',
    met: ({ status }: HbSpecialAction) => status === 'ACCEPTED' || status === 'EVALUATED',
  },
  {
    title: '绩效评价',
    dueOn: '2021-12-31',
    clause: '鄂科技通〔2020〕67号 四(四)',
    met: ({ status }: HbSpecialAction) => status === 'EVALUATED',
  },
]

/** Where a demand stands against each deadline; whether one was met in time shows only where the source has the day. */
export function deadlinesOf(action: HbSpecialAction, now: Date) {
  if (action.status === 'WITHDRAWN') return null
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  return deadlines.map(({ title, dueOn, clause, met, on }) => {
    const isDone = met(action)
    const done = on?.(action)
    return { title, dueOn, clause, isDone, isMissed: isDone ? (done ? done > dueOn : null) : today > dueOn }
  })
}
