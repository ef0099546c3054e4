import { endWithParent } from '../end-with-parent.ts'
import { markFile } from './file.ts'
import type { Marks } from './marks.ts'

/** What the marking process is asked: one file. The copy goes to its standard output. */
process.once('message', async ({ path, marks }: { readonly path: string; readonly marks: Marks }) => {
  for await (const chunk of markFile(path, marks)) {
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
  process.stdout.end(() => process.disconnect?.())
})

endWithParent()
