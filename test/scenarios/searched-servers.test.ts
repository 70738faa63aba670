// nginx and Caddy serve the search and its index, which stands in the site beside the publishes.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  compressing,
  hasCompressingServer,
  type RealServer,
  type RealServerName,
  startServer,
} from '../rig/real-server.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

/** What leads to files that a publish may take away is asked about each time. */
const current = 'public, max-age=0, must-revalidate'

const names: readonly RealServerName[] = ['nginx', 'caddy']
const stops: (() => Promise<void> | void)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

const publish = (site: SiteFolder): void => {
  const { status, stderr } = site.run('build', '--now=2024-10-27T00:00:00Z')
  expect(status, stderr).toBe(0)
}

describe.each(names)('%s, with a search and compressed files', name => {
  let site: SiteFolder
  let server: RealServer
  let isHere = false
  beforeAll(async () => {
    isHere = hasCompressingServer(name)
    if (!isHere) return
    site = createSite({
      '_data/site.yaml': `${siteData['_data/site.yaml']}search: true\nhosting: { precompress: true }\n`,
      [storyFile]: storyText({}, 'A lighthouse keeper told us.\n'),
    })
    publish(site)
    server = await startServer(name, site, ...compressing(name))
    stops.push(server.stop, site.dispose)
  })

  const published = (file: string): Buffer => readFileSync(join(site.root, '_site/search', file))
  const filesOfIndex = () => Object.keys(site.snapshot('_site/search/2024')).map(file => `2024/${file}`)

  test('lets scripts run where readers search, and nowhere else', async () => {
    if (!isHere) return
    const policyOf = async (path: string) => (await server.ask(path)).headers['content-security-policy']
    for (const part of ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"]) {
      expect(await policyOf('/search/')).toContain(part)
      expect(await policyOf('/')).not.toContain(part)
    }
  })

  test('sends each file of the index as it is, for good where its name tells its content', async () => {
    if (!isHere) return
    const files = filesOfIndex().filter(file => /\.(?:pf_\w+|pagefind)$/.test(file))
    expect(new Set(files.map(file => file.replace(/^.*\./, '')))).toEqual(
      new Set(['pf_filter', 'pf_fragment', 'pf_index', 'pf_meta', 'pagefind']),
    )
    for (const file of files) {
      const { status, headers, body } = await server.ask(`/search/${file}`, { 'accept-encoding': 'gzip, br' })
      expect([file, status, headers['content-type'], headers['content-encoding']]).toEqual([
        file,
        200,
        'application/octet-stream',
        undefined,
      ])
      expect(body.equals(published(file)), file).toBe(true)
      expect(headers['cache-control'], file).toBe(
        file.endsWith('.pagefind') ? current : 'public, max-age=31536000, immutable',
      )
    }
  })

  test('sends scripts and lists as what they are, compressed beforehand or on the way', async () => {
    if (!isHere) return
    for (const [file, type] of [
      ['search.js', 'text/javascript; charset=utf-8'],
      ['2024/pagefind.js', 'text/javascript; charset=utf-8'],
      ['2024/pagefind-entry.json', 'application/json; charset=utf-8'],
      ['bundles.json', 'application/json; charset=utf-8'],
    ] as const) {
      const plain = await server.ask(`/search/${file}`)
      expect([file, plain.status, plain.headers['content-type']]).toEqual([file, 200, type])
      expect(plain.body.equals(published(file)), file).toBe(true)
      expect([file, plain.headers['cache-control']]).toEqual([
        file,
        file.endsWith('.json') ? current : 'public, max-age=3600, stale-while-revalidate=86400',
      ])
      const { headers, body } = await server.ask(`/search/${file}`, { 'accept-encoding': 'gzip' })
      // Servers leave small files as they are.
      const unpacked = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
      expect(unpacked.equals(plain.body), file).toBe(true)
      if (file.endsWith('.js')) expect(headers['content-encoding'], file).toBe('gzip')
    }
    const { body } = await server.ask('/search/search.js', { 'accept-encoding': 'br' })
    expect(brotliDecompressSync(body).equals(published('search.js'))).toBe(true)
  })

  test('never shows an older list of bundles, however it is asked for', async () => {
    if (!isHere) return
    const before = published('bundles.json')
    site.write(storyFile, storyText({}, 'The keeper of the lighthouse told nobody.\n'))
    publish(site)
    const after = published('bundles.json')
    expect(after.equals(before)).toBe(false)
    for (const encoding of ['identity', 'gzip', 'br']) {
      const { headers, body } = await server.ask('/search/bundles.json', { 'accept-encoding': encoding })
      expect([encoding, headers['content-encoding'], String(body)]).toEqual([
        encoding,
        undefined,
        String(after),
      ])
    }
    const copies = Object.keys(site.snapshot('_site/search')).filter(file => /\.(?:br|gz)$/.test(file))
    expect(copies).toEqual(['index.html.br', 'index.html.gz', 'search.js.br', 'search.js.gz'])
  })
})
