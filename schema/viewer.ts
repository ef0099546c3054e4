import { z } from 'zod'
import { type Province, provinces } from './provinces.ts'

/** Everybody who may ask, as the offices' duties divide them. */
export const roles = [
  'PUBLIC',
  'ENTERPRISE',
  'TECHNOLOGIST',
  'UNIVERSITY',
  'LOCAL_AUTHORITY',
  'LIBRARY_OWNER',
  'OPERATOR',
  'EVALUATOR',
  'BROKER',
  'DATA_TEAM',
] as const

export type Role = (typeof roles)[number]

/** Who asks, as a trusted issuer vouches for it; what is absent opens nothing. */
export type Viewer = {
  readonly role: Role
  /** The person or account, as its issuer names it. */
  readonly subject?: string
  readonly province?: Province
  readonly agency?: string
  /** Ids of the libraries the viewer answers for. */
  readonly libraries?: readonly string[]
  /** Id of the viewer's own organization. */
  readonly organization?: string
  /** Purposes of PIPL art. 23 the viewer may process personal data for, such as LIST_CONTACT. */
  readonly purposes?: readonly string[]
}

export const anyone: Viewer = { role: 'PUBLIC' }

// The context of a unit of work is JSON inside PostgreSQL, which refuses NUL and lone surrogates.
const text = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

/** A viewer from outside, checked; what it does not know is refused. */
export const viewerShape = z.strictObject({
  role: z.enum(roles),
  subject: text.optional(),
  province: z.enum(provinces.map(({ name }) => name)).optional(),
  agency: text.optional(),
  libraries: z.array(text).max(100).optional(),
  organization: text.optional(),
  purposes: z.array(text).max(20).optional(),
}) satisfies z.ZodType<Viewer>
