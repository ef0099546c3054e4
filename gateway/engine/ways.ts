import { type FieldNode, type GraphQLSchema, getNamedType, isObjectType } from 'graphql'

/** The keys that lead somewhere in an answer, each with the types of which its field is asked. */
export type Way = readonly { readonly key: string; readonly of: ReadonlySet<string> }[]

/** Where in an answer objects stand, and of which types they can be. */
export interface Spot {
  readonly way: Way
  readonly types: ReadonlySet<string>
}

/** The way on by a field, and the types that it is declared to give; none where no object there has it. */
export function wayOn({ way, types }: Spot, { name }: FieldNode, key: string, schema: GraphQLSchema) {
  const of = new Set<string>()
  const gives = new Set<string>()
  for (const typeName of types) {
    const type = schema.getType(typeName)
    const field = isObjectType(type) ? type.getFields()[name.value] : undefined
    if (!field) continue
    of.add(typeName)
    gives.add(getNamedType(field.type).name)
  }
  return of.size > 0 ? [{ way: [...way, { key, of }], gives: [...gives] }] : []
}

/** The spots of whose types some are left where only these are meant. */
export function narrowed(spots: readonly Spot[], types: ReadonlySet<string>): readonly Spot[] {
  return spots.map((spot) => ({ ...spot, types: spot.types.intersection(types) })).filter((spot) => spot.types.size > 0)
}

/** Whether who goes one way passes all that the other leads to. */
export function covers(one: Way, other: Way): boolean {
  return isAlong(one, other) && one.every(({ of }, i) => other[i]!.of.isSubsetOf(of))
}

/** Whether two ways may lead to the same. */
export function meets(one: Way, other: Way): boolean {
  return isAlong(one, other) && one.every(({ of }, i) => !other[i]!.of.isDisjointFrom(of))
}

function isAlong(one: Way, other: Way): boolean {
  return one.length === other.length && one.every(({ key }, i) => key === other[i]!.key)
}
