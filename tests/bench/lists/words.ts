import { fields } from '../../../samples/fields.ts'
import { type Random, randomOf } from '../../../samples/random.ts'
import { disciplines } from '../../../schema/codes/disciplines.ts'
import { industries } from '../../../schema/codes/industries.ts'
import { ipc } from '../../../schema/codes/ipc.ts'

const size = 5_000
// As in titles of real patents, 9,736 of them: rank 10 stands in 10.3 % of them, rank 100 in 1.0 %, rank 1,000 in 0.10 %.
const flatness = 3

/** Words of invented texts, the commonest first: those of the samples and of the code lists, then models, `KX208`. */
export const vocabulary: readonly string[] = invent()

/** A word as texts draw it, one of rank r about as often as 1/r says. */
export function drawWord(random: Random): string {
  const drawn = random.next() * sums.at(-1)!
  let low = 0
  let high = size - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! < drawn) low = middle + 1
    else high = middle
  }
  return vocabulary[low]!
}

const sums: number[] = []
for (let rank = 0; rank < size; rank++) sums.push((sums.at(-1) ?? 0) + 1 / (rank + flatness))

function invent(): string[] {
  const random = randomOf('words of a million')
  const texts = [
    ...fields.flatMap(({ products, features, objects }) => [...products, ...features, ...objects]),
    ...[industries, ipc, disciplines].flatMap(({ entries }) => entries.map(({ zh }) => zh)),
  ]
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const known = texts.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment))
  const shuffled = [...new Set(known)]
    .filter((word) => word.length > 1)
    .map((word) => ({ word, place: random.next() }))
    .sort((one, other) => one.place - other.place)
  const words = new Set(shuffled.map(({ word }) => word))
  const letter = () => String.fromCharCode(65 + random.int(0, 25))
  while (words.size < size) words.add(`${letter()}${letter()}${random.int(100, 999)}`)
  return [...words]
}
