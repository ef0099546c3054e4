import { expect, it } from 'vitest'
import { policyInWords } from '../../../subgraphs/policy/command.ts'

it('prints the policy in words a lawyer can follow', () => {
  const text = policyInWords()
  expect(text.split('\n\n')).toHaveLength(10)
  expect(text).toContain(`地方主管部门（LOCAL_AUTHORITY）
  无条件共享：全部可见。
  有条件共享：属于本省的可见，其余不可见。
  不予共享：不可见。只有来源单位可见。
  个人信息：属于本省，且本人已同意用于查看者的用途的可见，其余不可见。`)
})
