import { checkPatentNumber } from './intake/checks/patent-number.ts'

/** The key form `CN…` of a patent number however it is written; what is no such number stays as it is. */
export function patentKey(written: string): string {
  return checkPatentNumber(written).key ?? written
}
