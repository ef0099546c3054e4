import type { QueryPlanner } from '@graphql-hive/router-query-planner'
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import type { OperationKind, Prepared, RequestContext } from './contract.ts'
import type { FieldFailure } from './failure.ts'
import type { Sources } from './fetch.ts'
import { compileIntrospection } from './introspection.ts'
import { type Names, plannedNames } from './names.ts'
import { normalizeOperation, renameVariables } from './normalize.ts'
import type { ClientOperation } from './operation.ts'
import { planOperation } from './plan-operation.ts'
import { compileProjection, type Projection } from './project.ts'
import type { Entity, Run, Step } from './run.ts'
import { compileSubscription } from './subscription.ts'

export type Variables = Readonly<Record<string, unknown>> | null | undefined

/** Compiles one valid operation into functions; throws a client error where the planner finds no way. */
export function compileOperation(client: ClientOperation, planner: QueryPlanner, sources: Sources): Prepared {
  const { schema } = sources.supergraph
  const { operation } = client
  const kind = operation.operation as OperationKind
  const names = plannedNames(client.document.loc?.source.body ?? '', sources.supergraph.hasField)
  const halves = normalizeOperation(client, names, schema)
  const introspect = halves.schema && compileIntrospection(schema, halves.schema)
  const coerce = compileVariables(schema, operation, names)
  const project = compileAnswer(client, names, sources)

  const begin = (variables: Entity, context: RequestContext): Run => {
    const run: Run = { data: Object.create(null), variables, context, errors: [] }
    if (introspect) Object.assign(run.data, introspect(variables))
    return run
  }
  if (kind === 'subscription') {
    const subscribe = compileSubscription(halves.data!, planner, sources)
    return {
      kind,
      document: client.document,
      operation,
      execute: async () => ({ errors: [new GraphQLError('订阅应通过 subscribe 执行。')] }),
      async subscribe(given, context) {
        const variables = coerce(given)
        return 'errors' in variables ? variables : subscribe(() => begin(variables.coerced, context), project)
      },
    }
  }
  const step: Step = halves.data ? planOperation(halves.data, planner, sources) : () => undefined
  const execute: Prepared['execute'] = async (given, context) => {
    const variables = coerce(given)
    if ('errors' in variables) return variables
    const run = begin(variables.coerced, context)
    await step(run)
    return project(run)
  }
  return { kind, document: client.document, operation, execute, subscribe: execute }
}

type Coerced = { readonly coerced: Entity } | { readonly errors: readonly GraphQLError[] }

/** Coerces variables as graphql-js does, under their planned names. */
function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, names: Names) {
  const definitions = operation.variableDefinitions ?? []
  const renamed = definitions.filter(({ variable: { name } }) => names.variable(name.value) !== name.value)
  const variableDefinitions = definitions.map((definition) => renameVariables(definition, names))
  return (given: Variables): Coerced => {
    if (definitions.length === 0) return { coerced: {} }
    let inputs = given ?? {}
    if (renamed.length > 0) {
      inputs = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [names.variable(name), value]))
    }
    const { coerced, errors } = getVariableValues(schema, variableDefinitions, inputs, { maxErrors: 20 })
    return errors ? { errors } : { coerced }
  }
}

const mostShapes = 32

/** Compiles how an answer is shaped: one projection for each combination of conditions that occurs. */
function compileAnswer(client: ClientOperation, names: Names, sources: Sources): (run: Run) => ExecutionResult {
  const { supergraph } = sources
  const { operation, document, fragments } = client
  const root = supergraph.schema.getRootType(operation.operation) as GraphQLObjectType
  const conditions = conditionVariables(document)
  const shapes = new Map<string, ReturnType<typeof compileProjection>>()
  const shapeFor = (run: Run) => {
    const held = conditions.map((name) => run.variables[names.variable(name)] === true)
    const mask = held.join()
    const known = shapes.get(mask)
    if (known) return known
    const project = compileProjection(root, operation.selectionSet, {
      schema: supergraph.schema,
      names,
      fragments,
      conditions: Object.fromEntries(conditions.map((name, i) => [name, held[i]])),
      owner: (type, field) => supergraph.owners(type, field)[0],
      isHiddenValue: supergraph.isHiddenValue,
      isHidden: (name) => supergraph.isObjectType(name) && !supergraph.schema.getType(name),
    })
    if (shapes.size < mostShapes) shapes.set(mask, project)
    return project
  }
  return (run) => {
    const to: Projection = { errors: [] }
    const data = shapeFor(run)(run.data, to)
    if (to.errors.length === 0 && run.errors.length === 0) return { data }
    const errors = [
      ...to.errors.map(({ error, path }) => toClient(error, path.reverse())),
      ...run.errors.map((e) => toClient(e.error, e.path)),
    ]
    return { errors, data }
  }
}

function toClient(
  { message, extensions }: { message: string; extensions?: Record<string, unknown> },
  path: FieldFailure['causes'][number]['below'],
) {
  return new GraphQLError(message, { extensions, ...(path.length > 0 ? { path: [...path] } : {}) })
}

function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Directive(node) {
      if (node.name.value !== 'skip' && node.name.value !== 'include') return
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}
