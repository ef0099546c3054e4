import { readdirSync, readFileSync } from 'node:fs'

/** Processor seconds and the most memory in MB of a process, as Linux counts them; nothing once it is gone. */
export function usageOf(pid: number): { readonly cpu: number; readonly mb: number } | undefined {
  try {
    const stat = fieldsOf(pid)
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    return { cpu: (Number(stat[11]) + Number(stat[12])) / ticks, mb: Number(peak) / 1024 }
  } catch {
    return undefined
  }
}

/** Processor seconds of a server with all the processes it has and had. */
export function familyCpu(pid: number): number {
  const ended = fieldsOf(pid).slice(13, 15).map(Number)
  const family = [pid, ...childrenOf(pid)].map((member) => usageOf(member)?.cpu ?? 0)
  return [...family, ...ended.map((count) => count / ticks)].reduce((sum, seconds) => sum + seconds, 0)
}

/** Processes this one has started; cheaper than to look through all. */
export function ownChildren(): number[] {
  const listed = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  return listed.split(' ').filter(Boolean).map(Number)
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((child) => {
    try {
      return Number(fieldsOf(child)[1]) === pid
    } catch {
      return false
    }
  })
}

const ticks = 100

/** The fields of /proc/PID/stat behind the program's name. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
