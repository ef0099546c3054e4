import { markFile } from './file.ts'
import type { Marks } from './marks.ts'

/** What the marking process is asked: one file. The copy goes to its standard output. */
process.once('message', async ({ path, marks }: { readonly path: string; readonly marks: Marks }) => {
  for await (const chunk of markFile(path, marks)) {
    if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve))
  }
  process.stdout.end(() => process.disconnect())
})

// Who asked is gone: nobody will read on.
process.on('disconnect', () => process.exit())

// A Ctrl-C or a service manager tells every process of the hub to stop; this one ends when whoever asked does.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
