import { join } from 'node:path'
import { type Command, readArguments, wrongArguments } from '../../command.ts'
import { share } from '../commands.ts'
import { printReport } from '../print.ts'
import { harvest } from './harvest.ts'

const usage = `  lianku harvest 资源库 [地址]              从另一平台收割变化，如 https://…/libraries/hl-demand/changes；中断后再次执行即接着取
    --removable 0.1 一批最多移除的比例，超过则待确认`

export const harvestCommand: Command = {
  usage,
  async run(args, { config, sinks, withHub, print, progress, progressDone }) {
    const { values, positionals } = readArguments(args, usage, { removable: { type: 'string' } })
    const [library, url, ...more] = positionals
    if (!library || more.length > 0) throw wrongArguments(usage, positionals.join(' '))
    const removable = values.removable === undefined ? {} : { removable: share(values.removable) }
    const folder = join(config.dataDir, 'intake', 'harvest')
    const report = await withHub(({ database }) =>
      harvest({ database, sinks, library, url, folder, progress, ...removable }),
    )
    progressDone()
    print(printReport(report), report)
    return report.libraries.some(({ release }) => release?.state === 'HELD') ? 2 : 0
  },
}
