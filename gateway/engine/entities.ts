import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  InputRewrite,
  OutputRewrite,
  RequiresSelection,
} from '@graphql-hive/router-query-planner'
import { type Cause, FieldFailure, failureOf, isRecord } from './failure.ts'
import { badAnswer, compileAsk, receive, type Sources } from './fetch.ts'
import { compileMerge, copy, type Merge } from './merge.ts'
import { compilePath } from './paths.ts'
import { compileRepresentation } from './representations.ts'
import { topmostFields } from './requirements.ts'
import { compileRewrites, type Rewrite } from './rewrites.ts'
import type { Entity, Run, Step } from './run.ts'
import { type FilledKey, filledKeys, renamedKeys } from './selection.ts'
import { type Collected, collectTargets } from './targets.ts'

/** A fetch of entities found at one path. */
export function compileEntityFetch(path: readonly FlattenNodePathSegment[], node: FetchNode, sources: Sources): Step {
  const group = compileGroup({ ...node, alias: '_entities', variable: 'representations', paths: [path] }, sources)
  return compileGroups([group], node, sources)
}

/** Several entity fetches in one request, each under its alias, each perhaps to several paths. */
export function compileBatchFetch(node: BatchFetchNode, sources: Sources): Step {
  const groups = node.entityBatch.aliases.map((alias) =>
    compileGroup(
      {
        ...alias,
        serviceName: node.serviceName,
        operation: node.operation,
        variable: alias.representationsVariableName,
      },
      sources,
    ),
  )
  return compileGroups(groups, node, sources)
}

interface Group {
  readonly alias: string
  readonly variable: string
  readonly collect: (run: Run) => Collected
  readonly deliver: (run: Run, collected: Collected, data: Entity | undefined, causes: readonly Cause[]) => void
}

function compileGroups(groups: readonly Group[], node: FetchNode | BatchFetchNode, sources: Sources): Step {
  const ask = compileAsk(node, sources)
  const renamed = renamedKeys(
    node.kind === 'BatchFetch' ? node.entityBatch.aliases.flatMap((a) => a.outputRewrites ?? []) : node.outputRewrites,
  )
  return (run) => {
    const variables: Entity = {}
    let wanted = false
    const collected = groups.map((group) => {
      const found = group.collect(run)
      variables[group.variable] = found.representations
      wanted ||= found.representations.length > 0
      return found
    })
    if (!wanted) return undefined
    return ask(run, variables).then((answer) => {
      const { data, causes } = receive(answer, node.serviceName, renamed)
      groups.forEach((group, i) => {
        group.deliver(run, collected[i]!, data, causes)
      })
      if (data) for (const { error } of causes) run.errors.push({ error, path: [] })
    })
  }
}

interface GroupPlan {
  readonly serviceName: string
  readonly operation: string
  readonly alias: string
  readonly variable: string
  readonly paths: readonly (readonly FlattenNodePathSegment[])[]
  readonly requires?: readonly RequiresSelection[]
  readonly inputRewrites?: readonly InputRewrite[]
  readonly outputRewrites?: readonly OutputRewrite[]
}

