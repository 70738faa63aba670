// What else lives at the same host: `elsewhere` in _data/site.yaml.

import { describe, expect, test } from 'vitest'
import { siteData, storyFile, storyText } from '../../rig/site-data.ts'
import { newsroomOf, problemsOf } from '../../rig/small-newsroom.ts'
import { checkPages } from '../check-pages.ts'

const withAreas = (areas: string) => ({
  '_data/site.yaml': `${siteData['_data/site.yaml']}elsewhere: ${areas}\n`,
  [storyFile]: storyText(),
})
const broken = (html: string, areas = '[/shop/, /dist, /रोज़/]') =>
  checkPages({ pages: { '/about/': html }, stories: withAreas(areas) })
    .filter(({ code }) => code === 'link-broken' || code === 'file-not-there')
    .map(({ message }) => /(?:link to|loads) (\S+?),? /.exec(message)?.[1])

describe('A link to what lives elsewhere at the host', () => {
  test.each([
    '/shop/',
    '/shop',
    '/shop/cart?item=7#top',
    '/dist/a/b.pdf',
    'https://bulletin.example/shop/x/',
    '/%E0%A4%B0%E0%A5%8B%E0%A4%9C%E0%A4%BC/',
  ])('is let through: %s', href => expect(broken(`<a href="${href}">x</a>`)).toEqual([]))

  test('is let through also where the browser loads it', () =>
    expect(broken('<img src="/dist/logo.png" alt="">')).toEqual([]))

  test.each(['/shopping/', '/dist.html', '/shop-2/', '/', '/old/shop/'])('is not one to %s', href =>
    expect(broken(`<a href="${href}">x</a>`, '[/shop/, /dist]')).toEqual([href]),
  )
})

test('a area may be written with or without its last slash', () => {
  expect(newsroomOf(withAreas('[/shop/, /dist]')).newsroom.site.elsewhere).toEqual(['/shop', '/dist'])
  expect(newsroomOf({}).newsroom.site.elsewhere).toEqual([])
})

test.each([
  ['[/]', 'path-form'],
  ['[shop]', 'path-form'],
  ['[/shop?a]', 'path-form'],
  ['/shop/', 'field-type'],
])('%s is no list of areas', (areas, code) => {
  expect(problemsOf(withAreas(areas))).toMatchObject([{ code, location: { file: '_data/site.yaml' } }])
})
