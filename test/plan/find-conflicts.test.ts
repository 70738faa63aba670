import { describe, expect, test } from 'vitest'
import type { PlainPage } from '../../src/domain/newsroom.ts'
import { findConflicts, type Neighbourhood } from '../../src/plan/find-conflicts.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { type Made, type Output, outputKey } from '../../src/store/output.ts'
import { planOf, storyAt } from '../rig/small-newsroom.ts'

const file = 'content/stories/2024/10/24/storm.md'
const storm = (aliases: string) => ({
  ...storyAt('2024-10-24T08:00:00+05:30', 'storm', { aliases, tags: '[nato]', authors: '[asha-rao]' }),
  ...storyAt('2024-10-24T09:00:00+05:30', 'other', {
    corrections: '[{ date: 2024-10-25T00:00:00Z, text: no }]',
  }),
})

/** A site on which these files are published. */
const neighbourhood = (
  outputs: readonly Output[] = [],
  plainPages: readonly PlainPage[] = [],
): Neighbourhood => ({
  elsewhere: ['/shop'],
  plainPages,
  published: output => outputs.find(({ path }) => outputKey(path) === outputKey(output)),
  publishedBelow: output => outputs.find(({ path }) => outputKey(path).startsWith(`${outputKey(output)}/`)),
})
const conflicts = (aliases: string) => findConflicts(planOf(storm(aliases)), neighbourhood())

describe('an alias cannot take the place of a page of the site', () => {
  test.each([
    '/',
    '/index.html',
    '/rss.xml',
    '/robots.txt',
    '/404.html',
    '/sitemap.xml',
    '/sitemaps/2024-10.xml',
    '/world/',
    '/WORLD',
    '/sport/index.html',
    '/world/rss.xml',
    '/world/2024/10/',
    '/2024/10/',
    '/2024/10/24',
    '/topics/nato/',
    '/bylines/asha-rao/rss.xml',
    '/archive/',
    '/corrections/',
    '/corrections/2024/10/',
    '/search/bundles.json',
    '/search/2024/pagefind-entry.json',
  ])('%s', path => {
    const problems = conflicts(`[${path}]`)
    expect(problems).toMatchObject([{ code: 'url-taken', severity: 'error', location: { file } }])
    expect(problems[0]?.message).toContain('alias')
  })

  test.each([
    '/2019/05/old-name/',
    '/2024/10/25/',
    '/worldly/',
    '/2024/',
    '/archive/2013/storm.html',
    '/topics/storm/',
  ])('%s is free', path => expect(conflicts(`[${path}]`)).toEqual([]))
})

test('an alias in the place of a page that was published before is told once', () => {
  const made = { by: 'page', kind: 'section-front', key: 'world', url: '/world/', file: null } as const
  const output: Output = {
    path: 'world/index.html',
    digest: '',
    made: { ...made, layoutDigest: '', dataDigest: '', ids: [] },
  }
  const found = findConflicts(planOf(storm('[/world/]')), neighbourhood([output]))
  expect(found).toMatchObject([{ code: 'url-taken', location: { file } }])
})

describe('the advice says which of the two can move, and how', () => {
  const about = { title: 'About', url: '/about/', file: 'content/pages/about.md' }
  const hintsOf = (files: Parameters<typeof planOf>[0], plainPages: readonly PlainPage[] = []) =>
    findConflicts(planOf(files), neighbourhood([], plainPages)).map(({ hint }) => hint)
  const named = (name: string) => ({ [`content/static/${name}`]: '' })

  test.each<[string, Parameters<typeof planOf>[0], string]>([
    [
      'a static file and a feed',
      named('rss.xml'),
      'rename or delete content/static/rss.xml: Dateline makes /rss.xml itself',
    ],
    [
      'a static file and a story',
      { ...storm('[]'), ...named('world/2024/10/24/storm/index.html') },
      `rename or delete content/static/world/2024/10/24/storm/index.html, or give ${file} another slug`,
    ],
    [
      'a static file and an old address',
      { ...storm('[/old/]'), ...named('old/index.html') },
      `rename or delete content/static/old/index.html, or remove the old address from the aliases of ${file}`,
    ],
    [
      'an old address and a section',
      storm('[/world/]'),
      `remove the old address from the aliases of ${file}: Dateline makes /world/ itself`,
    ],
    [
      'an old address and a page of the newsroom’s own',
      storm('[/about/]'),
      `give the page “About” another permalink, or remove the old address from the aliases of ${file}`,
    ],
    [
      'two static files',
      { ...named('map.svg'), ...named('Map.svg') },
      'rename one of the two: letter case does not tell files apart',
    ],
    [
      'a static file and a page of the newsroom’s own',
      named('about/index.html'),
      'rename or delete content/static/about/index.html, or give the page “About” another permalink',
    ],
  ])('%s', (_what, files, hint) => {
    expect(hintsOf(files, [about])).toEqual([hint])
  })

  test('a page of the newsroom’s own and a section', () => {
    expect(
      hintsOf(storm('[]'), [{ title: 'The world', url: '/world/', file: 'content/pages/world.md' }]),
    ).toEqual(['give the page “The world” another permalink: Dateline makes /world/ itself'])
  })
})

