import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** What an importer was about to do and what was acknowledged to it, on disk before it goes on. */
export function openLedger(folder: string) {
  const path = join(folder, 'ledger')
  const last = (act: 'sent' | 'acknowledged') => {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
    return Math.max(0, ...lines.filter((line) => line.startsWith(act)).map((line) => Number(line.split(' ')[1])))
  }
  return {
    sent: () => last('sent'),
    acknowledged: () => last('acknowledged'),
    note(act: 'sent' | 'acknowledged', version: number) {
      const file = openSync(path, 'a')
      writeSync(file, `${act} ${version}\n`)
      fsyncSync(file)
      closeSync(file)
    },
  }
}
