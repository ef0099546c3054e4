import { parse } from 'graphql'
import type { Reach } from '#schema/egress.ts'
import type { SigningKeys } from '#schema/signature.ts'
import { createAsker, dataOf } from './ask.ts'
import { type Check, type CheckCode, checkTitles, NothingToCheck, NotKept } from './check.ts'
import { checkBatch, checkOrder, checkUnknown, type KnownKeys } from './entities.ts'
import { checkNonsense } from './nonsense.ts'
import { entityTypesOf } from './representations.ts'
import { compareSdl, readRunningSdl } from './running-schema.ts'
import { checkSignature } from './signature.ts'

export interface ConformanceReport {
  readonly subgraph: string
  /** Whether nothing failed. */
  readonly passed: boolean
  readonly checks: readonly Check[]
}

/** Looks whether a running subgraph keeps the contract with the gateway. Throws nothing of the subgraph's doing. */
export async function checkConformance(
  subgraph: {
    readonly name: string
    readonly url: string
    /** The whole SDL as published. */
    readonly sdl: string
  },
  options: {
    /** Addresses that may be asked. */
    readonly reach: Reach
    /** Keys the gateway signs with; without, signatures are not looked at. */
    readonly keys?: SigningKeys
    /** Milliseconds one answer may take. */
    readonly timeout?: number
    /** Keys of real entities; without, order is seen on made-up ones only. */
    readonly known?: KnownKeys
    /** Looks at its schema only, and sends it no entities and no nonsense. */
    readonly schemaOnly?: boolean
  },
): Promise<ConformanceReport> {
  const { keys = [], timeout = 3_000, known = {} } = options
  const checks: Check[] = []
  const look = async (code: CheckCode, work: () => Promise<void> | void) => {
    const started = performance.now()
    const came = await outcomeOf(work)
    checks.push({ code, title: checkTitles[code], ms: Math.round(performance.now() - started), ...came })
    return came.outcome === 'PASSED'
  }
  const published = parse(subgraph.sdl)
  const types = entityTypesOf(published)
  let asker: ReturnType<typeof createAsker> | undefined

  const answers = await look('ANSWERS', async () => {
    asker = createAsker(subgraph, { ...options, keys, timeout })
    dataOf(await asker.ask('{ __typename }'))
  })
  if (answers && asker) {
    const running = asker
    await look('RUNS_WHAT_IT_PUBLISHED', async () => compareSdl(published, await readRunningSdl(running)))
    if (options.schemaOnly) {
      await running.close()
      return reportOf(subgraph.name, checks)
    }
    await look('ENTITIES_IN_ORDER', () => checkOrder(running, types, known))
    await look('ENTITIES_BATCHED', () => checkBatch(running, types, known))
    await look('UNKNOWN_KEYS_NULL', () => checkUnknown(running, types))
    await look('REFUSES_NONSENSE', () => checkNonsense(running))
    await look('SIGNATURE', () => checkSignature(running, keys))
  } else {
    for (const code of (Object.keys(checkTitles) as CheckCode[]).slice(1)) await look(code, notReached)
  }
  await asker?.close()
  return reportOf(subgraph.name, checks)
}

function reportOf(subgraph: string, checks: readonly Check[]): ConformanceReport {
  return { subgraph, passed: checks.every(({ outcome }) => outcome !== 'FAILED'), checks }
}

const marks = { PASSED: '通过', FAILED: '未通过', SKIPPED: '未检查' } as const

/** The report as a person reads it. */
export function printConformance({ subgraph, passed, checks }: ConformanceReport): string {
  const lines = checks.flatMap(({ code, title, outcome, ms, problem, reason }) => [
    `  ${marks[outcome]}  ${code}  ${title}（${ms} 毫秒）`,
    ...(reason ? [`    ${reason.zh}`, `    ${reason.en}`] : []),
    ...(problem
      ? [`    ${problem.zh}`, `    ${problem.en}`, `    改法：${problem.fix.zh}`, `    Fix: ${problem.fix.en}`]
      : []),
  ])
  return [`子图 ${subgraph}：${passed ? '符合约定' : '不符合约定'}`, ...lines].join('\n')
}

async function outcomeOf(work: () => Promise<void> | void): Promise<Pick<Check, 'outcome' | 'problem' | 'reason'>> {
  try {
    await work()
    return { outcome: 'PASSED' }
  } catch (error) {
    if (error instanceof NotKept) return { outcome: 'FAILED', problem: error.problem }
    if (error instanceof NothingToCheck) return { outcome: 'SKIPPED', reason: error.reason }
    throw error
  }
}

function notReached(): never {
  throw new NothingToCheck({ zh: '子图没有应答。', en: 'The subgraph did not answer.' })
}
