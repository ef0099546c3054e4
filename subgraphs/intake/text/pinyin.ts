import { createRequire } from 'node:module'
import { fold } from './fold.ts'

/** Toneless syllables of a name, joined by spaces, so that names sort by pinyin under COLLATE "C"; the rest is kept. */
export function pinyinKey(name: string): string {
  return syllables(name).join(' ')
}

/** First letters of the syllables, Latin letters and digits kept: `北斗导航` → `bddh`. */
export function pinyinInitials(text: string): string {
  return fold(text)
    .split(/(\p{Script=Han}+)/u)
    .map((run, i) => (i % 2 === 1 ? read(run).map(firstLetter).join('') : run.replace(/[^\p{L}\p{N}]/gu, '')))
    .join('')
}

function syllables(name: string): string[] {
  return fold(name)
    .split(/(\p{Script=Han}+)/u)
    .flatMap((run, i) => (i % 2 === 1 ? read(run) : run.split(/\s+/)))
    .filter((part) => part !== '')
}

const require = createRequire(import.meta.url)
let pinyin: typeof import('pinyin-pro').pinyin | undefined

/** Syllables of a run of Han characters. A name is read for its order and again for its initials, units ever again. */
function read(run: string): readonly string[] {
  const before = known.get(run)
  if (before) return before
  pinyin ??= (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin
  const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true, surname: 'head' })
  if (known.size === rememberedRuns) known.clear()
  if (run.length <= longestRemembered) known.set(run, syllables)
  return syllables
}

const known = new Map<string, readonly string[]>()
// Some 10 MB at most.
const rememberedRuns = 10_000
const longestRemembered = 50

function firstLetter(syllable: string): string {
  const [first = ''] = syllable
  return first
}
