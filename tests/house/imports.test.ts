import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { files, root } from './files.ts'

it('lets each part import only what it may', () => {
  const roles = ['subgraph', 'resolvers', 'loaders', 'queries', 'tables']
  const entries = new Set(
    ['registry', 'main', 'migrate', 'lianku', 'hub', 'samples', 'routes'].map((it) => `subgraphs/${it}.ts`),
  )
  const houses = new Set(['gateway/house.ts', 'gateway/generate.ts'])
  const names = new Set(
    readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
      .filter(isSubgraph)
      .map((it) => it.name),
  )
  const wrong: string[] = []
  for (const path of sources(['schema', 'subgraphs', 'gateway'])) {
    for (const target of importsOf(path)) {
      const [area, folder = ''] = target.split('/')
      const own = path.split('/')[1]!
      const complain = () => wrong.push(`${path} imports ${target}`)
      if (path.startsWith('schema/') && area !== 'schema') complain()
      if (path.startsWith('gateway/') && area === 'subgraphs' && !houses.has(path)) complain()
      if (path.startsWith('subgraphs/') && area === 'gateway') complain()
      if (!path.startsWith('subgraphs/') || area !== 'subgraphs' || entries.has(path)) continue
      if (names.has(folder) && folder !== own) complain()
      const [from, to] = [path, target].map((it) => roles.indexOf(/\/(\w+)\.ts$/.exec(it)?.[1] ?? ''))
      if (names.has(own) && folder === own && from! >= 0 && to! >= 0 && to! < from!) complain()
    }
  }
  expect(wrong).toEqual([])
})

it('lets no module import itself by way of others, not even its types', () => {
  const paths = files(['schema', 'subgraphs', 'gateway', 'samples', 'tests'], '.ts').filter(
    (it) => !it.includes('node_modules'),
  )
  const imports = new Map(paths.map((path) => [path, importsOf(path)]))
  const circles: string[] = []
  const done = new Set<string>()
  const follow = (path: string, way: readonly string[]) => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' imports '))
    if (done.has(path) || way.includes(path)) return
    for (const target of imports.get(path) ?? []) follow(target, [...way, path])
    done.add(path)
  }
  for (const path of paths) follow(path, [])
  expect(circles).toEqual([])
})

function isSubgraph(entry: { name: string; isDirectory(): boolean }): boolean {
  return entry.isDirectory() && readdirSync(join(root, 'subgraphs', entry.name)).includes('subgraph.ts')
}

function sources(folders: readonly string[]): string[] {
  return files(folders, '.ts').filter((file) => !file.endsWith('.generated.ts'))
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return Array.from(text.matchAll(/(?:from|import) '((?:\.|#schema)[^']+)'/g), ([, specifier]) =>
    specifier!.startsWith('#schema/') ? specifier!.slice(1) : join(path, '..', specifier!),
  )
}