test('a newsroom without stories has no conflicts', () =>
  expect(findConflicts(planOf({}), neighbourhood())).toEqual([]))

describe('a static file cannot take the place of a page, nor of the folder it stands in', () => {
  test.each([
    'robots.txt',
    'rss.xml',
    'index.html',
    'world',
    'World/index.html',
    '2024',
    '404.html/logo.svg',
  ])('%s', staticFile => {
    const files = { ...storm('[]'), [`content/static/${staticFile}`]: '' }
    const problems = findConflicts(planOf(files), neighbourhood())
    expect(problems[0]).toMatchObject({
      code: 'url-taken',
      location: { file: `content/static/${staticFile}` },
    })
  })

  test('others are free', () => {
    const free = ['favicon.svg', 'images/a.svg', 'world.svg', '.well-known/x']
    const files = Object.fromEntries(free.map(file => [`content/static/${file}`, '']))
    expect(findConflicts(planOf({ ...storm('[]'), ...files }), neighbourhood())).toEqual([])
  })
})

describe('nothing of the newsroom stands where browsers never ask again', () => {
  test.each([
    ['an alias', storm('[/media/hashed/2024/10/24/old.html]'), file],
    [
      'a static file',
      { 'content/static/media/hashed/chart-640.jpg': '' },
      'content/static/media/hashed/chart-640.jpg',
    ],
    ['a static file', { 'content/static/media/hashed.svg': '' }, 'content/static/media/hashed.svg'],
    ['a static file', { 'content/static/search/words.pf_meta': '' }, 'content/static/search/words.pf_meta'],
  ])('%s', (_what, files, where) => {
    const problems = findConflicts(planOf(files), neighbourhood())
    expect(problems).toMatchObject([{ code: 'url-taken', severity: 'error', location: { file: where } }])
    expect(problems[0]?.message).toContain('for a year')
  })

  test('elsewhere below /media/ it may', () => {
    const files = { 'content/static/media/chart-0f3a9c1e-640.jpg': '', 'content/static/media/hash.svg': '' }
    expect(findConflicts(planOf(files), neighbourhood())).toEqual([])
  })
})

describe('nothing of the newsroom stands where servers look which stories were withdrawn', () => {
  const mark = 'withdrawn/world/2024/10/24/storm.txt'
  test.each([
    ['a static file', { [`content/static/${mark}`]: '' }, `content/static/${mark}`],
    ['one in capitals', { 'content/static/Withdrawn/x.html': '' }, 'content/static/Withdrawn/x.html'],
    ['an alias', storm(`[/${mark}]`), file],
  ])('%s', (_what, files, where) => {
    expect(findConflicts(planOf(files), neighbourhood())).toMatchObject([
      { code: 'url-taken', message: expect.stringContaining('410'), location: { file: where } },
    ])
  })

  test('but what Dateline puts there itself', () => {
    const withdrawn = '{ date: 2024-10-24T12:00:00+05:30, reason: The talks were never held. }'
    const files = storyAt('2024-10-24T08:00:00+05:30', 'storm', { withdrawn })
    const plan = planOf(files)
    expect(plan.pages.map(({ output }) => output)).toContain(mark)
    expect(findConflicts(plan, neighbourhood())).toEqual([])
  })
})

test('an alias cannot take the place of a picture, nor of a plain page', () => {
  const image = '{ src: p.svg, alt: A picture, credit: Desk }'
  const showing = (aliases: string) =>
    planOf(storyAt('2024-10-24T08:00:00+05:30', 'storm', { image, aliases }))
  const [picture] = showing('[]').copies
  const plan = showing(`[/${picture?.to}, /about]`)
  const about = { title: 'About', url: '/about/', file: 'content/pages/about.md' }
  expect(findConflicts(plan, neighbourhood([], [about]))).toMatchObject([
    { code: 'url-taken', message: expect.stringContaining('“About”'), location: { file } },
    { code: 'url-taken', message: expect.stringContaining('picture') },
  ])
})

