import { describe, expect, test } from 'vitest'
import { cacheOf, typeOfFile } from '../../src/domain/file-kinds.ts'
import type { Site } from '../../src/domain/newsroom.ts'
import { headerRules, isPolicyTooLong, longestHeaderLine } from '../../src/hosting/header-rules.ts'
import { hashForPolicy } from '../../src/system/digest.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'
import { headersFor, type Network } from './networks.ts'

const { site } = newsroomOf({}).newsroom
const hashes = (count: number) => Array.from({ length: count }, (_, at) => hashForPolicy(`${at}`))
const fewStyles = hashes(2)

/** As the layout writes them. */
const printed = (of: Site, styles: readonly string[]): string =>
  headerRules(of, styles)
    .map(({ path, takenBack, headers }) =>
      [
        path,
        ...takenBack.map(name => `  ! ${name}`),
        ...headers.map(({ name, value }) => `  ${name}: ${value}`),
      ].join('\n'),
    )
    .join('\n')

const networks: readonly Network[] = ['cloudflare', 'netlify']

describe.each(networks)('with %s', network => {
  const of = (path: string) => headersFor(network, printed(site, fewStyles), path)

  test.each([
    ['the front', '/', cacheOf.page],
    ['a section', '/world/', cacheOf.page],
    ['a story', '/world/2024/10/24/harbour-reopens/', cacheOf.page],
    ['a feed', '/rss.xml', cacheOf.feed],
    ['the feed of a topic', '/topics/nato/rss.xml', cacheOf.feed],
    ['a sitemap', '/sitemaps/2024-10.xml', cacheOf.feed],
    ['a size of a picture', '/media/hashed/2024/10/24/storm-0f3a9c1e-640.avif', cacheOf.fingerprinted],
    ['a cut of a picture', '/media/hashed/2024/10/24/storm-0f3a9c1e-16x9.jpg', cacheOf.fingerprinted],
    ['a part of the search index', '/search/2024/fragment/en_1f3.pf_fragment', cacheOf.fingerprinted],
    ['what the search sorts by', '/search/2024-10/filter/en_367125e.pf_filter', cacheOf.fingerprinted],
    ['the program of the search, whose name stays', '/search/2024/wasm.en.pagefind', cacheOf.current],
    ['the list of bundles', '/search/bundles.json', cacheOf.current],
    ['what leads into a bundle', '/search/2024-10/pagefind-entry.json', cacheOf.current],
    ['the page for searching', '/search/', cacheOf.page],
  ])('%s is kept as long as it may be', (_, path, cache) => expect(of(path)['cache-control']).toBe(cache))

  test('a picture whose name may come to stand for another is not kept for good', () => {
    for (const name of ['storm.jpg', 'storm.svg', 'storm.avif', 'chart-640.jpg', 'x-0f3a9c1e-640.jpg'])
      expect(of(`/media/2024/10/24/${name}`)['cache-control'] ?? '').not.toContain('immutable')
  })

  test.each([
    ['/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/world/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['/world/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json; charset=utf-8'],
    ['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/media/hashed/2024/10/24/signals-0f3a9c1e.vtt', 'text/vtt; charset=utf-8'],
    ['/media/hashed/2024/10/24/storm-0f3a9c1e-640.avif', 'image/avif'],
    ['/media/hashed/2024/10/24/storm-0f3a9c1e-640.webp', 'image/webp'],
    ['/media/hashed/2024/10/24/call-0f3a9c1e.m4a', 'audio/mp4'],
    ['/feeds.opml', 'text/x-opml; charset=utf-8'],
    ['/results.ndjson', 'application/x-ndjson; charset=utf-8'],
    ['/results.jsonl', 'application/jsonl; charset=utf-8'],
    ['/districts.topojson', 'application/json; charset=utf-8'],
    ['/sitemap.xml', undefined],
    ['/media/hashed/2024/10/24/call-0f3a9c1e.mp3', undefined],
    ['/world/', undefined],
  ])('%s is sent as %s', (path, type) => expect(of(path)['content-type']).toBe(type))

  test.each([
    ['allow', undefined],
    ['deny-training', 'train-ai=n'],
    ['deny', 'train-ai=n'],
  ] as const)('what machines may learn from is said with every file as in robots.txt: %s', (ai, said) => {
    const text = printed({ ...site, ai }, fewStyles)
    for (const path of ['/', '/world/', '/rss.xml', '/media/a.avif', '/search/'])
      expect(headersFor(network, text, path)['content-usage'], path).toBe(said)
  })

  test('every file comes with what keeps readers safe', () => {
    for (const path of ['/', '/world/', '/rss.xml', '/media/a.svg', '/nowhere', '/search/'])
      expect(of(path), path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'strict-transport-security': 'max-age=31536000',
        'permissions-policy': expect.stringContaining('camera=()'),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      })
  })

  test('scripts run nowhere but where readers search, and only those of this site', () => {
    expect(of('/world/')['content-security-policy']).not.toContain('script')
    const policy = of('/search/')['content-security-policy']
    expect(policy?.match(/default-src/g)).toHaveLength(1)
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
  })

  test('nothing lets a style or script through that somebody else put on a page', () => {
    for (const path of ['/', '/search/']) expect(of(path)['content-security-policy']).not.toContain("'unsafe")
    for (const hash of fewStyles) expect(of('/')['content-security-policy']).toContain(`'${hash}'`)
  })
})

test('a site that browsers reach by http is not said to be reached by https', () => {
  const plain = { ...site, url: 'http://bulletin.example' }
  expect(printed(plain, fewStyles)).not.toContain('Strict-Transport-Security')
})

test('every type that a rule sets is the one that other servers send', () => {
  for (const { path, headers } of headerRules(site, fewStyles))
    for (const { name, value } of headers)
      if (name === 'Content-Type' && path.startsWith('/*.'))
        expect(value.replace('; charset=utf-8', ''), path).toBe(typeOfFile(path.replace('*', 'a')))
})

describe('Cloudflare’s limits', () => {
  test('are kept with as many styles as fit into a line', () => {
    const most = hashes(40).findIndex((_, count) => isPolicyTooLong(site, hashes(count)))
    expect(most).toBeGreaterThan(20)
    const text = printed(site, hashes(most - 1))
    expect(text).toContain('Content-Security-Policy: ')
    for (const line of text.split('\n')) expect(line.trim().length).toBeLessThanOrEqual(longestHeaderLine)
    expect(headerRules(site, hashes(most - 1)).length).toBeLessThanOrEqual(100)
  })

  test('take one * in a path', () => {
    for (const { path } of headerRules(site, fewStyles)) expect(path.split('*').length).toBeLessThanOrEqual(2)
  })

  test('leave the policy out when it would not fit, and the rest stays', () => {
    const text = printed(site, hashes(40))
    expect(text).not.toContain('Content-Security-Policy: ')
    for (const line of text.split('\n')) expect(line.trim().length).toBeLessThanOrEqual(longestHeaderLine)
    expect(headersFor('cloudflare', text, '/')['x-content-type-options']).toBe('nosniff')
  })

  test('do not bind a site that only Netlify serves', () => {
    const onNetlify: Site = { ...site, hosting: { ...site.hosting, cdn: 'netlify' } }
    expect(isPolicyTooLong(onNetlify, hashes(40))).toBe(false)
    expect(printed(onNetlify, hashes(40))).toContain('Content-Security-Policy: ')
  })
})
