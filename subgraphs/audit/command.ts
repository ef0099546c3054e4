import { type Command, readArguments, wrongArguments } from '../command.ts'
import type { Database } from '../database.ts'
import { type Anchor, auditVerify, type Problem, type Verdict } from './verify.ts'

const usage = `  lianku audit verify [--anchor 序号:摘要]…   核对审计记录是否完整；摘要是以前核对时记下的`

export const auditCommand: Command = {
  usage,
  async run(args, { withHub, print }) {
    const { text, ...verdict } = await withHub(({ database }) => auditVerdict(database, args))
    print(text, verdict)
    return verdict.intact ? 0 : 1
  },
}

/** What `lianku audit verify …` finds, and how to print it. Throws HubError for wrong arguments. */
export async function auditVerdict(
  database: Pick<Database, 'db'>,
  args: readonly string[],
): Promise<Verdict & { readonly text: string }> {
  const verdict = await auditVerify(database, readAnchors(args))
  return { ...verdict, text: print(verdict) }
}

function readAnchors(args: readonly string[]): Anchor[] {
  const { positionals, values } = readArguments(args, usage, {
    anchor: { type: 'string', multiple: true, default: [] },
  })
  if (positionals.join(' ') !== 'verify') throw wrongArguments(usage, positionals.join(' '))
  return values.anchor.map((written) => {
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(written) ?? []
    if (!hash) throw wrongArguments(usage, written)
    return { seq: Number(seq), hash }
  })
}

function print({ intact, count, head, problems }: Verdict): string {
  const anchor = `${head.seq}:${head.hash}`
  if (intact) return `审计完整，共 ${count} 条。请将此行另处保存，下次核对时用 --anchor 给出：\n${anchor}`
  const found = problems.map(({ seq, kind }) => `  第 ${seq} 条：${meanings[kind]}`)
  return `审计被改动，现有 ${count} 条：\n${found.join('\n')}`
}

const meanings: Readonly<Record<Problem['kind'], string>> = {
  ALTERED: '内容与记录时不符',
  UNLINKED: '与前一条不相接',
  MISSING: '缺少',
  HEAD: '末尾与本库登记的不符',
  ANCHOR: '与另处保存的摘要不符',
}