describe('what is published and stays', () => {
  const file = 'content/stories/2024/10/24/storm.md'
  const page = (path: string, kind: string, url: string, of: string | null = null): Output => ({
    path,
    digest: '0',
    made: { by: 'page', kind, key: null, url, file: of, layoutDigest: '', dataDigest: '', ids: [] },
  })
  const copy = (path: string, from = `content/static/${path}`): Output => ({
    path,
    digest: '0',
    made: { by: 'copy', from },
  })
  const template = (path: string, url: string | null = null): Output => ({
    path,
    digest: '0',
    made: { by: 'template', url, ids: null } satisfies Made,
  })
  const front = (path: string) => page(path, 'front', `/${path}`)

  /** A plan of one alias page, made of the storm. */
  const aliasAt = (output: string, more: Partial<Plan> = {}): Plan => ({
    pages: [
      {
        kind: 'alias',
        url: `/${output.replace(/(^|\/)index\.html$/, '$1')}`,
        output,
        layout: 'layouts/alias.njk',
        file,
        key: null,
        layoutDigest: '',
        reasons: [],
      },
    ],
    copies: [],
    ahead: [],
    removals: [],
    vacated: [],
    templates: [],
    ...more,
  })
  const conflictsOf = (plan: Plan, ...outputs: readonly Output[]) =>
    findConflicts(plan, neighbourhood(outputs)).map(({ location, message }) => `${location.file}: ${message}`)

  test('keeps its place from a new page, in whatever letter case', () => {
    expect(conflictsOf(aliasAt('about/index.html'), copy('About/index.html'))).toEqual([
      'content/static/About/index.html: the file About/index.html and the alias page /about/ would have the same address',
    ])
    expect(conflictsOf(aliasAt('world/index.html'), front('world/index.html'))).toEqual([
      `${file}: the front page /world/index.html and the alias page /world/ would have the same address`,
    ])
    expect(conflictsOf(aliasAt('about/index.html'), template('about/index.html', '/about/'))).toEqual([
      `${file}: the page /about/ and the alias page /about/ would have the same address`,
    ])
  })

  test('is no conflict with itself, made again', () => {
    const again = page('old/index.html', 'alias', '/old/', file)
    expect(conflictsOf(aliasAt('old/index.html'), again)).toEqual([])
  })

  test('cannot be a folder and a file at once', () => {
    expect(conflictsOf(aliasAt('old'), front('old/a/index.html'))).toHaveLength(1)
    expect(conflictsOf(aliasAt('old/a/index.html'), copy('old'))).toHaveLength(1)
    expect(conflictsOf(aliasAt('old/a/index.html'), copy('older'), front('old/b/index.html'))).toEqual([])
  })

  test('gives way when it goes at the same time', () => {
    const vacated = ['Old/index.html', 'was-file', 'was-folder/x/index.html']
    const gone = [copy('Old/index.html'), copy('was-file'), front('was-folder/x/index.html')]
    expect(conflictsOf(aliasAt('old/index.html', { vacated }), ...gone)).toEqual([])
    expect(conflictsOf(aliasAt('was-file/index.html', { vacated }), ...gone)).toEqual([])
    expect(conflictsOf(aliasAt('was-folder', { vacated }), ...gone)).toEqual([])
  })

  test('by a template of the newsroom’s own is looked at later when the templates are made again', () => {
    const templates = [{ because: 'first' }] as const
    expect(conflictsOf(aliasAt('old/index.html', { templates }), template('old/index.html'))).toEqual([])
  })

  test('by a template of the newsroom’s own is no conflict with the plain page that it is', () => {
    const about = { title: 'About', url: '/about/', file: 'content/pages/about.md' }
    const nothing = aliasAt('free/index.html')
    const near = neighbourhood([template('about/index.html', '/about/')], [about])
    expect(findConflicts(nothing, near)).toEqual([])
  })
})

test('a new picture or static file cannot take the place of a published page', () => {
  const from = 'content/static/world/index.html'
  const plan: Plan = {
    pages: [],
    copies: [{ from, to: 'world/index.html', digest: '0', pictureJob: null, reasons: [] }],
    ahead: [],
    removals: [],
    vacated: [],
    templates: [],
  }
  const made = {
    by: 'page',
    kind: 'front',
    key: null,
    url: '/world/',
    file: null,
    layoutDigest: '',
    data: '',
    ids: [],
  }
  const published: Output = { path: 'world/index.html', digest: '0', made: made as Made }
  expect(findConflicts(plan, neighbourhood([published]))).toMatchObject([
    { code: 'url-taken', location: { file: from } },
  ])
})

test('nothing of the site stands where something else answers', () => {
  expect(conflicts('[/shop/old/, /shopping/]')).toMatchObject([
    { code: 'elsewhere-taken', message: expect.stringContaining('/shop/old/'), location: { file } },
  ])
  const page = { title: 'Our shop', url: '/shop/', file: 'content/pages/shop.md' }
  expect(findConflicts(planOf({}), neighbourhood([], [page]))).toMatchObject([
    { code: 'elsewhere-taken', message: expect.stringContaining('the page “Our shop”') },
  ])
})
