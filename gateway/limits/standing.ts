import { type Role, roles } from '#schema/viewer.ts'
import { defaultLimits, type Limits } from './limits.ts'

/** What callers of one role may ask. */
export interface Standing {
  readonly limits: Limits
  /** Whether they may ask for the schema. */
  readonly introspection: boolean
  /** Whether documents of their own are answered where those of others must be registered. */
  readonly ownDocuments: boolean
  /** What an error may tell them: names of the schema, words of their own document only, or nothing. */
  readonly errors: 'names' | 'own words' | 'nothing'
}

/** The standing of each role as configured. Throws TypeError at startup on a role or a limit that does not exist. */
export function createStandings(
  changed: ReadonlyMap<string, number>,
  introspection: 'everyone' | 'signed-in' | 'nobody',
): (role: Role) => Standing {
  refuseUnknown(changed)
  const kept = new Map<string, Limits>()
  const standings = new Map(
    roles.map((role): [Role, Standing] => {
      const anonymous = role === 'PUBLIC'
      const introspects = introspection === 'everyone' || (introspection === 'signed-in' && !anonymous)
      return [
        role,
        {
          limits: once(kept, {
            ...defaultLimits,
            ...wider[role],
            ...changedFor('', changed),
            ...changedFor(`${role}.`, changed),
          }),
          introspection: introspects,
          ownDocuments: role === 'DATA_TEAM' || role === 'OPERATOR',
          errors: anonymous ? (introspects ? 'own words' : 'nothing') : introspects ? 'names' : 'own words',
        },
      ]
    }),
  )
  return (role) => standings.get(role)!
}

/** What a signed-in caller may ask beyond the defaults, which are everybody's. */
const signedIn: Partial<Limits> = { cost: 100_000, costPerMinute: 2_000_000 }

/** Data teams write long documents by hand and read whole libraries. */
const dataTeam: Partial<Limits> = { tokens: 15_000, cost: 500_000, costPerMinute: 20_000_000 }

const wider: Readonly<Record<Role, Partial<Limits>>> = {
  PUBLIC: {},
  ENTERPRISE: signedIn,
  TECHNOLOGIST: signedIn,
  UNIVERSITY: signedIn,
  LOCAL_AUTHORITY: signedIn,
  LIBRARY_OWNER: signedIn,
  OPERATOR: dataTeam,
  EVALUATOR: signedIn,
  BROKER: signedIn,
  DATA_TEAM: dataTeam,
}

/** Roles with the same limits share one value, so that what one of them asked need not be checked again for another. */
function once(kept: Map<string, Limits>, limits: Limits): Limits {
  const key = JSON.stringify(limits)
  const known = kept.get(key) ?? limits
  kept.set(key, known)
  return known
}

function changedFor(prefix: string, changed: ReadonlyMap<string, number>): Partial<Limits> {
  const names = Object.keys(defaultLimits).filter((name) => changed.has(prefix + name))
  return Object.fromEntries(names.map((name) => [name, changed.get(prefix + name)!]))
}

function refuseUnknown(changed: ReadonlyMap<string, number>): void {
  for (const name of changed.keys()) {
    const [limit, role] = name.split('.').reverse()
    if (role !== undefined && !(roles as readonly string[]).includes(role)) {
      throw new TypeError(`LIMITS has ${name}; the roles are ${roles.join(', ')}.`)
    }
    if (!Object.hasOwn(defaultLimits, limit!)) {
      throw new TypeError(`LIMITS has ${name}; the limits are ${Object.keys(defaultLimits).join(', ')}.`)
    }
  }
}
