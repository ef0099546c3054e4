import { coded, findCode, knowsChildrenOf } from '#schema/codes/code-list.ts'
import type { CodedValue } from '#schema/codes/coded-value.ts'
import { ipc } from '#schema/codes/ipc.ts'
import { type Checked, isEmpty, plain } from './checked.ts'

/** An IPC symbol; `fixed` is its ST.8 form, whose beginnings are its section, class, subclass and group. */
export type IpcSymbol = CodedValue & { readonly fixed: string }

/** Section, class, subclass or group: `F16H 1/28` as printed, key `F16H0001280000`. The label is the nearest listed. */
export function checkIpc(raw: unknown): Checked<IpcSymbol> {
  if (isEmpty(raw)) return { flags: [] }
  const original = String(raw).trim()
  const text = plain(raw)
    .toUpperCase()
    .replace(/^INT\.?\s*CL\.?\d*[:.]?|\([\d.]+\)\s*[A-Z]?\s*$/g, '')
    .replace(/\s/g, '')
  const parts = /^([A-H])(?:(\d{2})(?:([A-Z])(?:0{0,3}(\d{1,4})\/(\d{2,6}))?)?)?$/.exec(text)
  if (!parts) return { flags: [{ code: 'IPC_INVALID', original }] }
  const [, section, number, letter, group, subgroup] = parts as unknown as [string, ...(string | undefined)[]]
  const subclass = [section, number, letter].filter(Boolean).join('')
  const entry = nearest(subclass)
  if (!entry) return { flags: [{ code: 'IPC_INVALID', original }] }
  const code = group ? `${subclass} ${group}/${subgroup}` : subclass
  const fixed = group ? subclass + group.padStart(4, '0') + subgroup!.padEnd(6, '0') : subclass
  return { value: { ...coded(ipc, { ...entry, code }, original), fixed }, key: fixed, flags: [] }
}

/** Class and subclass must exist as far as the list goes. */
function nearest(subclass: string) {
  const entry = findCode(ipc, subclass)
  if (entry) return entry
  const parent = subclass.length === 4 ? subclass.slice(0, 3) : subclass.slice(0, 1)
  return knowsChildrenOf(ipc, parent) ? undefined : findCode(ipc, parent)
}
