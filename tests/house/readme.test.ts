import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { variableNames } from '#schema/config.ts'
import { type House, openHouse } from '../journeys/house.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const english = read('README.md')
const chinese = read('README.zh.md')
const contributing = read('CONTRIBUTING.md')
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

/** Code blocks of a language, in order. */
function blocks(text: string, language: string): string[] {
  return Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')), ([, block]) => block!)
}

/** First cells of all tables: variables, commands, places. */
function firstCells(text: string): string[] {
  return Array.from(text.matchAll(/^\| `([^`]+)` +\|/gm), ([, cell]) => cell!)
}

describe.each([
  ['README.md', english],
  ['README.zh.md', chinese],
])('%s', (_, text) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse('in one process')
  })
  afterAll(() => house?.close())

  it('prints the answer its first query gets', async () => {
    const [query] = blocks(text, 'graphql')
    const [answer] = blocks(text, 'json')
    expect(await house.ask(query!)).toEqual(JSON.parse(answer!))
  })

  it('explains every variable the hub reads, and none besides', () => {
    const explained = firstCells(text).filter((cell) => /^[A-Z_]+$/.test(cell))
    expect(explained.toSorted()).toEqual([...variableNames].toSorted())
  })
})

it('names only commands there are', () => {
  const named = [english, chinese, contributing].flatMap((text) =>
    Array.from(text.matchAll(/npm run (?:-s )?([\w:]+)/g), ([, script]) => script!),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((script) => !(script in scripts))).toEqual([])
})

it('says in CONTRIBUTING.md how to run every bench and every slow test', () => {
  const measuring = Object.keys(scripts).filter((script) => /^(bench|test:)/.test(script))
  expect(measuring.filter((script) => !contributing.includes(`npm run ${script}`))).toEqual([])
})

it('says the same in both languages: commands, places, variables and blocks', () => {
  expect(firstCells(chinese)).toEqual(firstCells(english))
  for (const language of ['sh', 'graphql', 'json', 'mermaid', 'console']) {
    expect(blocks(chinese, language)).toEqual(blocks(english, language))
  }
})
