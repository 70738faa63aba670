import { describe, expect, it } from 'vitest'
import { createOwnAddresses } from '../../../src/import/links/own-addresses.ts'

const own = createOwnAddresses(
  {
    name: null,
    url: null,
    timezone: null,
    sections: [{ key: 'world', name: 'World' }],
    paths: ['/world/', '/about/'],
    elsewhere: ['/shop/'],
    language: null,
    unicodeSlugs: false,
    series: [],
    people: [],
    formats: ['rss', 'atom', 'json'],
  },
  [{ authors: ['Asha Rao'], tags: ['nato'] }],
  output => output === 'files/map.pdf',
)

describe('an address that the site has, or may come to have, is no old address of a story', () => {
  it.each([
    ...['/about/', '/ABOUT', '/world/', '/world/index.html', '/world/2024/10/', '/world/rss.xml'],
    ...['/world/2024/10/24/part-2/atom.xml', '/topics/', '/topics/nato/', '/topics/nato/2024/10/'],
    ...['/bylines/asha-rao/subscribe/', '/breaking/', '/archive/', '/corrections/2024/10/', '/rss.xml'],
    ...['/robots.txt', '/sitemap.xml', '/search/a/b', '/withdrawn/x.txt', '/_redirects', '/2024/10/24/'],
    ...['/media/hashed/x.jpg', '/media/2024/10/24/x.jpg', '/shop/', '/shop/cart/', '/files/map.pdf'],
  ])('%s', path => expect(own.isTaken(path)).toBe(true))

  it.each([
    ...['/worldly/', '/world/2024/storm/', '/topics/weather/', '/archive/2019/storm.html', '/media/news/'],
    ...['/bylines/somebody/', '/2024/10/storm.html', '/shopping/', '/files/map.html', '/feed/'],
  ])('but this one may be: %s', path => expect(own.isTaken(path)).toBe(false))
})

it('a link to a page or a file of the site, or to what is elsewhere, leads somewhere', () => {
  for (const path of ['/about/', '/shop/cart/', '/files/map.pdf', '/archive/', '/world/'])
    expect(own.addressHere(path)).toBe(path)
  for (const path of ['/team/', '/topics/nato/', '/files/other.pdf'])
    expect([path, own.addressHere(path)]).toEqual([path, null])
  // A page has one address, with its slash.
  for (const path of ['/about', '/About/index.html']) expect(own.addressHere(path)).toBe('/about/')
})
