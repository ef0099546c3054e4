import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { findCode, replaceList } from '#schema/codes/code-list.ts'
import { industries } from '#schema/codes/industries.ts'
import { keepFullerList, useKeptLists } from '../../../subgraphs/intake/code-lists.ts'
import { type FreshDatabase, freshDatabase } from '../../postgres.ts'
import { openFolder } from './folder.ts'

let fresh: FreshDatabase
let folder: Awaited<ReturnType<typeof openFolder>>
beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await openFolder()
})
afterAll(async () => {
  await fresh.drop()
  await folder.remove()
})
afterEach(() => replaceList(industries.scheme))

it('keeps a fuller code list for the next start, the newest of a scheme', async () => {
  const first = await folder.write('gbt4754.csv', 'code,name,parent\n391,计算机制造,39\n')
  const second = await folder.write(
    'gbt4754-full.csv',
    'code,name,parent\n391,计算机制造业,39\n3911,计算机整机制造,391\n',
  )
  const { length } = industries.entries
  expect(await keepFullerList(fresh.database, 'GB/T-4754', first)).toEqual({
    scheme: industries.scheme,
    codes: length + 1,
  })
  expect(await keepFullerList(fresh.database, 'gbt4754-2017', second, '2017 修订')).toEqual({
    scheme: industries.scheme,
    codes: length + 2,
  })

  replaceList(industries.scheme)
  expect(findCode(industries, '3911')).toBeUndefined()
  await useKeptLists(fresh.database)
  expect([findCode(industries, '391'), findCode(industries, '3911')]).toEqual([
    { code: '391', zh: '计算机制造业', parent: '39' },
    { code: '3911', zh: '计算机整机制造', parent: '391' },
  ])
})

it('says which lists there are and which columns a list needs', async () => {
  const file = await folder.write('list.csv', '代码,名称\n391,计算机制造\n')
  await expect(keepFullerList(fresh.database, 'NACE', file)).rejects.toThrow(
    /^代码表应为 GB\/T 2260、.* 之一，收到 NACE。$/,
  )
  await expect(keepFullerList(fresh.database, 'IPC', file)).rejects.toThrow(
    'list.csv 第 1 行应有列 code 和 name（或 title），可有 parent 和 name_en，收到 代码、名称。',
  )
  await expect(keepFullerList(fresh.database, 'IPC', `${file}.gone`)).rejects.toThrow('list.csv.gone：找不到这个文件。')
})
