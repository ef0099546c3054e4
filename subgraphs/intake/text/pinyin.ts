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
    .map((run, i) => (i % 2 === 1 ? letters(run, 'first').join('') : run.replace(/[^\p{L}\p{N}]/gu, '')))
    .join('')
}

function syllables(name: string): string[] {
  return fold(name)
    .split(/(\p{Script=Han}+)/u)
    .flatMap((run, i) => (i % 2 === 1 ? letters(run, 'all') : run.split(/\s+/)))
    .filter((part) => part !== '')
}

const require = createRequire(import.meta.url)
let pinyin: typeof import('pinyin-pro').pinyin | undefined

function letters(text: string, which: 'all' | 'first'): string[] {
  pinyin ??= (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin
  return pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    surname: 'head',
    ...(which === 'first' && { pattern: 'first' }),
  })
}
