import { describe, expect, test } from 'vitest'
import { createFilters } from '../../../src/layouts/filters.ts'
import { createLayoutEnvironment } from '../../../src/layouts/layout-environment.ts'
import { readLayouts } from '../../../src/read/read-layouts.ts'
import { siteData } from '../../rig/site-data.ts'
import { projectRoot } from '../../rig/site-folder.ts'
import { dataAt, later, newsroomOf, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const layouts = readLayouts(projectRoot)

const files = (yaml: string) => ({
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm'),
  '_data/site.yaml': siteData['_data/site.yaml'] + yaml,
})

/** The lines of the file at a url, of a site whose site.yaml ends so. */
const linesAt = (url: string, yaml = ''): readonly string[] => {
  const { newsroom } = newsroomOf(files(yaml))
  const filters = createFilters(newsroom.site, { bodyOf: () => '', feedHtmlOf: () => '' })
  const plan = planOf(files(yaml), later)
  const layout = plan.pages.find(page => page.url === url)?.layout ?? ''
  const data = { ...newsroom, ...dataAt(plan, url) }
  return createLayoutEnvironment(layouts, filters, { strings: newsroom.strings })
    .render(layout, data)
    .trimEnd()
    .split('\n')
}

describe('what machines may do', () => {
  test('is everything, unless the newsroom says otherwise', () => {
    expect(linesAt('/robots.txt')).toEqual([
      'User-agent: *',
      'Allow: /',
      '',
      'Sitemap: https://bulletin.example/sitemap.xml',
    ])
    expect(linesAt('/trust.txt')).toContain('datatrainingallowed=yes')
  })

  test.each(['deny-training', 'deny'])('is said alike everywhere: %s', use => {
    const robots = linesAt('/robots.txt', `ai: ${use}\n`)
    expect(robots.slice(0, robots.indexOf(''))).toContain('User-agent: GPTBot')
    expect(robots.indexOf('Disallow: /')).toBe(robots.indexOf('') - 1)
    expect(robots).toContain('Content-Usage: train-ai=n')
    expect(robots.includes('User-agent: PerplexityBot')).toBe(use === 'deny')
    expect(linesAt('/trust.txt', `ai: ${use}\n`)).toContain('datatrainingallowed=no')
  })
})

test('trust.txt names who the newsroom belongs to, line by line', () =>
  expect(
    linesAt(
      '/trust.txt',
      'trust: { member: ["https://association.example/", "https://other.example/"], social: ["https://social.example/@b"] }\n',
    ),
  ).toEqual([
    expect.stringMatching(/^# The Test Bulletin/),
    'member=https://association.example/',
    'member=https://other.example/',
    'social=https://social.example/@b',
    'contact=desk@bulletin.example',
    'datatrainingallowed=yes',
  ]))

test('security.txt has its fields, each on its line', () =>
  expect(
    linesAt(
      '/.well-known/security.txt',
      'security: { contact: ["mailto:s@b.example", "https://b.example/s"], expires: 2031-01-01T00:00:00Z, languages: [en, hi], policy: /about/ }\n',
    ),
  ).toEqual([
    'Contact: mailto:s@b.example',
    'Contact: https://b.example/s',
    'Expires: 2031-01-01T05:30:00+05:30',
    'Preferred-Languages: en, hi',
    'Policy: https://bulletin.example/about/',
    'Canonical: https://bulletin.example/.well-known/security.txt',
  ]))

test('a site that sells no advertising says so, and one that does names its sellers', () => {
  expect(linesAt('/ads.txt')).toEqual([
    'placeholder.example.com, placeholder, DIRECT, placeholder',
    'OWNERDOMAIN=bulletin.example',
  ])
  expect(linesAt('/ads.txt', 'ads: ["ads.example, 123, RESELLER, abc1"]\n')[0]).toBe(
    'ads.example, 123, RESELLER, abc1',
  )
})

test('humans.txt names the people', () =>
  expect(linesAt('/humans.txt').slice(0, 3)).toEqual(['/* TEAM */', 'Asha Rao: Reporter', 'Tom Field']))

test('the key for search engines is a file of just that', () =>
  expect(linesAt('/a1b2c3d4-KEY.txt', 'indexNow: { key: a1b2c3d4-KEY }\n')).toEqual(['a1b2c3d4-KEY']))

test('llms.txt, security.txt, the key and the manifest are there when the newsroom asks for them', () => {
  const optional = ['/llms.txt', '/.well-known/security.txt', '/manifest.webmanifest', '/a1b2c3d4-KEY.txt']
  const urls = urlsOf(planOf(files(''), later).pages)
  for (const url of optional) expect(urls).not.toContain(url)
  expect(linesAt('/llms.txt', 'llms: true\n').slice(0, 7)).toEqual([
    '# The Test Bulletin',
    '',
    '> News that exists so that tests have something to read.',
    '',
    '## Sections',
    '',
    '- [World](https://bulletin.example/world/): Reports from abroad.',
  ])
  const icons = 'icons: [{ src: /favicon.svg, sizes: 512x512, type: image/svg+xml, purpose: any }]\n'
  expect(JSON.parse(linesAt('/manifest.webmanifest', icons).join('\n'))).toMatchObject({
    name: 'The Test Bulletin',
    short_name: 'The Test Bulletin',
    start_url: '/',
    lang: 'en-IN',
    dir: 'ltr',
    icons: [{ src: '/favicon.svg', sizes: '512x512' }],
  })
})
