import { type CodeList, findCode } from '#schema/codes/code-list.ts'
import { provinces } from '#schema/provinces.ts'
import { findLibrary } from './libraries.ts'

/** Chinese names that facets show beside their codes. */

export const provinceLabel = (name: string) => provinces.find((province) => province.name === name)?.zh

export const libraryLabel = (id: string) => findLibrary(id)?.name

export const codeLabel = (list: CodeList) => (code: string) => findCode(list, code)?.zh

export const yearLabel = (year: string) => `${year}年`

/** Values that are words already. */
export const itself = (text: string) => text
