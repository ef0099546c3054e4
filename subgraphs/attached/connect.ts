import { HubError } from '#schema/errors.ts'
import { type Connection, openConnection } from '../database/connection.ts'

/** Opens a province's database to look around in it, reading only. Throws DATABASE_UNAVAILABLE, without the login. */
export async function openForChecks(url: string): Promise<Connection> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new HubError('BAD_VALUE', '数据库地址应形如 postgres://登录:密码@主机:5432/库名。')
  }
  const connection = openConnection({
    url,
    settings: { statement_timeout: '60000', default_transaction_read_only: 'on' },
  })
  try {
    await connection.send('select 1', [])
    return connection
  } catch (error) {
    connection.discard()
    const cause = error instanceof HubError ? error.cause : error
    const said = cause instanceof Error ? cause.message : '没有应答'
    throw new HubError('DATABASE_UNAVAILABLE', `无法进入 ${new URL(url).host} 的数据库：${said}。`)
  }
}
