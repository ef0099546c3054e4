import { type Measured, measure } from './lists/measure.ts'
import { planMillion } from './lists/million.ts'
import { questions } from './lists/questions.ts'
import { openWorld } from './lists/world.ts'

/*
 * Every kind of list in process against hand-written SQL that returns the same rows as JSON, in turns in one run:
 * `npm run bench`, `npm run bench -- large`; `npm run bench -- million` prints the plans of pages of a million records. ROUNDS and REQUESTS say how long, ONLY which (a part of the name).
 */

const [asked = 'medium'] = process.argv.slice(2)
if (asked !== 'medium' && asked !== 'large' && asked !== 'million') {
  throw new TypeError(`Say medium, large or million; got ${asked}.`)
}
const rounds = Number(process.env.ROUNDS ?? 9)
const requests = Number(process.env.REQUESTS ?? 200)
const only = process.env.ONLY ?? ''

const world = await openWorld(asked === 'million' ? 'small' : asked)
try {
  if (asked === 'million') await planMillion(world)
  else await compareLists()
} finally {
  await world.close()
}

async function compareLists() {
  const measured: Measured[] = []
  for (const question of questions.filter(({ name }) => name.includes(only))) {
    measured.push(await measure(world, question, { rounds, requests }))
  }
  console.log(
    `${rounds} rounds of ${requests} requests each, in turns; ratios are the house's figure over the row's.\n`,
  )
  console.log(table(measured))
}

function table(measured: readonly Measured[]): string {
  const head = ['list', 'who', 'median ms', 'ratio', 'CPU ms', 'CPU ratio']
  const lines = measured.flatMap(({ question, rows }) =>
    rows.map(({ who, ms, cpu, msRatio, cpuRatio }, at) => [
      at === 0 ? question : '',
      who,
      ms.toFixed(2),
      at === 0 ? '' : msRatio.toFixed(2),
      cpu === null ? '' : cpu.toFixed(2),
      at === 0 || cpuRatio === null ? '' : cpuRatio.toFixed(2),
    ]),
  )
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}
