import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'graphql'
import { afterAll, expect, it } from 'vitest'
import { compareSdl } from '../../../subgraphs/conformance/running-schema.ts'
import { createSubgraph } from '../../../subgraphs/scaffold/create.ts'
import { buildByHand, sdlAt } from '../../subgraphs/scaffold/image.ts'
import { failuresOf } from '../../subgraphs/scaffold/written.ts'

const folder = await mkdtemp(join(tmpdir(), 'lianku-image-'))
afterAll(() => rm(folder, { recursive: true }))

// Packages come from the registry. The image of the Python scaffold is built in every test run.
it('the image of a new subgraph in TypeScript installs, starts, answers and passes its tests', async () => {
  const source = join(folder, 'jilin-agri')
  await createSubgraph('jilin-agri', 'ts', source)
  const image = await buildByHand(source, join(folder, 'image'))
  expect(image.done).toEqual(['FROM', 'WORKDIR', 'ENV', 'COPY', 'RUN', 'COPY', 'USER', 'EXPOSE', 'CMD'])
  const started = await image.start()
  // Throws where they differ.
  compareSdl(parse(await readFile(join(source, 'schema.graphql'), 'utf8')), parse(await sdlAt(started.url)))
  await started.stop()
  expect(await failuresOf(join(folder, 'image'), 'ts')).toBe('')
})
