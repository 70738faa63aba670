// Real archives go online with no hand between: each old address is asked, and each word is on a page or in the report.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sortItems } from '../../src/import/report/import-report.ts'
import { oldAddressesIn } from '../../src/import/report/old-addresses.ts'
import {
  addressesIn,
  buildByCommand,
  type MovedSite,
  moveIn,
  servers,
  wrongAddresses,
} from '../import/moved-site.ts'
import { silentLosses } from '../import/silent-losses.ts'
import { textOfHtml, textOfMarkdown } from '../import/words.ts'
import { projectRoot } from '../rig/site-folder.ts'

type Corpus = {
  readonly name: string
  readonly folder: string
  /** Addresses that the old site had, by a rule of its own. */
  readonly addresses: (file: string, text: string) => readonly string[]
  /** The texts that a file holds, by the names that the report has for them. */
  readonly textsOf: (file: string, text: string) => readonly (readonly [item: string, text: string])[]
}

const itsText: Corpus['textsOf'] = (file, text) => [[file, textOfMarkdown(text)]]

const itemsOf = (xml: string) => xml.split('<item>').slice(1)
const of = (item: string, tag: string) =>
  new RegExp(`<${tag}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${tag}>`).exec(item)?.[1] ?? ''

type GhostPost = Readonly<Record<string, string>>
const postsOf = (json: string): readonly GhostPost[] => {
  const all = JSON.parse(json)
  return all.posts ?? all.db[0].data.posts
}

/** All texts that Ghost's editors keep in their own form. */
const textsWithin = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textsWithin).join(' ')
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, each]) =>
            typeof each === 'string'
              ? /^(?:text|html|markdown|caption|alt)$/.test(key)
                ? textOfHtml(each)
                : ''
              : textsWithin(each),
          )
          .join(' ')
      : ''

const corpora: readonly Corpus[] = [
  {
    name: '500 posts of Eleventy',
    folder: '18f',
    addresses: (file, text) => {
      const [, year, month, day] = /^date: ["']?(\d{4})-(\d\d)-(\d\d)/m.exec(text) ?? []
      const [, name] = /\d{4}-\d\d-\d\d-([^/]+)\.md$/.exec(file) ?? []
      return year === undefined || name === undefined ? [] : [`/${year}/${month}/${day}/${name}/`]
    },
    textsOf: itsText,
  },
  {
    name: '260 posts of Hugo',
    folder: 'digitalgov',
    addresses: (file, text) => {
      const [, year, month, day] = /^date: ["']?(\d{4})-(\d\d)-(\d\d)/m.exec(text) ?? []
      const [, slug] = /^slug: ["']?([^"'\n]+?)["']?$/m.exec(text) ?? []
      const folder = /content\/events\//.test(file) ? '/event' : ''
      return slug === undefined ? [] : [`${folder}/${year}/${month}/${day}/${slug}/`]
    },
    textsOf: itsText,
  },
  {
    name: 'exports of WordPress',
    folder: 'exports/wordpress',
    addresses: (_file, xml) =>
      itemsOf(xml)
        .filter(item => of(item, 'wp:post_type') === 'post' && of(item, 'wp:status') === 'publish')
        .map(item => of(item, 'link').replace(/^https?:\/\/[^/]+|\/$/g, '')),
    textsOf: (_file, xml) =>
      itemsOf(xml).map(item => [
        `${of(item, 'wp:post_type')}/${of(item, 'wp:post_id')}`,
        textOfHtml(of(item, 'content:encoded').replace(/\[[^\]\n]*\]/g, ' ')),
      ]),
  },
  {
    name: 'exports of Ghost',
    folder: 'exports/ghost',
    addresses: (_file, json) =>
      postsOf(json)
        .filter(({ status, type, slug }) => status === 'published' && type !== 'page' && slug !== undefined)
        .map(({ slug }) => `/${slug}/`),
    textsOf: (_file, json) =>
      postsOf(json).map(({ slug, html, lexical, mobiledoc }) => [
        `posts/${slug}`,
        html ? textOfHtml(html) : textsWithin(JSON.parse(lexical || mobiledoc || 'null')),
      ]),
  },
]

const folderOf = ({ folder }: Corpus): string => join(projectRoot, '../shared/corpora', folder)
const isThere = corpora.every(corpus => existsSync(folderOf(corpus)))
if (!isThere)
  console.warn(`SKIPPED: no archives at ${projectRoot}/../shared/corpora; moving in was not tried on them.`)

describe.runIf(isThere)('Archives that move in', () => {
  let moved: MovedSite
  beforeAll(async () => {
    moved = await moveIn(corpora.map(folderOf), 'America/New_York', buildByCommand)
    // Alone it takes some twenty seconds, on a busy machine ten times as long.
  }, 600_000)
  afterAll(() => moved.site.dispose())
  const reportOf = (corpus: Corpus) => {
    const report = moved.reports[corpora.indexOf(corpus)]
    if (report === undefined) throw new Error(`${corpus.name} was not imported`)
    return report
  }
  const filesOf = (corpus: Corpus) =>
    readdirSync(folderOf(corpus), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(?:md|xml|json)$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name).slice(folderOf(corpus).length + 1))
      .map(file => [file, readFileSync(join(folderOf(corpus), file), 'utf8')] as const)

  it('are published as they came', () => {
    expect(moved.errors).toBe('')
    for (const report of moved.reports) expect(sortItems(report).notTaken).toEqual([])
  })

  it.each(servers)('keep their old addresses: %s', async (_name, start) => {
    const server = await start(moved.site)
    if (server === null) return
    for (const report of moved.reports) expect(await wrongAddresses(server, report, moved.site)).toEqual([])
    await server.stop()
  })

  it.each(corpora)('have each address in the report: $name', corpus => {
    const report = reportOf(corpus)
    const bare = (address: string) => decodeURI(address).replace(/\/$/, '')
    // What two archives had, the report of the first one has.
    const known = new Set(moved.reports.flatMap(each => [...addressesIn(each)].map(bare)))
    const old = filesOf(corpus).flatMap(([file, text]) => corpus.addresses(file, text))
    expect(old.length).toBeGreaterThan(2)
    expect(old.filter(address => !known.has(bare(address)))).toEqual([])
    expect(oldAddressesIn(report).all).toBeGreaterThanOrEqual(old.length)
  })

  it.each(corpora)('lose no word in silence: $name', corpus => {
    const texts = new Map<string, string>()
    const twice = new Set<string>()
    for (const [file, text] of filesOf(corpus))
      for (const [item, words] of corpus.textsOf(file, text)) {
        // In several exports, whose report tells them apart by other names.
        if (texts.has(item)) twice.add(item)
        texts.set(item, words)
      }
    expect(
      silentLosses(reportOf(corpus), moved.site, file => (twice.has(file) ? '' : (texts.get(file) ?? ''))),
    ).toEqual([])
  })
})
