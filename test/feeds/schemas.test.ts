// Sitemaps, JSON feeds and the data of stories, held against the schemas of those who made the standards.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonRecord } from '../../src/check/json/json-values.ts'
import { buildInProcess } from '../rig/build-in-process.ts'
import { isInstalled } from '../rig/programs.ts'
import { hasSchemas, jsonSchema, schemaPath } from '../rig/schemas.ts'
import { storyText } from '../rig/site-data.ts'
import type { SiteFolder } from '../rig/site-folder.ts'
import { goneUrl, hostileNow, hostileTitle, hostileUrl, liveUrl, publishHostile } from './hostile-newsroom.ts'

let site: SiteFolder
let files: readonly string[]
beforeAll(async () => {
  // Its section and its topic have one name.
  const twice = { 'content/stories/2024/10/24/cup.md': storyText({ section: 'sport', tags: '[sport]' }) }
  site = await publishHostile(twice)
  files = Object.keys(site.snapshot('_site'))
})
afterAll(() => site.dispose())

const named = (form: RegExp): readonly string[] => files.filter(file => form.test(file))

const isThere = hasSchemas()
const withSchemas = describe.skipIf(!isThere)

/** A schema that knows the names of several spaces, as a sitemap may hold those of others. */
const joined = (...spaces: readonly (readonly [space: string, file: string])[]): string =>
  [
    '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">',
    ...spaces.map(
      ([space, file]) => `<xsd:import namespace="${space}" schemaLocation="${schemaPath(file)}"/>`,
    ),
    '</xsd:schema>',
  ].join('\n')

const plain = ['http://www.sitemaps.org/schemas/sitemap/0.9', 'sitemap.xsd'] as const
const schemas = {
  'index.xsd': joined([plain[0], 'siteindex.xsd']),
  'plain.xsd': joined(plain),
  'news.xsd': joined(plain, ['http://www.google.com/schemas/sitemap-news/0.9', 'sitemap-news.xsd']),
  'pictures.xsd': joined(plain, ['http://www.google.com/schemas/sitemap-image/1.1', 'sitemap-image.xsd']),
}

withSchemas('xmllint finds nothing against the schemas of sitemaps.org and Google in', () => {
  beforeAll(() => {
    mkdirSync(join(site.root, 'schemas'))
    for (const [name, text] of Object.entries(schemas)) writeFileSync(join(site.root, 'schemas', name), text)
  })
  const lint = (schema: keyof typeof schemas, ...sitemaps: readonly string[]) => {
    expect(sitemaps).not.toEqual([])
    const paths = sitemaps.map(file => `_site/${file}`)
    return site.spawn('xmllint', ['--noout', '--nonet', '--schema', `schemas/${schema}`, ...paths])
  }

  test.each([
    ['the index', 'index.xsd', /^sitemap\.xml$/],
    ['the fronts and the months', 'plain.xsd', /^sitemaps\/(?:fronts|\d.*)\.xml$/],
    ['the news', 'news.xsd', /^sitemaps\/news\.xml$/],
    ['the pictures', 'pictures.xsd', /^sitemaps\/pictures-.*\.xml$/],
  ] as const)('%s', (_, schema, form) => {
    if (!isInstalled('xmllint', '--version')) return
    const { status, stderr } = lint(schema, ...named(form))
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^(?:\S+ validates\n)+$/)])
  })

  test('but in wrong ones', () => {
    if (!isInstalled('xmllint', '--version')) return
    const news = site.read('_site/sitemaps/news.xml')
    expect(news).toContain('<news:title>')
    site.write('_site/wrong.xml', news.replace(/<news:title>.*?<\/news:title>/, ''))
    expect(lint('news.xsd', 'wrong.xml')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('news'),
    })
    site.remove('_site/wrong.xml')
  })

  test('every sitemap there is', () => {
    expect(named(/^sitemap/).length).toBe(
      named(/^sitemap\.xml$|^sitemaps\/(?:fronts|news|pictures-.*|\d.*)\.xml$/).length,
    )
  })
})

withSchemas('every file is valid against the schema of', () => {
  const compile = (schema: object): ValidateFunction => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    // Of places on the map: no story has one.
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' })
    return ajv.compile(schema)
  }
  const faultsIn = (validate: ValidateFunction, file: string): readonly string[] =>
    validate(JSON.parse(site.read(`_site/${file}`)))
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${file} ${instancePath}: ${message}`)

  type Schema = { readonly properties: object; readonly definitions: { readonly [name: string]: Schema } }

  /** It is of version 1: 1.1 added authors and languages. ajv knows no schema of its dialect, of which it uses nothing of its own. */
  const jsonFeedSchema = (): object => {
    const { $schema: _dialect, id: _id, ...schema } = jsonSchema('jsonfeed-1.json') as Schema & JsonRecord
    const { author, item } = schema.definitions
    const added = { authors: { type: 'array', items: author }, language: { type: 'string' } }
    for (const each of [schema, item]) Object.assign(each?.properties ?? {}, added)
    return schema
  }

  test('JSON Feed', () => {
    const validate = compile(jsonFeedSchema())
    const feeds = named(/(?:^|\/)feed\.json$/)
    for (const feed of ['feed.json', 'corrections/feed.json', `${liveUrl.slice(1)}feed.json`])
      expect(feeds).toContain(feed)
    expect(feeds.flatMap(file => faultsIn(validate, file))).toEqual([])
    site.write('_site/wrong.json', site.read('_site/feed.json').replaceAll('"content_html"', '"content"'))
    expect(faultsIn(validate, 'wrong.json')).not.toEqual([])
    site.remove('_site/wrong.json')
  })

  test('ninjs, also of a withdrawn story', () => {
    const validate = compile(jsonSchema('ninjs-3.1.json'))
    const stories = named(/^(?!changes\/).*\/index\.json$/)
    for (const url of [hostileUrl, liveUrl, goneUrl]) expect(stories).toContain(`${url.slice(1)}index.json`)
    expect(stories.flatMap(file => faultsIn(validate, file))).toEqual([])
    site.write('_site/wrong.json', '{"uri":"tag:x","pubStatus":"gone"}')
    expect(faultsIn(validate, 'wrong.json')).not.toEqual([])
    site.remove('_site/wrong.json')
  })
})

test('the news are those of two days; where there are none, the file keeps its form', async () => {
  expect(site.read('_site/sitemaps/news.xml').match(/<news:news>/g)).toHaveLength(2)
  expect(hostileTitle).toContain('Tom & Ana')
  expect(site.read('_site/sitemaps/news.xml')).toContain('Tom &#x26; Ana')
  await buildInProcess(site, (hostileNow + 3 * 24 * 3_600_000) as typeof hostileNow)
  expect(site.read('_site/sitemaps/news.xml')).toContain('<url><loc>https://bulletin.example/</loc></url>')
  expect(site.read('_site/sitemaps/news.xml')).not.toContain('<news:')
  if (!isThere || !isInstalled('xmllint', '--version')) return
  const flags = ['--noout', '--nonet', '--schema', 'schemas/news.xsd', '_site/sitemaps/news.xml']
  expect(site.spawn('xmllint', flags).status).toBe(0)
})
