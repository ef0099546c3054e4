import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parse as parseGraphql, valueFromASTUntyped } from 'graphql'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { variableNames } from '#schema/config.ts'
import { subgraphs } from '../subgraphs/registry.ts'

interface Service {
  readonly image?: string
  readonly command?: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly depends_on?: Readonly<Record<string, unknown>>
  readonly healthcheck?: { readonly test: readonly string[] }
}

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')
const text = await read('docker-compose.yml')
const { services } = parse(text, { merge: true }) as { readonly services: Readonly<Record<string, Service>> }
const { postgres, gateway, ...others } = services
const { scripts } = JSON.parse(await read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

describe('docker-compose.yml', () => {
  it('sets or documents every variable the hub reads, and none besides', () => {
    const set = Object.values({ gateway: gateway!, ...others }).flatMap(({ environment }) => Object.keys(environment))
    const documented = [...text.matchAll(/^# {3}([A-Z_]+)=\S* {2,}\S/gm)].map(([, name]) => name!)
    expect([...new Set([...set, ...documented])].sort()).toEqual([...variableNames].sort())
    expect(documented.filter((name) => set.includes(name))).toEqual([])
  })

  it('runs every subgraph of the registry, with a command that exists', () => {
    const commands = subgraphs.map(({ name }) => [name, ['npm', 'run', 'subgraph', '--', name]])
    expect(Object.entries(others).map(([name, { command }]) => [name, command])).toEqual(commands)
    expect(gateway!.command).toEqual(['npm', 'run', 'gateway'])
    for (const script of ['subgraph', 'gateway']) {
      const [node, file] = scripts[script]!.split(' ')
      expect([node, existsSync(new URL(`../${file}`, import.meta.url))]).toEqual(['node', true])
    }
  })

  it('brings PostgreSQL 18, a health check for every service, and the gateway after all it asks', () => {
    expect(postgres!.image).toBe('postgres:18')
    expect(Object.values(services).map(({ healthcheck }) => healthcheck!.test[0])).toEqual(
      Object.keys(services).map((name) => (name === 'postgres' ? 'CMD-SHELL' : 'CMD')),
    )
    expect(Object.keys(gateway!.depends_on!).sort()).toEqual(Object.keys(others).sort())
  })

  it('gives each subgraph the address the supergraph has for it', async () => {
    const supergraph = parseGraphql(await read('schema/supergraph.graphql'))
    const addresses = supergraph.definitions.flatMap((definition) =>
      definition.kind === 'EnumTypeDefinition' && definition.name.value === 'join__Graph'
        ? definition.values!.map(({ directives }) =>
            Object.fromEntries(directives![0]!.arguments!.map((it) => [it.name.value, valueFromASTUntyped(it.value)])),
          )
        : [],
    )
    expect(addresses.map(({ name, url }) => [name, url]).sort()).toEqual(
      Object.entries(others)
        .map(([name, { environment }]) => [name, `http://${name}:${environment.PORT}/graphql`])
        .sort(),
    )
  })
})

it('the image holds what the commands need', async () => {
  const copied = [...(await read('Dockerfile')).matchAll(/^COPY (\w+) \1$/gm)].map(([, folder]) => folder)
  expect(copied).toEqual(['schema', 'subgraphs', 'gateway', 'samples'])
})
