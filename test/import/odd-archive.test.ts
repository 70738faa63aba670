import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { assignAddresses } from '../../src/import/assign-addresses.ts'
import { fullReport } from '../../src/import/report/full-report.ts'
import { reportAsJson } from '../../src/import/report/report-as-json.ts'
import { plainFolder } from '../../src/import/sources/plain-folder.ts'
import { convertBody } from '../../src/import/text/convert-body.ts'
import { type Files, importFiles, importFolder, sentence, twoFolders } from './archive-on-disk.ts'
import { publishImported } from './publish-imported.ts'

const post = (fields: string, body = sentence): string => `---\ntitle: Pier\n${fields}\n---\n${body}\n`
const many = (count: number, name: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => name(at)).join(', ')

/** Each by itself stopped a build, or was lost, once. */
const oddPosts: Files = {
  'epoch.md': post('date: 1970-01-01T00:00:01Z'),
  'con.md': post('permalink: /con-news/'),
  'tags.md': post(`tags: [${'x'.repeat(500)}]`),
  'author.md': post(`author: "${'क'.repeat(120)}"`),
  'circle.md': post('tags: &all [boats, *all]'),
  'composed.md': post('permalink: /caf\u00e9/'),
  'decomposed.md': post('permalink: /cafe\u0301/'),
  'a-file.md': post('permalink: /old.html'),
  'below-file.md': post('aliases: [/old.html/more/, /rss.xml/more/, /about/index.html/more/, /more/]'),
  'invisible.md':
    '---\ntitle: "\\u200b"\nauthor: "\\u202e"\nkicker: "<!-- x -->"\ndateline: "\\ud800"\n---\nText.\n',
  'quotations.md': post('', `${'> '.repeat(3000)}The deepest words\n\n${sentence}`),
  'lists.md': post('', Array.from({ length: 120 }, (_, at) => `${'  '.repeat(at)}- Item ${at}`).join('\n')),
  'link.md': post(
    '',
    `${sentence} [There](/a\x01b/), ![long](/${'QUJD'.repeat(3000)}.png) [far](/${'QUJD'.repeat(3000)})`,
  ),
}

const inPosts = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`_posts/2020-01-02-${file}`, text]))

