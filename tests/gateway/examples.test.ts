import { readdir, readFile } from 'node:fs/promises'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { checkDocument, defaultLimits } from '../../gateway/limits/limits.ts'

const folder = new URL('../../gateway/examples/', import.meta.url)
const api = buildSchema(await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8'))
const examples = await Promise.all(
  (await readdir(folder)).map(async (name) => ({ name, text: await readFile(new URL(name, folder), 'utf8') })),
)

it.each(examples)('$name fits the graph and its limits, and says in both languages what it asks', ({ text }) => {
  const { refusal, checkVariables } = checkDocument(text, defaultLimits)
  expect({
    errors: validate(api, parse(text)).map(({ message }) => message),
    refusal: refusal ?? checkVariables({}),
    languages: /^# .*\p{Script=Han}.*\n# [\x20-\x7e]+\n/u.test(text),
  }).toEqual({ errors: [], refusal: undefined, languages: true })
})
