import { expect, it } from 'vitest'
import { fieldsInWords, policyInWords } from '../../../subgraphs/policy/command.ts'
import { subgraphs } from '../../../subgraphs/registry.ts'

it('prints the policy in words a lawyer can follow', () => {
  const text = policyInWords()
  expect(text.split('\n\n')).toHaveLength(10)
  expect(text).toContain(`地方主管部门（LOCAL_AUTHORITY）
  无条件共享：全部可见。
  有条件共享：属于本省的可见，其余不可见。
  不予共享：不可见。只有来源单位可见。
  个人信息：属于本省，且本人已同意用于查看者的用途的可见，其余不可见。`)
})

it('says of each class what stands behind it: the law, and the fields that have it', () => {
  expect(fieldsInWords(subgraphs)).toBe(`各类别的内容
  无条件共享（《政务数据共享条例》）：公开记录中下列以外的全部字段
  有条件共享（《政务数据共享条例》）：未公开记录的全部字段、Query.hbReturns、HbReturn.reason、HbReturn.authority、HbReturn.region、HbReturn.month、HbReturn.count
  不予共享（《政务数据共享条例》，须有法律、行政法规或国务院决定为据）：现有资源库中没有这一类字段
  个人信息（《个人信息保护法》第二十三、二十五、四十四条）：Talent.gender、Talent.birthYear、Talent.contactName`)
})
