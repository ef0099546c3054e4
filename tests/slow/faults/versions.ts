import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asOwner } from '../../postgres.ts'

/** Rows that every version of the file has; one more comes with each version and goes with the next. */
export const rows = 300

const columns = ['需求编号', '企业名称', '统一社会信用代码', '市(地)', '需求名称', '所属产业', '技术指标', '意向投入']
const others = ['需求类型', '截止日期', '推送高校数', '更新批次', '状态']

/** Writes Heilongjiang's demands in their `version`-th wording; every row says which it is. Gives back the path. */
export async function writeVersion(folder: string, version: number): Promise<string> {
  const numbers = [...Array.from({ length: rows }, (_, i) => `XQ-${i}`), `XQ-V${version}`]
  const lines = numbers.map(
    (number, i) =>
      `${number},黑龙江示例装备${i % 40}有限公司,91230100MAYY0000XN,哈尔滨市,第${version}版示例关键部件${i},41,连续运行${i}小时,${i}万元,技术开发,2024-06-15,3,2023H1,已推送`,
  )
  const file = join(folder, '需求库.csv')
  await writeFile(file, `${[...columns, ...others].join(',')}\n${lines.join('\n')}\n`)
  return file
}

/** What is in force, as the lists show it and as the releases keep it. */
export type InForce = {
  /** Versions that any row is of. */
  readonly shown: readonly number[]
  readonly kept: readonly number[]
  readonly shownRows: number
  readonly keptRows: number
  /** Local ids that stand there more than once. */
  readonly doubled: number
  readonly releasesInForce: number
  readonly releases: number
}

export async function inForce(url: string): Promise<InForce> {
  const [row] = await asOwner(
    url,
    `with shown as (select local_id, substring(title from '^第(\\d+)版')::int as version from demand.demand),
      kept as (select local_id, substring(record ->> 'title' from '^第(\\d+)版')::int as version
        from library.version where to_release is null and kind = 'demand')
    select
      coalesce((select array_agg(distinct version) from shown), '{}') as shown,
      coalesce((select array_agg(distinct version) from kept), '{}') as kept,
      (select count(*)::int from shown) as "shownRows",
      (select count(*)::int from kept) as "keptRows",
      (select count(*) - count(distinct local_id) from shown)::int as doubled,
      (select count(*)::int from library.release where state = 'IN_FORCE') as "releasesInForce",
      (select count(*)::int from library.release) as releases`,
  )
  return row as InForce
}

/** A whole version and nothing else. */
export function whole(version: number, releases: number): InForce {
  const all = rows + 1
  return {
    shown: [version],
    kept: [version],
    shownRows: all,
    keptRows: all,
    doubled: 0,
    releasesInForce: 1,
    releases,
  }
}
