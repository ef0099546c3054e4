import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../subgraphs/migrate.ts'
import { asOwner, type FreshDatabase, freshDatabase, secret } from '../postgres.ts'

let fresh: FreshDatabase
let parent: string
let folder: string

beforeAll(async () => {
  fresh = await freshDatabase()
  parent = await mkdtemp(join(tmpdir(), 'lianku-migrations-'))
  folder = join(parent, 'trial')
  await mkdir(join(folder, 'migrations'), { recursive: true })
})
afterAll(async () => {
  await fresh.drop()
  await rm(parent, { recursive: true })
})

const write = (file: string, text: string) => writeFile(join(folder, 'migrations', file), text)
const run = () => migrate({ url: fresh.url, secret, folders: [folder] })

describe('migrate', () => {
  it('applies each file once, in order of its number', async () => {
    await write('0002_name.sql', 'alter table trial.talent add column name text not null')
    await write('0001_talent.sql', 'create schema trial; create table trial.talent (id text primary key)')
    expect([await run(), await run()]).toEqual([['trial/0001_talent.sql', 'trial/0002_name.sql'], []])
  })

  it('leaves nothing of a file that fails, and names it', async () => {
    await write('0003_half.sql', "insert into trial.talent values ('1', '王芳'); select 1 / 0 -- 除以零")
    await expect(run()).rejects.toThrow('Migration trial/0003_half.sql failed: division by zero.')
    const rows = await asOwner(fresh.url, 'select (select count(*)::int from trial.talent) as talents')
    await rm(join(folder, 'migrations', '0003_half.sql'))
    expect(rows).toEqual([{ talents: 0 }])
  })

  it('names the line of a mistake', async () => {
    await write('0003_typo.sql', 'create table trial.a ();\ncreate tabel trial.b ()')
    await expect(run()).rejects.toThrow(
      'Migration trial/0003_typo.sql failed at line 2: syntax error at or near "tabel".',
    )
    await rm(join(folder, 'migrations', '0003_typo.sql'))
  })

  it('refuses a file that was changed after it was applied', async () => {
    await write('0002_name.sql', 'alter table trial.talent add column name text')
    await expect(run()).rejects.toThrow(
      'Migration trial/0002_name.sql was changed after it was applied. Restore it, and add a new file.',
    )
    await write('0002_name.sql', 'alter table trial.talent add column name text not null')
  })

  it('refuses a file whose name gives no order', async () => {
    await write('talent.sql', 'select 1')
    await expect(run()).rejects.toThrow('Migration trial/talent.sql is not named like 0001_talents.sql.')
    await rm(join(folder, 'migrations', 'talent.sql'))
  })

  it('refuses two files of one number, whose order nobody decided', async () => {
    await write('0002_region.sql', 'select 1')
    await expect(run()).rejects.toThrow(
      'Migration trial/0002_region.sql has the number of 0002_name.sql. Give the newer one the next free number.',
    )
    await rm(join(folder, 'migrations', '0002_region.sql'))
  })

  it('applies a file once when several hubs start together', async () => {
    await write('0003_region.sql', 'alter table trial.talent add column region text')
    const applied = await Promise.all(Array.from({ length: 6 }, run))
    expect(applied.flat()).toEqual(['trial/0003_region.sql'])
  })
})
