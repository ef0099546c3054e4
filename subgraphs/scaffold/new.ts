import { resolve } from 'node:path'
import { type Command, readArguments, wrongArguments } from '../command.ts'
import { createSubgraph, type Language, languages } from './create.ts'

const usage =
  '  lianku subgraph new 代号 [--lang ts|python] [--into 文件夹]   新建一个即可运行的子图：约定、示例数据、测试、签名核验、Dockerfile'

export const newSubcommand: Command = {
  usage,
  async run(args, desk) {
    const { values, positionals } = readArguments(args, usage, {
      lang: { type: 'string', default: 'ts' },
      into: { type: 'string' },
    })
    const [code] = positionals
    if (!code || positionals.length > 1 || !Object.hasOwn(languages, values.lang)) {
      throw wrongArguments(usage, args.join(' '))
    }
    const folder = resolve(values.into ?? code)
    const language = values.lang as Language
    const taken = desk.subgraphs.map(({ name }) => name)
    const files = await createSubgraph(code, language, folder, taken)
    const [start, test] = commands[language]
    const told = [
      `已在 ${folder} 建立子图 ${code}：${files.join('、')}`,
      '接下来：',
      `  cd ${folder} && ${start}`,
      `  ${test}`,
      `  npm run lianku -- subgraph dev ${code} --url http://localhost:4001/`,
    ]
    desk.print(told.join('\n'), { subgraph: code, folder, files })
    return 0
  },
}

const commands: Readonly<Record<Language, readonly [start: string, test: string]>> = {
  ts: ['npm install && npm start', 'npm test'],
  python: ['python3 server.py', 'python3 -m unittest'],
}
