import type { QueryPlanner } from '@graphql-hive/router-query-planner'
import { type ExecutionResult, GraphQLError, type GraphQLObjectType } from 'graphql'
import { type Conditions, conditionVariables } from './conditions.ts'
import { refuseConflicts } from './conflicts.ts'
import type { OperationKind, Prepared, RequestContext } from './contract.ts'
import type { Path } from './failure.ts'
import type { Sources } from './fetch.ts'
import { compileIntrospection } from './introspection.ts'
import { type Names, plannedNames } from './names.ts'
import { normalizeOperation } from './normalize.ts'
import type { ClientOperation } from './operation.ts'
import { type Plan, planOperation } from './plan-operation.ts'
import { compileProjection } from './project.ts'
import type { Entity, Run } from './run.ts'
import { compileSubscription } from './subscription.ts'
import type { Projection } from './tell.ts'
import { compileVariables } from './variables.ts'

/** An operation under one outcome of its conditions. */
interface Variant {
  readonly execute: (variables: Entity, context: RequestContext) => Promise<ExecutionResult>
  readonly subscribe: (variables: Entity, context: RequestContext) => AsyncIterable<ExecutionResult>
}

const mostVariants = 32

/**
 * Compiles one valid operation into functions; throws a client error where the planner finds no way. Each outcome of
 * `@skip` and `@include` is planned by itself when it first occurs: the planner never sees a condition, so it fetches
 * exactly what is wanted, and none of its gaps with nested conditions can be met. So is each share of a progressive
 * `@override(label: "percent(20)")`, which a request falls into by chance.
 */
export function compileOperation(client: ClientOperation, planner: QueryPlanner, sources: Sources): Prepared {
  const { operation, document } = client
  const { schema } = sources.supergraph
  const kind = operation.operation as OperationKind
  const names = plannedNames(document, sources.supergraph)
  const coerce = compileVariables(schema, operation, names)
  const conditions = conditionVariables(document)
  const variants = new Map<string, Variant>()
  const variantFor = (holds: (name: string) => boolean): Variant => {
    const held = conditions.map(holds)
    const chance = planner.overridePercentages.length > 0 ? Math.random() * 100 : 0
    const moved = planner.overridePercentages.filter((share) => chance < share)
    const outcome = [...held, ...moved].join()
    const known = variants.get(outcome)
    if (known) return known
    const when = Object.fromEntries(conditions.map((name, i) => [name, held[i]!]))
    const plan: Plan = (text) => planner.plan(text, null, new Set(), chance)
    const variant = compileVariant(client, names, when, plan, sources)
    if (variants.size >= mostVariants) variants.delete(variants.keys().next().value!)
    variants.set(outcome, variant)
    return variant
  }
  variantFor(() => true)

  const start = <T>(run: (variant: Variant, variables: Entity) => T) => {
    return (given: Parameters<typeof coerce>[0]): T | { readonly errors: readonly GraphQLError[] } => {
      const variables = coerce(given)
      if ('errors' in variables) return variables
      try {
        return run(
          variantFor((name) => variables.coerced[names.variable(name)] === true),
          variables.coerced,
        )
      } catch (error) {
        if (error instanceof GraphQLError) return { errors: [error] }
        throw error
      }
    }
  }
  const execute: Prepared['execute'] = async (given, context) =>
    start((variant, variables) => variant.execute(variables, context))(given)
  if (kind !== 'subscription') return { kind, document, operation, execute, subscribe: execute }
  return {
    kind,
    document,
    operation,
    execute,
    subscribe: async (given, context) => start((variant, variables) => variant.subscribe(variables, context))(given),
  }
}

function compileVariant(
  client: ClientOperation,
  names: Names,
  conditions: Conditions,
  plan: Plan,
  sources: Sources,
): Variant {
  const { schema, isProvided, isLent } = sources.supergraph
  const halves = normalizeOperation({ client, names, schema, conditions, isProvided, isLent })
  if (halves.data) refuseConflicts(halves.data, sources.supergraph.conflicts)
  const introspect = halves.schema && compileIntrospection(schema, halves.schema)
  const project = compileAnswer(client, names, conditions, sources)
  const begin = (variables: Entity, context: RequestContext): Run => {
    const run: Run = {
      data: Object.create(null),
      variables,
      context,
      errors: [],
      withheld: new Map(),
      incomplete: new Map(),
    }
    if (introspect) Object.assign(run.data, introspect(variables))
    return run
  }
  if (client.operation.operation === 'subscription') {
    const subscribe = halves.data && compileSubscription(halves.data, plan, sources)
    return {
      execute: async () => ({ errors: [new GraphQLError('订阅应通过 subscribe 执行。')] }),
      subscribe: (variables, context) => subscribe?.(() => begin(variables, context), project) ?? noEvents(),
    }
  }
  const step = halves.data && planOperation(halves.data, plan, sources)
  const execute: Variant['execute'] = async (variables, context) => {
    const run = begin(variables, context)
    await step?.(run)
    return project(run)
  }
  return { execute, subscribe: noEvents }
}

async function* noEvents(): AsyncGenerator<ExecutionResult> {}

/** Compiles how an answer is shaped from what a run has fetched. */
function compileAnswer(
  client: ClientOperation,
  names: Names,
  conditions: Conditions,
  { supergraph }: Sources,
): (run: Run) => ExecutionResult {
  const { schema, owners, isHiddenValue, isObjectType } = supergraph
  const { operation, fragments } = client
  const root = schema.getRootType(operation.operation) as GraphQLObjectType
  const shape = compileProjection(root, operation.selectionSet, {
    schema,
    names,
    fragments,
    conditions,
    owner: (type, field) => owners(type, field)[0],
    isHiddenValue,
    isHidden: (name) => isObjectType(name) && !schema.getType(name),
  })
  return (run) => {
    const to: Projection = { errors: [] }
    const data = shape(run.data, to)
    const told = toldBy(run)
    if (to.errors.length === 0 && run.errors.length === 0) return { data, ...told }
    const placed = to.errors.map(({ error, path }) => toClient(error, path.reverse()))
    return { errors: [...placed, ...run.errors.map(({ error, path }) => toClient(error, path))], data, ...told }
  }
}

/** What subgraphs told beside their data. */
function toldBy({ withheld, incomplete }: Run): Pick<ExecutionResult, 'extensions'> {
  if (withheld.size === 0 && incomplete.size === 0) return {}
  return {
    extensions: {
      ...(withheld.size > 0 && { withheld: [...withheld.values()] }),
      ...(incomplete.size > 0 && { incomplete: [...incomplete.values()] }),
    },
  }
}

function toClient(error: { message: string; extensions?: Record<string, unknown> }, path: Path): GraphQLError {
  const at = path.length > 0 ? { path: [...path] } : {}
  return new GraphQLError(error.message, { extensions: error.extensions, ...at })
}
