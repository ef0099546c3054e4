import { composeServices } from '@theguild/federation-composition'
import { type DocumentNode, GraphQLError, Kind, type Location, parse, print, Source } from 'graphql'
import { publicDocument } from '#schema/public-document.ts'
import { adviceFor, namesIn } from './compose-advice.ts'
import { fieldSetErrors } from './field-sets.ts'
import { withInterfaceFields } from './interface-fields.ts'
import { interfaceObjectErrors } from './interface-objects.ts'
import { mergedTypeErrors } from './merged-types.ts'
import { type Problem, placeOf, printProblem } from './problem.ts'

/** One subgraph to compose. */
export interface SubgraphSource {
  readonly name: string
  readonly url?: string
  readonly typeDefs: DocumentNode | string
  /** Where the SDL was read, for the places of errors. */
  readonly file?: string
}

/** What a composition refused; the message lists every problem with its place and its fix. */
export class CompositionError extends TypeError {
  override name = 'CompositionError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(printProblem).join('\n\n'))
    this.problems = problems
  }
}

/** The supergraph of these subgraphs; throws a CompositionError. */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): string {
  const parsed = subgraphs.map(({ name, url, typeDefs, file }) => ({
    name,
    url,
    typeDefs: read(typeDefs, file ?? name),
  }))
  const refuse = (errors: readonly GraphQLError[]) => {
    if (errors.length > 0) throw new CompositionError(withoutEchoes(errors).map((error) => problemOf(error, parsed)))
  }
  refuse(fieldSetErrors(parsed))
  refuse(interfaceObjectErrors(parsed))
  const composed = composedOf(parsed)
  refuse(composed.errors ?? [])
  refuse(mergedTypeErrors(composed.supergraphSdl!, parsed))
  return withInterfaceFields(composed.supergraphSdl!, parsed)
}

/** The API that clients of a supergraph see, as SDL. */
export function printPublicApi(supergraph: string): string {
  return print(publicDocument(parse(supergraph, { noLocation: true })))
}

interface Parsed {
  readonly name: string
  readonly typeDefs: DocumentNode
}

function read(typeDefs: DocumentNode | string, file: string): DocumentNode {
  if (typeof typeDefs !== 'string') return typeDefs
  try {
    return parse(new Source(typeDefs, file))
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw new CompositionError([problemOf(error, [])])
  }
}

/** The composer throws at some SDL instead of naming what is wrong with it. */
function composedOf(subgraphs: readonly Parsed[]): ReturnType<typeof composeServices> {
  try {
    return composeServices([...subgraphs])
  } catch (error) {
    const message = (error as Error).message
    return { errors: [new GraphQLError(message, { extensions: { code: 'COMPOSER_FAILED' } })] }
  }
}

/** The composer says some things twice, the second time in fewer words. */
function withoutEchoes(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const isEcho = ({ message }: GraphQLError) =>
    errors.some((it) => it.message.length > message.length && it.message.startsWith(message))
  return errors.filter((error) => !isEcho(error))
}

function problemOf(error: GraphQLError, subgraphs: readonly Parsed[]): Problem {
  const code = typeof error.extensions.code === 'string' ? error.extensions.code : 'INVALID_GRAPHQL'
  const en = error.message
  const located = error.source && error.locations?.map(({ line }) => `${error.source!.name}:${line}`)
  const { zh, fix } = adviceFor(code, en)
  return { code, places: located ?? placesIn(en, subgraphs), zh, en, fix }
}

/** Where the type or field that a message quotes is defined, in the subgraphs it names or, when none, in all. */
function placesIn(message: string, subgraphs: readonly Parsed[]): string[] {
  const quoted = new Set(namesIn(message).map((name) => name.replace(/\(.*$/, '')))
  const named = subgraphs.filter(({ name }) => quoted.has(name) || message.startsWith(`[${name}]`))
  const places = (named.length > 0 ? named : subgraphs).flatMap(({ typeDefs }) =>
    [...quoted].flatMap((coordinate) => {
      const loc = locate(typeDefs, coordinate)
      return loc ? [`${loc.source.name}:${loc.startToken.line}`] : []
    }),
  )
  if (places.length === 0) places.push(...named.flatMap(({ typeDefs }) => placeOf(typeDefs.definitions[0] ?? {})))
  return [...new Set(places)]
}

function locate(document: DocumentNode, coordinate: string): Location | undefined {
  const [typeName, fieldName] = coordinate.split('.')
  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.name?.value !== typeName || definition.kind === Kind.DIRECTIVE_DEFINITION)
      continue
    if (!fieldName) return definition.loc
    const members = ('fields' in definition && definition.fields) || ('values' in definition && definition.values) || []
    for (const member of members) if (member.name.value === fieldName) return member.loc
  }
  return undefined
}
