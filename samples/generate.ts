import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inventWorld } from './invent-world.ts'
import type { SampleProvince } from './places.ts'
import { writeHbEduAchievement } from './write/hb-edu-achievement.ts'
import { writeHbEduTalent } from './write/hb-edu-talent.ts'
import { writeHbIpLicense } from './write/hb-ip-license.ts'
import { writeHbIpPatent } from './write/hb-ip-patent.ts'
import { writeHbStdDemand } from './write/hb-std-demand.ts'
import { writeHlHalfyear } from './write/hl-halfyear.ts'
import { writeLnAgreement } from './write/ln-agreement.ts'
import { writeLnAlliance } from './write/ln-alliance.ts'
import { writeLnDemand } from './write/ln-demand.ts'
import { writeLnFair } from './write/ln-fair.ts'
import { writeLnInstitute } from './write/ln-institute.ts'
import { writeLnLicense } from './write/ln-license.ts'
import { writeLnPatent } from './write/ln-patent.ts'
import { writeLnSupply } from './write/ln-supply.ts'
import { writeLnTalent } from './write/ln-talent.ts'
import { writeLnVisit } from './write/ln-visit.ts'
import type { Sample, Writer } from './writer.ts'

/** Sizes as multiples of the small one. */
export const scales = { small: 1, medium: 20, large: 500 } as const

export type Size = keyof typeof scales

/** Who writes what, province by province, in the order of the truth. */
export const writers: Readonly<Record<SampleProvince, readonly Writer[]>> = {
  HUBEI: [writeHbEduTalent, writeHbEduAchievement, writeHbStdDemand, writeHbIpPatent, writeHbIpLicense],
  HEILONGJIANG: [writeHlHalfyear],
  LIAONING: [
    writeLnTalent,
    writeLnSupply,
    writeLnDemand,
    writeLnAlliance,
    writeLnFair,
    writeLnAgreement,
    writeLnInstitute,
    writeLnVisit,
    writeLnPatent,
    writeLnLicense,
  ],
}

const seed = 'lianku 1'

/** Every sample file of a size, one by one. */
export async function* generate(size: Size): AsyncGenerator<Sample> {
  for (const [province, formats] of Object.entries(writers) as [SampleProvince, readonly Writer[]][]) {
    const world = inventWorld(province, scales[size], seed)
    for (const write of formats) yield* write(world)
  }
}

/** Writes a size into a folder that is emptied first: the files, and truth.ndjson with a line for every row. */
export async function writeSamples(size: Size, folder: string): Promise<{ files: number; rows: number }> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const truth = await open(join(folder, 'truth.ndjson'), 'w')
  const written = { files: 0, rows: 0 }
  try {
    for await (const sample of generate(size)) {
      const path = join(folder, sample.path)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, sample.content)
      await truth.write(sample.truth.map((row) => `${JSON.stringify(row)}\n`).join(''))
      written.files++
      written.rows += sample.truth.length
    }
  } finally {
    await truth.close()
  }
  return written
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [size = 'small', folder] = process.argv.slice(2)
  if (!Object.hasOwn(scales, size)) throw new TypeError(`Say small, medium or large; got ${size}.`)
  const target = folder ?? fileURLToPath(new URL(size, import.meta.url))
  const { files, rows } = await writeSamples(size as Size, target)
  console.log(`${files} files with ${rows} rows are in ${target}.`)
}
