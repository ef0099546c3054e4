import { basename } from 'node:path'
import { HubError } from '#schema/errors.ts'
import { findLibrary } from '../../libraries.ts'
import type { Style } from '../style.ts'
import { styles } from './registry.ts'

/** The style of a library or bundle; of a library that comes in a bundle, only its own part. */
export function findStyle(id: string): Style {
  const style = styles.find((one) => one.id === id)
  if (style) return style
  const library = findLibrary(id)
  const whole = library && styles.find((one) => one.id === library.style)
  if (whole) return { ...whole, sheets: whole.sheets.filter((sheet) => sheet.library === id) }
  throw new HubError('UNKNOWN_LIBRARY', `没有资源库或数据包 ${id}；现有 ${styles.map((one) => one.id).join('、')}。`)
}

/** Styles that may read these files by their names; bundles hold names of their own, so any style may. */
export function stylesFor(files: readonly string[]): Style[] {
  const names = files.map((file) => basename(file))
  return styles.filter(({ sheets }) =>
    names.every((name) => /\.zip$/i.test(name) || sheets.some(({ file }) => file.test(name))),
  )
}
