import { describe, expect, test } from 'vitest'
import { readers } from '../../src/domain/audience.ts'
import { servedSite } from '../../src/hosting/served-site.ts'
import { kindNamed } from '../../src/pages/page-kinds.ts'
import { outputKey } from '../../src/store/output.ts'
import type { EditedTables } from '../../src/store/tables.ts'
import type { Files } from '../rig/site-folder.ts'
import { later, newsroomOf, planOf, storyAt, tablesOf } from '../rig/small-newsroom.ts'

/** After everything that is planned was published. */
const published = (files: Files, more: readonly string[] = []): EditedTables => {
  const tables = tablesOf(newsroomOf(files))
  for (const { output, kind, key, url, file, layoutDigest } of planOf(files).pages) {
    const status = kindNamed(kind)?.status ?? 200
    const digests = { layoutDigest, dataDigest: '' }
    const made = { by: 'page', kind, key, url, status, file, ...digests, ids: null } as const
    tables.set('outputs', outputKey(output), { path: output, digest: '', made })
  }
  for (const path of more)
    tables.set('outputs', outputKey(path), { path, digest: '', made: { by: 'copy', from: '' } })
  return tables
}

const served = (files: Files, more?: readonly string[]) => {
  const { site } = newsroomOf(files).newsroom
  return servedSite(site, published(files, more), {
    now: later,
    audience: readers,
    timezone: site.timezone,
  })
}

const storyWith = (slug: string, aliases: string, date = '2024-10-24T08:00:00+05:30') =>
  storyAt(date, slug, { aliases: JSON.stringify(aliases.split(' ')) })

const leads = (files: Files, more?: readonly string[]) =>
  Object.fromEntries(
    served(files, more).moved.map(({ path, to }) => [path, to.replace(/^.*\/(.+)\/$/, '$1')]),
  )

describe('an old address leads to its story', () => {
  test('with and without its last slash', () => {
    expect(leads(storyWith('storm', '/old/storm/'))).toEqual({
      '/old/storm/': 'storm',
      '/old/storm': 'storm',
    })
  })

  test('also at the name of a folder’s page, where that is what it names', () => {
    expect(Object.keys(leads(storyWith('storm', '/old/index.html')))).toEqual([
      '/old/',
      '/old',
      '/old/index.html',
    ])
  })

  test('alone when it names a file', () => {
    expect(leads(storyWith('storm', '/2019/storm.html'))).toEqual({ '/2019/storm.html': 'storm' })
  })

  test('as servers read it, its percent signs decoded once', () => {
    const all = leads(storyWith('storm', '/q%26a/ /100%25/ /a%2526b/ /m%C3%A4rz/ /my%20story/ /v1.2'))
    expect(Object.keys(all).filter(path => path.endsWith('/'))).toEqual([
      '/q&a/',
      '/100%/',
      '/a%26b/',
      '/märz/',
      '/my story/',
      '/v1.2/',
    ])
  })

  test('a stray percent sign stays', () =>
    expect(Object.keys(leads(storyWith('storm', '/100%/')))).toEqual(['/100%/', '/100%']))

  test('of a story that is withdrawn, a draft or held leads nowhere', () => {
    const files = {
      ...storyAt('2024-10-24T08:00:00+05:30', 'a', { aliases: '[/a/]', draft: 'true' }),
      ...storyAt('2024-10-24T09:00:00+05:30', 'b', { aliases: '[/b/]', embargo: '2035-01-01T00:00:00Z' }),
      ...storyAt('2024-10-24T10:00:00+05:30', 'c', {
        aliases: '[/c/]',
        withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }',
      }),
    }
    expect(leads(files)).toEqual({})
  })
})

describe('two at one place', () => {
  test('a page comes before an address that only seems to be there', () => {
    const files = storyWith('storm', '/one%2Ftwo/')
    expect(Object.keys(leads(files))).toEqual(['/one/two/', '/one/two'])
    expect(Object.keys(leads(files, ['one/two/index.html']))).toEqual([])
    expect(Object.keys(leads(files, ['one/two']))).toEqual(['/one/two/'])
  })
})
