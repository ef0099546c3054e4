import type { Viewer } from '#schema/viewer.ts'

/** What somebody did with restricted content, or changed. Holds ids and names of fields, never their values. */
export type AuditEvent = {
  readonly action: 'READ' | 'CHANGE' | 'GRANT' | 'INTAKE' | 'EXPORT'
  readonly viewer: Viewer
  /** What it was done to, e.g. `Talent`, `hb-edu-talent@3`. */
  readonly object: string
  readonly ids?: readonly string[]
  /** Fields that are personal or not shared unconditionally. */
  readonly fields?: readonly string[]
  /** Why: the duty, the purpose or the request of a person. */
  readonly reason: string
  readonly requestId?: string
}

/** What was seen of restricted content; without an id when it was only counted. */
export type Seen = Pick<AuditEvent, 'object' | 'ids' | 'fields'> | undefined
