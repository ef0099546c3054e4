import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** GraphiQL for people who open the graph in a browser, wholly from here: no other host is asked for anything. */
export interface GraphiQL {
  /** Sends the page where a browser asks for one; resolves to false for every other request. */
  page(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Sends one of the page's files; resolves to false for a path that is none. */
  file(path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

interface Asset {
  readonly type: string
  readonly text: string
  /** Compressed once, when first asked for. */
  zipped?: Promise<Buffer>
}

const title = 'Lianku 联库'

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><rect width="32" height="32" ' +
  'rx="7" fill="#b3261e"/><path d="M9 10a5 5 0 0 1 5-5h4a5 5 0 0 1 0 10h-2m7 7a5 5 0 0 1-5 5h-4a5 5 0 0 1 0-10h2" ' +
  'fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>'

/** The editor injects its style rules, and its fonts and images are inline; scripts only come as files of ours. */
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export function createGraphiQL(): GraphiQL {
  let loaded: ReturnType<typeof load> | undefined
  const assets = () => {
    loaded ??= load() // nine megabytes, so not before somebody opens the page
    return loaded
  }
  return {
    async page(request, response) {
      if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return false
      await send(request, response, (await assets()).page, 'no-cache')
      return true
    },
    async file(path, request, response) {
      if (!path.startsWith(base)) return false
      const asset = (await assets()).files.get(path)
      if (!asset) return false
      await send(request, response, asset, 'public, max-age=31536000, immutable')
      return true
    },
  }
}

const base = '/graphiql/'

/** Files by names that carry a digest of their content, so that they may be cached for good. */
async function load(): Promise<{ readonly page: Asset; readonly files: ReadonlyMap<string, Asset> }> {
  const { js, css, editorWorkerService, jsonWorker, graphqlWorker } = await import(
    '@graphql-yoga/render-graphiql/graphiql'
  )
  const files = new Map<string, Asset>()
  const add = (name: string, type: string, text: string) => {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
    const path = base + name.replace('.', `-${digest}.`)
    files.set(path, { type, text })
    return path
  }
  const script = 'text/javascript; charset=utf-8'
  const workers = {
    editorWorkerService: add('editor-worker.js', script, editorWorkerService),
    json: add('json-worker.js', script, jsonWorker),
    graphql: add('graphql-worker.js', script, graphqlWorker),
  }
  const options = {
    title,
    logo: mark,
    endpoint: '/graphql',
    subscriptionsProtocol: 'GRAPHQL_SSE',
    defaultTabs: await readExamples(),
  }
  const start = `self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_, label) => (${JSON.stringify(workers)})[label] }
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify(options)})
`
  const text = pageOf({
    icon: add('mark.svg', 'image/svg+xml', mark),
    style: add('app.css', 'text/css; charset=utf-8', css),
    scripts: [add('app.js', script, js), add('start.js', script, start)],
  })
  return { page: { type: 'text/html; charset=utf-8', text }, files }
}

/** The example operations, in the order of their names: the tabs a first visit opens with. */
async function readExamples(): Promise<readonly { readonly query: string }[]> {
  const folder = new URL('../examples/', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort()
  return Promise.all(names.map(async (name) => ({ query: await readFile(new URL(name, folder), 'utf8') })))
}

interface PageParts {
  readonly icon: string
  readonly style: string
  readonly scripts: readonly string[]
}

const pageOf = ({ icon, style, scripts }: PageParts) => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="icon" href="${icon}" />
    <link rel="stylesheet" href="${style}" />
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>浏览数据图需要启用 JavaScript。 / Exploring the graph needs JavaScript.</noscript>
    <div id="root"></div>
    ${scripts.map((source) => `<script src="${source}"></script>`).join('\n    ')}
  </body>
</html>
`

const zip = promisify(gzip)

async function send(request: IncomingMessage, response: ServerResponse, asset: Asset, caching: string): Promise<void> {
  const etag = `"${createHash('sha256').update(asset.text).digest('base64url').slice(0, 22)}"`
  const headers = {
    'content-type': asset.type,
    'cache-control': caching,
    etag,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    vary: 'accept, accept-encoding',
  }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  const zips = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (zips) asset.zipped ??= zip(asset.text)
  const body = zips ? await asset.zipped! : Buffer.from(asset.text)
  response.writeHead(200, {
    ...headers,
    ...(zips ? { 'content-encoding': 'gzip' } : {}),
    'content-length': body.length,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
