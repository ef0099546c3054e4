import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkOrcid } from '../../../../subgraphs/intake/checks/orcid.ts'
import { checkRor } from '../../../../subgraphs/intake/checks/ror.ts'

const digits = '0123456789'
const crockford = '0123456789abcdefghjkmnpqrstvwxyz'

describe('an ORCID', () => {
  it.each([
    '0000-0002-1825-0097',
    '0000000218250097',
    'https://orcid.org/0000-0002-1825-0097',
    'ORCID: 0000-0002-1825-0097',
  ])('reads %s', (written) => {
    expect(checkOrcid(written)).toEqual({ value: '0000-0002-1825-0097', key: '0000-0002-1825-0097', flags: [] })
  })

  it('catches every change of a single digit', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.constantFrom(...digits), (at, digit) => {
        const whole = '0000000218250097'
        fc.pre(whole[at] !== digit)
        const changed = whole.slice(0, at) + digit + whole.slice(at + 1)
        expect(checkOrcid(changed)).toMatchObject({ flags: [{ code: 'ORCID_CHECKSUM', original: changed }] })
      }),
    )
  })

  it('refuses what is no ORCID, and proposes the one meant', () => {
    expect(checkOrcid('0000-0002-1825-0098')).toEqual({
      flags: [{ code: 'ORCID_CHECKSUM', original: '0000-0002-1825-0098', interpreted: '0000-0002-1825-0097' }],
    })
    expect(checkOrcid('李明')).toEqual({ flags: [{ code: 'ORCID_CHECKSUM', original: '李明' }] })
  })
})

describe('a ROR id', () => {
  it.each(['05dxps055', '05dhe8b71', '00k4n6c32', '033vjfk17'])('accepts %s, bare or as an address', (id) => {
    expect(checkRor(id)).toEqual({ value: id, key: id, flags: [] })
    expect(checkRor(`https://ror.org/${id.toUpperCase()}`)).toEqual({ value: id, key: id, flags: [] })
  })

  it('catches every change of a single character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...crockford), (at, symbol) => {
        const id = '033vjfk17'
        fc.pre(id[at] !== symbol)
        const changed = id.slice(0, at) + symbol + id.slice(at + 1)
        expect(checkRor(changed)).toMatchObject({ flags: [{ code: 'ROR_CHECKSUM', original: changed }] })
      }),
    )
  })

  it.each(['13vjfk17', '033vjfki7', '033vjful7', 'grid.440650.3'])('refuses %s', (written) => {
    expect(checkRor(written)).toEqual({ flags: [{ code: 'ROR_CHECKSUM', original: written }] })
  })
})
