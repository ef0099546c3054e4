import { type SigningKeys, signatureHeader, signatureWindowMs, signRequest, viewerHeader } from '#schema/signature.ts'
import { anyone } from '#schema/viewer.ts'
import { type Asker, dataOf } from './ask.ts'
import { NothingToCheck, NotKept } from './check.ts'

/** A subgraph believes what the gateway signed, once and in time, and nothing that only looks like it. */
export async function checkSignature(asker: Asker, keys: SigningKeys): Promise<void> {
  const [key] = keys
  if (!key) {
    throw new NothingToCheck({
      zh: '没有签名密钥（SUBGRAPH_KEYS）。',
      en: 'There are no keys to sign with (SUBGRAPH_KEYS).',
    })
  }
  const { name: subgraph, path } = asker
  const body = JSON.stringify({ query: '{ __typename }' })
  const right = { subgraph, method: 'POST', path, body }
  const sign = (request = right, now?: number) => signRequest(request, anyone, keys, now)

  const once = sign()
  dataOf(await asker.send(body, once))
  const wrong: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'used before': once,
    'of another key': signRequest(right, anyone, [{ id: key.id, secret: '0'.repeat(43) }]),
    'of an unknown key': signRequest(right, anyone, [{ id: 'unknown-key', secret: key.secret }]),
    'of another body': sign({ ...right, body: `${body} ` }),
    'of another subgraph': sign({ ...right, subgraph: `${subgraph}-other` }),
    'of another path': sign({ ...right, path: `${path}?other` }),
    'of another viewer': { ...sign(), [viewerHeader]: operator },
    'too old': sign(right, Date.now() - 2 * signatureWindowMs),
    'of the future': sign(right, Date.now() + 2 * signatureWindowMs),
    'cut short': { ...sign(), [signatureHeader]: sign()[signatureHeader]!.slice(0, -1) },
    'not one': { ...sign(), [signatureHeader]: 'v1' },
  }
  for (const [what, headers] of Object.entries(wrong)) {
    const { data } = await asker.send(body, headers)
    if (data) throw believed(what)
  }
}

const operator = Buffer.from(JSON.stringify({ role: 'OPERATOR' })).toString('base64url')

function believed(what: string): NotKept {
  return new NotKept({
    zh: `接受了错误的签名（${what}）。`,
    en: `A wrong signature was accepted: one ${what}.`,
    fix: {
      zh: '对请求正文的原始字节逐项核验：密钥、时间（前后 30 秒）、一次性随机数、子图名、方法、路径、正文摘要和访问者；可照抄脚手架中的核验代码。',
      en: 'Verify over the raw bytes: key, time (30 s either way), a nonce used once, subgraph, method, path, digest of the body, viewer; the scaffold has code for it.',
    },
  })
}
