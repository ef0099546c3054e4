/** One promise of the contract, and whether a running subgraph keeps it. */
export interface Check {
  readonly code: CheckCode
  readonly title: string
  readonly outcome: 'PASSED' | 'FAILED' | 'SKIPPED'
  /** Milliseconds it took. */
  readonly ms: number
  /** Why it failed. */
  readonly problem?: Shortcoming
  /** Why it was skipped. */
  readonly reason?: Sentence
}

/** The same in both languages. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** What is wrong, and what to do about it, in both languages. */
export interface Shortcoming extends Sentence {
  readonly fix: Sentence
}

/** Every promise, in the order it is looked at. */
export const checkTitles = {
  ANSWERS: '在约定的地址按时应答',
  RUNS_WHAT_IT_PUBLISHED: '运行中的模式与发布的 SDL 一致',
  ENTITIES_IN_ORDER: '_entities 按所问顺序应答，多种类型混合时也是',
  ENTITIES_BATCHED: '一次请求 100 个实体，按时应答',
  UNKNOWN_KEYS_NULL: '没有的键得到空，不报错',
  REFUSES_NONSENSE: '请求有误时报错，不中断服务，不透露内部信息',
  SIGNATURE: '接受正确的签名，拒绝错误的、过期的和重复的',
} as const

export type CheckCode = keyof typeof checkTitles

/** Thrown where a promise is not kept. */
export class NotKept extends Error {
  override name = 'NotKept'
  readonly problem: Shortcoming

  constructor(problem: Shortcoming) {
    super(problem.en)
    this.problem = problem
  }
}

/** Thrown where there is nothing to look at. */
export class NothingToCheck extends Error {
  override name = 'NothingToCheck'
  readonly reason: Sentence

  constructor(reason: Sentence) {
    super(reason.en)
    this.reason = reason
  }
}