test('an archive of oddities is taken whole and can be built, with one page for each address', async () => {
  const redirects = `/r1 /about/\n/r1/below /about/\n/r2.html /about/\n/r2.html/below /about/\n/r3 /${'m'.repeat(5000)}\n`
  const { from } = twoFolders({ ...inPosts(oddPosts), '_config.yml': 'title: Old\n', _redirects: redirects })
  const { report, faults, pages } = await publishImported(from)
  expect(faults).toEqual([])
  expect(report.files.filter(({ status }) => status === 'imported')).toHaveLength(
    Object.keys(oddPosts).length,
  )
  for (const page of ['con-news/index.html', 'old.html', 'more/index.html', 'r2.html', 'r1/below/index.html'])
    expect(pages).toContain(page)
  expect(pages.filter(page => /\.(?:html|xml)\//.test(page))).toEqual([])
})

describe('what stands in a field', () => {
  it('is what readers saw, without its HTML', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'
    const { stories } = importFiles({
      'pier.svg': svg,
      '2020-01-02-pier.md': post(
        [
          'author: <a href="https://a.example/x,y">Asha Rao</a>',
          'kicker: <b>Live</b> &amp; well',
          'dateline: <i>Pune</i>',
          'source: { name: <i>The Post</i>, url: "https://a.example/" }',
          'tags: [<b>Boats</b>, <canvas>]',
          'image: { src: /pier.svg, alt: A <b>pier</b>, credit: <a href="/li">Li Wei</a>, caption: At <em>dawn</em>. }',
        ].join('\n'),
      ),
    })
    const [story = ''] = Object.values(stories)
    for (const line of [
      ...['- asha-rao\n', 'kicker: Live & well\n', 'dateline: Pune\n', 'name: The Post\n', '- boats\n'],
      ...['- canvas\n', 'alt: A pier\n', 'credit: Li Wei\n', 'caption: At dawn.\n'],
    ])
      expect(story).toContain(line)
  })

  it('and is too much for a page is told of', () => {
    const { notesOf, stories } = importFiles({
      'a-2020-01-02-a.md': post(
        `date: 2020-01-02\ntags: [${many(102, at => `t${at}`)}]\nauthors: [${many(51, at => `Asha Rao ${at}`)}]`,
      ),
    })
    expect(Object.values(stories)[0]?.match(/^ {2}- [^/]/gm)).toHaveLength(150)
    expect(notesOf('a-2020-01-02-a.md')).toEqual(
      expect.arrayContaining([
        'Dropped tags, as a story can have no more than 100: t100, t101',
        'Dropped authors, as a story can have no more than 50: Asha Rao 50',
      ]),
    )
  })
})

describe('what no story can hold is not taken, with its reason', () => {
  it('be it a text that no page can show', () => {
    const { refusals } = importFiles({ '2020-01-02-a.md': post('', `${'word '.repeat(400_001)}\n`) })
    expect(refusals['2020-01-02-a.md']).toMatch(/^its text has \d+ characters, and no more than 2000000/)
  })

  it('or a time that is of another year here', () => {
    const { refusals } = importFiles(
      { '2020-01-02-a.md': post('date: 2199-12-31T23:59:59Z') },
      { zone: 'Asia/Kolkata' },
    )
    expect(refusals['2020-01-02-a.md']).toBe('its date is impossible: the year 2200 is out of range')
  })
})

test('aliases of YAML that grow without end cost no more than their text', () => {
  const levels = Array.from({ length: 40 }, (_, at) => `k${at + 1}: &k${at + 1} [*k${at}, *k${at}]`)
  const bomb = `k0: &k0 [a, b]\n${levels.join('\n')}\n`
  const { stories } = importFiles({
    '_config.yml': `${bomb}defaults: *k40\ncollections: *k40\n`,
    '_data/authors.yml': bomb,
    '_posts/2020-01-02-a.md': post(`${bomb.slice(0, 700)}\nauthor: k40`),
  })
  expect(Object.keys(stories)).toHaveLength(1)
})

test('names that would break a line of the report, or that no program can read, are told of in one line', () => {
  const { from, to } = twoFolders({ '2020-01-02-a.md': post('') })
  writeFileSync(join(from, '2020-01-02-two\nlines.md'), post(''))
  writeFileSync(
    Buffer.concat([Buffer.from(join(from, '2020-01-02-')), Buffer.from([0xe9]), Buffer.from('.md')]),
    post(''),
  )
  const { report } = importFolder(from, to)
  expect(report.files.find(({ file }) => file.includes('\ufffd'))?.reason).toBe(
    'its name is not in UTF-8; rename it and import again',
  )
  expect(fullReport(report)).toContain('`2020-01-02-two<U+000A>lines.md`')
  expect(() => JSON.parse([...reportAsJson(report)].join(''))).not.toThrow()
})

test('lines without a word cost no more than their number', () => {
  const rules = { dialect: plainFolder, title: 'Pier', fieldText: () => null, addressOfFile: () => null }
  const text = `${'\n'.repeat(400_000)}The last words`
  expect(
    convertBody(text, {
      ...rules,
      format: 'markdown',
      meanings: new Map(),
      countUnknown: () => {},
      addNote: () => {},
    }),
  ).toContain('The last words')
})

test('stories of one day and one name are numbered at a cost that grows as they do', () => {
  const drafts = Array.from({ length: 30_000 }, (_, at) => ({
    ...{ file: `${at}.md`, siteDay: '2020-01-02', section: 'world', storySlug: 'pier', addNote: () => {} },
  }))
  const addressed = assignAddresses(drafts as unknown as Parameters<typeof assignAddresses>[0], {
    storyOf: () => null,
    isTaken: () => false,
  })
  expect(new Set(addressed.map(({ slug }) => slug)).size).toBe(30_000)
  expect(addressed.at(-1)?.slug).toBe('pier-30000')
})

test('a date of Ghost that is a number of no time keeps nobody else from coming', () => {
  const post = (slug: string, at: unknown) => ({
    id: slug,
    slug,
    title: slug,
    html: sentence,
    status: 'published',
    published_at: at,
  })
  const data = {
    posts: [post('pier', 1e300), post('tide', '9999999999999'), post('gull', '2020-01-02T10:00:00.000Z')],
  }
  const { stories, refusals } = importFiles({ 'old.json': JSON.stringify({ db: [{ meta: {}, data }] }) })
  expect(Object.keys(stories)).toEqual(['2020/01/02/gull.md'])
  expect(Object.values(refusals).join()).toContain('its date')
})

test('a redirect of the old server that held for some readers only is no row for all', () => {
  const { report } = importFiles({
    '2020-01-02-pier.md': post('permalink: /pier/'),
    _redirects: '/a /pier/ 301 Language=en\n/b /pier/ 301\n',
    '.htaccess': 'Redirect permanent /c "https://x.example/a b"\n',
    'vercel.json':
      '{"redirects":[{"source":"/e","destination":"/pier/","has":[{"type":"host","value":"x"}]}]}',
  })
  expect(report.remarks).toContain(
    'Left out 2 redirects of the old site by pattern, or for some readers only; write rules for your server: /a, /e',
  )
})
