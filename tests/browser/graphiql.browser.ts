import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMonolith } from '../gateway/monolith.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

const gateway = await startMonolith()
const profile = await mkdtemp(join(tmpdir(), 'lianku-browser-'))
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  args: ['--no-sandbox', ...quiet, '--disable-component-update', '--disable-sync'],
})
const page = await browser.newPage()
const complaints: string[] = []
const hosts = new Set<string>()

beforeAll(() => {
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
})

afterAll(async () => {
  await browser.close()
  await gateway.close()
  await rm(profile, { recursive: true, force: true })
})

it('opens with the examples in tabs, and answers a query, asking no other host', async () => {
  await page.goto(gateway.url)
  await page.waitForSelector('.graphiql-tabs')
  const tabs = await page.locator('.graphiql-tab').allInnerTexts()
  await page.goto(
    `${gateway.url}?query=${encodeURIComponent('{ talent(id: "hb-edu-talent:HBHX-10486-0001") { name } }')}`,
  )
  await page.locator('.graphiql-execute-button').click()
  await page.locator('.graphiql-response', { hasText: '李清远' }).waitFor()
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })
  expect({ title: await page.title(), tabs: tabs.map((tab) => tab.trim()), hosts: [...hosts], complaints }).toEqual({
    title: 'Lianku 联库',
    tabs: ['Talents', 'Demands', 'Patents', 'Achievements', 'Organization', 'OpenLicenses', 'Libraries'],
    hosts: [`127.0.0.1:${gateway.port}`],
    complaints: [],
  })
})
