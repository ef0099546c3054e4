import { type Answer, type Asker, dataOf } from './ask.ts'
import { NotKept } from './check.ts'

/** Wrong questions are answered with an error, tell nothing of the inside, and leave the subgraph running. */
export async function checkNonsense(asker: Asker): Promise<void> {
  const wrong: readonly (readonly [string, () => Promise<Answer>])[] = [
    ['not JSON', () => asker.send('{"query": ', {})],
    ['no query', () => asker.send('{}', {})],
    ['a syntax error', () => asker.ask('{ __typename')],
    ['an unknown field', () => asker.ask('{ noSuchFieldOfThisSubgraph }')],
    [
      'an unknown type',
      () =>
        asker.ask('query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', {
          r: [{ __typename: 'NoSuchTypeOfThisSubgraph', id: '1' }],
        }),
    ],
  ]
  for (const [what, send] of wrong) {
    const answer = await send()
    const isRefused = answer.status >= 400 || answer.errors.length > 0
    // Of a type it does not know, null is as good an answer as an error.
    const isNull =
      answer.data &&
      Object.values(answer.data)
        .flat()
        .every((it) => it === null)
    if (!isRefused && !isNull) throw accepted(what)
    if (tellsOfItsInside(answer)) throw talkative(what)
  }
  dataOf(await asker.ask('{ __typename }'))
}

function tellsOfItsInside({ text, errors }: Answer): boolean {
  const stack = errors.some(({ extensions }) => {
    const keys = typeof extensions === 'object' && extensions !== null ? Object.keys(extensions) : []
    return keys.some((key) => /^(stacktrace|stack|exception)$/.test(key))
  })
  return stack || /Traceback \(most recent call last\)|\n\s+at .+:\d+:\d+/.test(text)
}

function accepted(what: string): NotKept {
  return new NotKept({
    zh: `请求有误（${what}）却没有报错。`,
    en: `A wrong request (${what}) was not refused.`,
    fix: {
      zh: '按 GraphQL 规范校验请求，报告 errors。',
      en: 'Validate requests as GraphQL says, and answer with errors.',
    },
  })
}

function talkative(what: string): NotKept {
  return new NotKept({
    zh: `报错（${what}）中带有调用栈。`,
    en: `The error (${what}) shows a stack trace.`,
    fix: {
      zh: '生产环境关闭调用栈，例如 NODE_ENV=production。',
      en: 'Turn stack traces off, for example by NODE_ENV=production.',
    },
  })
}
