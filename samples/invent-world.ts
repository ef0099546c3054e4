import {
  inventAchievement,
  inventDemand,
  inventEnterprise,
  inventLicense,
  inventPatent,
  inventSharedPatent,
  inventTalent,
} from './invent.ts'
import { places, type SampleProvince } from './places.ts'
import { randomOf } from './random.ts'
import type { World } from './world.ts'

/** Records a province has at scale 1. */
export const counts = {
  enterprises: 40,
  talents: 60,
  achievements: 80,
  patents: 60,
  licenses: 25,
  demands: 50,
} as const

/** Patents that every province knows, at scale 1. */
export const sharedPatents = 4

/** Invents a province. The same seed, scale and province give the same world. */
export function inventWorld(province: SampleProvince, scale: number, seed: string): World {
  const place = places[province]
  const random = (...name: (string | number)[]) => randomOf(seed, province, ...name)
  const count = (kind: keyof typeof counts) => counts[kind] * scale
  const enterprises = times(count('enterprises'), (i) => inventEnterprise(place, i, random('enterprise', i)))
  const talents = times(count('talents'), (i) => inventTalent(place, i, random('talent', i)))
  const achievements = times(count('achievements'), (i) =>
    inventAchievement(place, talents, i, random('achievement', i)),
  )
  const shared = times(sharedPatents * scale, (i) => inventSharedPatent(i, seed))
  const own = times(count('patents') - shared.length, (i) => {
    return inventPatent(place, achievements, enterprises, i, random('patent', i))
  })
  const patents = [...shared, ...own]
  const granted = patents.filter((patent) => patent.status === 'GRANTED')
  const licensed = [
    ...shared,
    ...random('licensed').some(granted.slice(shared.length), count('licenses') - shared.length),
  ]
  const licenses = licensed.map((patent, i) => inventLicense(patent, i, random('license', i)))
  const demands = times(count('demands'), (i) => inventDemand(enterprises, i, random('demand', i)))
  return { place, seed, enterprises, talents, achievements, patents, licenses, demands, random }
}

function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}
