import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HubError } from '#schema/errors.ts'
import { provinces } from '#schema/provinces.ts'
import { fieldPrefixesOf, prefixesOf } from '../publishing/rules/name.ts'

export const languages = { ts: 'typescript', python: 'python' } as const

export type Language = keyof typeof languages

/**
 * Writes a subgraph that runs at once: contract, resolvers, twenty invented rows, tests of the contract, signature
 * check, Dockerfile. Gives back the names of its files. Throws BAD_VALUE when the name is not allowed or among those
 * taken, or the folder cannot be used.
 */
export async function createSubgraph(
  code: string,
  language: Language,
  folder: string,
  taken: readonly string[] = [],
): Promise<readonly string[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code) || code.length > 32) {
    throw new HubError(
      'BAD_VALUE',
      `子图名称应为小写字母开头的小写字母和数字，词间用连字符，最多 32 个字符，例如 jilin-agri；收到「${code.slice(0, 80)}」。`,
    )
  }
  if (taken.includes(code)) {
    throw new HubError('BAD_VALUE', `子图名称「${code}」已被平台自己的子图使用，应换一个，例如省名加部门：jilin-agri。`)
  }
  if ((await entriesOf(folder)).length > 0) throw new HubError('BAD_VALUE', `文件夹 ${folder} 中已有文件，未改动。`)
  const replace = renaming(code)
  const written: string[] = []
  await mkdir(folder, { recursive: true })
  for (const source of ['contract', languages[language]]) {
    const from = join(import.meta.dirname, source)
    for (const file of (await readdir(from)).filter((name) => !name.startsWith('__'))) {
      await writeFile(join(folder, file), replace(await readFile(join(from, file), 'utf8')), { flag: 'wx' })
      written.push(file)
    }
  }
  return written.sort()
}

/** The templates are a subgraph of Jilin that runs and is tested as it stands; its names become those of the new one. */
function renaming(code: string): (text: string) => string {
  const prefix = prefixesOf(code).at(-1)!
  const [field] = fieldPrefixesOf([prefix])
  const province = provinces.find(({ name }) => {
    const spelled = name.toLowerCase().replaceAll('_', '-')
    return code === spelled || code.startsWith(`${spelled}-`)
  })
  const names: Readonly<Record<string, string>> = {
    'jilin-agri': code,
    JilinAgri: prefix,
    jilinAgri: field!,
    吉林省: province?.zh ?? code,
  }
  return (text) => text.replace(/jilin-agri|JilinAgri|jilinAgri|吉林省/g, (name) => names[name]!)
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') return [folder]
    throw error
  }
}
