import type { CodedValue } from '#schema/codes/coded-value.ts'

/** What the IPC symbols of a patent begin with, each once: one index then finds a class in a list of symbols. */
export function ipcBeginnings(symbols: readonly CodedValue[] = []) {
  const codes = symbols.flatMap(({ code }) => (code === null ? [] : [code]))
  return {
    ipcCodes: unique(codes.flatMap(beginnings)),
    ipcSections: unique(codes.map((code) => code.slice(0, 1))),
    ipcSubclasses: unique(codes.filter((code) => code.length >= 4).map((code) => code.slice(0, 4))),
  }
}

/** `F16H 1/28` → F, F16, F16H, F16H 1/00, F16H 1/28. */
function beginnings(code: string): string[] {
  const [group] = code.split('/')
  const levels = [1, 3, 4].filter((length) => length <= code.length).map((length) => code.slice(0, length))
  return code.includes('/') ? [...levels, `${group}/00`, code] : levels
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)]
}
