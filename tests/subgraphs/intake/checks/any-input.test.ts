import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flags } from '#schema/flags.ts'
import { checkAmount } from '../../../../subgraphs/intake/checks/amount.ts'
import { type Checked, isEmpty } from '../../../../subgraphs/intake/checks/checked.ts'
import { checkContractKind, checkContractNumber } from '../../../../subgraphs/intake/checks/contract.ts'
import { checkCreditCode } from '../../../../subgraphs/intake/checks/credit-code.ts'
import { checkDemandCategory } from '../../../../subgraphs/intake/checks/demand.ts'
import { checkDiscipline } from '../../../../subgraphs/intake/checks/discipline.ts'
import { checkIndustry } from '../../../../subgraphs/intake/checks/industry.ts'
import { checkIpc } from '../../../../subgraphs/intake/checks/ipc.ts'
import { checkMaturity } from '../../../../subgraphs/intake/checks/maturity.ts'
import { checkOrcid } from '../../../../subgraphs/intake/checks/orcid.ts'
import { checkPartialDate } from '../../../../subgraphs/intake/checks/partial-date.ts'
import { checkPatentNumber } from '../../../../subgraphs/intake/checks/patent-number.ts'
import { checkClassification } from '../../../../subgraphs/intake/checks/personal.ts'
import { checkRegion } from '../../../../subgraphs/intake/checks/region.ts'
import { checkRor } from '../../../../subgraphs/intake/checks/ror.ts'

const checks: Record<string, (raw: unknown) => Checked<unknown>> = {
  checkAmount,
  checkClassification,
  checkContractKind,
  checkContractNumber,
  checkCreditCode,
  checkDemandCategory,
  checkDiscipline,
  checkIndustry,
  checkIpc,
  checkMaturity,
  checkOrcid,
  checkPartialDate,
  checkPatentNumber,
  checkRegion,
  checkRor,
}

const cells = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,，万亿元年月日-/~至()XZLCNA★ \n\u2028省市HQ季一二十百千整以上') }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, '', '无'),
)

describe.each(Object.entries(checks))('%s', (_, check) => {
  it('answers any cell: it understands it, finds it empty, or says what it doubts', () => {
    fc.assert(
      fc.property(cells, (raw) => {
        const { value, key, flags: doubts } = check(raw)
        expect(doubts.filter(({ code, original }) => !flags[code] || typeof original !== 'string')).toEqual([])
        if (key !== undefined) expect(value).toBeDefined()
        if (value === undefined && doubts.length === 0) expect(isEmpty(raw)).toBe(true)
        expect(check(raw)).toEqual({
          ...(value !== undefined && { value }),
          ...(key !== undefined && { key }),
          flags: doubts,
        })
      }),
      { numRuns: 300 },
    )
  })

  it('does not lose itself in a cell as long as a book', () => {
    for (const piece of ['1', ' x', '十', '1,', '1-', '(1', '1万', '湖北省', 'ZL', 'a ', '.', '\n ']) {
      expect(check(`字${' '.repeat(20_000)}${piece.repeat(20_000)}`).flags.length).toBeGreaterThan(0)
    }
  })
})
