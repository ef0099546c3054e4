import { vi } from 'vitest'
import { openConnection } from '../../../subgraphs/database/connection.ts'
import type { FreshDatabase } from '../../postgres.ts'

/**
 * The address of a prepared database as a hub is told it. Its login belongs to the whole server, which test files share:
 * each gives it the same password.
 */
export async function guestAddress({ url }: Pick<FreshDatabase, 'url'>): Promise<string> {
  const password = 'the guest of all tests'
  const connection = openConnection({ url })
  try {
    await vi.waitFor(() => connection.run(`alter role lianku_guest login inherit password '${password}'`), 10_000)
  } finally {
    await connection.end()
  }
  const address = new URL(url)
  address.username = 'lianku_guest'
  address.password = password
  return address.href
}
