// npm run photograph: pictures of the demonstration's pages for docs/pictures/, at three widths, light and dark.

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter, extname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { runCommand } from '../src/command/run-command.ts'

const pages = {
  front: '/',
  section: '/nation/',
  bulletin: '/2025/01/20/',
  story: '/nation/2025/01/20/six-men-taken-off-at-the-bar/',
} as const
const widths = [390, 768, 1440] as const
const schemes = ['light', 'dark'] as const
const height = 1000
const [published, pictures] = ['_site', 'docs/pictures']

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const photograph = async (
  browser: Browser,
  colorScheme: (typeof schemes)[number],
  width: number,
): Promise<void> => {
  const page = await browser.newPage({ colorScheme, viewport: { width, height }, reducedMotion: 'reduce' })
  await serveFromDisk(page)
  for (const [name, url] of Object.entries(pages)) {
    await page.goto(`http://pages.example${url}`, { waitUntil: 'networkidle' })
    await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.jpg`), quality: 62 })
  }
  await page.close()
}

/** No server is needed, and nothing else is reached. */
const serveFromDisk = async (page: Page): Promise<void> => {
  await page.route('**/*', route => {
    const file = fileAt(new URL(route.request().url()).pathname)
    if (!existsSync(file)) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? '' })
  })
}

const fileAt = (url: string): string =>
  join(published, url.endsWith('/') ? `${url}index.html` : decodeURIComponent(url))

const findChromium = (): string => {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  const onPath = PATH.split(delimiter).flatMap(folder =>
    ['chromium', 'chromium-browser', 'google-chrome'].map(name => join(folder, name)),
  )
  return CHROMIUM_PATH ?? onPath.find(file => existsSync(file)) ?? chromium.executablePath()
}

await runCommand({
  help: `Photographs the pages in ${published}/ for ${pictures}/, in Chromium (CHROMIUM_PATH, or on PATH): ${Object.keys(pages).join(', ')},
each ${widths.join(', ')} pixels wide, light and dark. Run npm run build before.

npm run photograph -- [--help]`,
  options: {},
  run: async () => {
    const missing = Object.values(pages).filter(url => !existsSync(fileAt(url)))
    if (missing.length > 0) {
      console.error(`${published}/ has no ${missing.join(' and no ')}: run npm run build first`)
      return 1
    }
    mkdirSync(pictures, { recursive: true })
    const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
    try {
      for (const scheme of schemes) for (const width of widths) await photograph(browser, scheme, width)
    } finally {
      await browser.close()
    }
    return 0
  },
})
