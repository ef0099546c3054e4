import type { Entry, Version } from '../store.ts'

export function printEntries(entries: readonly Entry[]): string {
  return entries
    .map(({ name, isHouse, version, url, since, publishedBy, leftOut }) => {
      if (isHouse) return `${name}  平台自有`
      if (leftOut !== null) return `${name}  暂不生效：${leftOut}`
      if (version === null) return `${name}  已移除`
      return `${name}  ${version.slice(0, 12)}  ${url}  ${since?.slice(0, 10)} 由 ${publishedBy} 发布`
    })
    .join('\n')
}

export function printVersions(versions: readonly Omit<Version, 'files'>[]): string {
  return versions
    .map(
      ({ hash, url, publishedAt, publishedBy }) =>
        `${hash.slice(0, 12)}  ${publishedAt}  由 ${publishedBy} 发布  ${url}`,
    )
    .join('\n')
}