function compileGroup(plan: GroupPlan, { supergraph }: Sources): Group {
  const walks = plan.paths.map((path) => compilePath(path, supergraph))
  const keys = filledKeys(plan.operation, plan.alias, renamedKeys(plan.outputRewrites), supergraph)
  const dependents = dependentsOf(keys, plan.serviceName, supergraph)
  const isSpared = (name: string) => (dependents.get(name)?.length ?? keys.length) < keys.length
  const representation = compileRepresentation(plan.requires ?? [], plan.inputRewrites, isSpared, supergraph)
  const rewrite = compileRewrites(plan.outputRewrites, supergraph)
  const merge = compileMerge(keys.map(({ key }) => key))
  const isKnown = (typename: unknown) => supergraph.isObjectType(typename as string)
  const fail = (target: Entity, causes: readonly Cause[]) => failKeys(target, keys, plan.serviceName, causes, isKnown)
  return {
    alias: plan.alias,
    variable: plan.variable,
    collect: (run) => collectTargets(run, walks, representation, (target, failure) => failWith(target, keys, failure)),
    deliver(_, { targets, indexes, representations, starts, spoiled }, data, causes) {
      const entities = data?.[plan.alias]
      const answered = Array.isArray(entities) ? entities : undefined
      // Errors without a place in the data have been told; without any, not even a list is a bad answer.
      const untold = answered || causes.length > 0 ? [] : [badAnswer(plan.serviceName)]
      if (answered) readEntities(answered, representations.length, plan.serviceName, rewrite)
      for (let i = 0; i < targets.length; i++) {
        const target = targets[i]!
        const index = indexes[i]!
        const entity = answered ? answered[index] : entities instanceof FieldFailure ? entities : undefined
        if (isRecord(entity) && !(entity instanceof FieldFailure)) {
          const own = starts.length > 0 && i >= starts[0]! ? copy(entity) : entity
          mergeEntity(target, own, merge, supergraph.isObjectType)
        } else if (entity instanceof FieldFailure) {
          fail(target, answered ? entity.causes : ofEntity(entity.causes, index))
        } else {
          fail(target, data ? untold : causesOf(causes, plan.alias, index))
        }
      }
      for (const [target, name, failure] of spoiled) {
        for (const { key, accepts } of dependents.get(name) ?? []) {
          if (accepts(target.__typename)) target[key] = whole(failure)
        }
      }
    },
  }
}

/** The keys that each required field is required for. */
function dependentsOf(
  keys: readonly FilledKey[],
  subgraph: string,
  { requirementOf }: Sources['supergraph'],
): ReadonlyMap<string, readonly FilledKey[]> {
  const dependents = new Map<string, FilledKey[]>()
  for (const key of keys) {
    const requirement = key.type === undefined ? undefined : requirementOf(key.type, key.field, subgraph)
    for (const name of requirement ? topmostFields(requirement) : []) {
      dependents.set(name, [...(dependents.get(name) ?? []), key])
    }
  }
  return dependents
}

/** Entities that are no objects, or were never sent, are told as bad answers. */
function readEntities(entities: unknown[], expected: number, subgraph: string, rewrite: Rewrite | undefined): void {
  for (let i = 0; i < expected; i++) {
    const entity = entities[i]
    if (entity === null || entity instanceof FieldFailure) continue
    if (isRecord(entity)) rewrite?.(entity)
    else entities[i] = new FieldFailure(subgraph, [badAnswer(subgraph)])
  }
}

/** An interface object answers with the interface's name: the type that is already known is the better one. */
function mergeEntity(target: Entity, entity: Entity, merge: Merge, isObjectType: (name: string) => boolean): void {
  const known = target.__typename
  merge(target, entity)
  if (known !== target.__typename && typeof known === 'string' && !isObjectType(target.__typename as string)) {
    target.__typename = known
  }
}

/** The name of an interface is no type yet: who should have told the type failed to. */
function failKeys(
  target: Entity,
  keys: readonly FilledKey[],
  subgraph: string,
  causes: readonly Cause[],
  isKnown: (typename: unknown) => boolean,
): void {
  const { __typename } = target
  for (const { key, accepts } of keys) {
    const open = key === '__typename' ? !isKnown(target[key]) : target[key] === undefined
    if (open && accepts(__typename)) target[key] = failureOf(key, subgraph, causes)
  }
}

/** What could not be asked for failed with what it needed. */
function failWith(target: Entity, keys: readonly FilledKey[], failure: FieldFailure): void {
  for (const { key, accepts } of keys) {
    if (target[key] === undefined && accepts(target.__typename)) target[key] = whole(failure)
  }
}

/** The failure of what needed something, in place of the failure of that. */
function whole({ subgraph, causes }: FieldFailure): FieldFailure {
  return new FieldFailure(
    subgraph,
    causes.map(({ error }) => ({ error, below: [] })),
  )
}

function ofEntity(causes: readonly Cause[], index: number): Cause[] {
  return causes.flatMap(({ error, below }) => {
    if (typeof below[0] !== 'number') return { error, below }
    return below[0] === index ? { error, below: below.slice(1) } : []
  })
}

/** Causes of an answer without data, as seen by one entity of one alias. */
function causesOf(causes: readonly Cause[], alias: string, index: number): Cause[] {
  return causes.flatMap(({ error, below }) => {
    if (below.length === 0) return { error, below }
    return below[0] === alias ? ofEntity([{ error, below: below.slice(1) }], index) : []
  })
}
