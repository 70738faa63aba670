// Services that resize pictures wrap the address of the original; other hosts of the old site are found by their pictures.

import { describe, expect, it } from 'vitest'
import { hostsOf } from '../../../src/import/links/old-hosts.ts'
import { pathsOfPicture } from '../../../src/import/links/picture-addresses.ts'
import { createPicturePrefixes } from '../../../src/import/links/picture-prefixes.ts'

const hosts = hostsOf('https://www.old.example', 'https://new.example')

describe('A picture that a service resizes is found under its own path:', () => {
  it.each([
    'https://old.example/img/pier.jpg?w=300',
    '//www.old.example/img/pier.jpg?w=300',
    'https://i0.wp.com/old.example/img/pier.jpg?w=300',
    'https://i2.wp.com/www.old.example/img/pier.jpg?w=300',
    'https://res.cloudinary.com/demo/image/fetch/w_300,f_auto/https://old.example/img/pier.jpg?w=300',
    'https://demo.imgix.net/https%3A%2F%2Fold.example%2Fimg%2Fpier.jpg?w=300',
    'https://wsrv.nl/?url=old.example/img/pier.jpg&w=300',
    'https://images.weserv.nl/?url=https%3A%2F%2Fold.example%2Fimg%2Fpier.jpg&w=300',
    'https://substackcdn.com/image/fetch/w_1456,c_limit/https%3A%2F%2Fold.example%2Fimg%2Fpier.jpg',
    'https://cdn.statically.io/img/old.example/f=auto/img/pier.jpg',
    '/.netlify/images?url=/img/pier.jpg&w=300',
    '/_next/image?url=%2Fimg%2Fpier.jpg&w=640&q=75',
    '/cdn-cgi/image/width=300,quality=75/img/pier.jpg',
    'https://old.example/cdn-cgi/image/width=300/https://old.example/img/pier.jpg',
  ])('%s', src => {
    const paths = pathsOfPicture(src, hosts).map(path => path.replace(/\?.*$/, '').replace('/f=auto', ''))
    expect(paths).toContain('/img/pier.jpg')
  })

  it.each([
    'https://other.example/img/pier.jpg',
    'https://i0.wp.com/other.example/img/pier.jpg',
    '//other.example/a.jpg',
  ])('%s is of another site', src => expect(pathsOfPicture(src, hosts)).toEqual([]))
})

describe('Pictures on another host', () => {
  const has = (path: string) => /^\/(?:img\/)?(?:one|two|three)\.jpg$|^\/2013\/12\/\w+\.jpg$/.test(path)
  const prefixes = (...seen: string[]) => {
    const found = createPicturePrefixes({ has, hosts, declared: ['https://media.example/old/'] })
    for (const src of seen) found.see(src)
    return found
  }

  it('are in the archive where most of a prefix are', () => {
    const store = 'https://store.example/old/_legacy'
    const known = prefixes(`${store}/2013/12/a.jpg`, `${store}/2013/12/b.jpg`, `${store}/gone.jpg`)
    expect(known.pathOf(`${store}/2013/12/a.jpg`)).toBe('/2013/12/a.jpg')
    expect(known.pathOf(`${store}/gone.jpg`)).toBeNull()
  })

  it.each([
    ['a part of the old host', 'https://cdn.old.example/img/one.jpg', '/img/one.jpg'],
    ['the account of a service', 'https://port.imgix.net/img/one.jpg?w=300', '/img/one.jpg'],
    [
      'the account of a service, with its sizes',
      'https://res.cloudinary.com/port/image/upload/w_300/v12/img/one.jpg',
      '/img/one.jpg',
    ],
    ['a prefix that the settings name', 'https://media.example/old/img/two.jpg', '/img/two.jpg'],
    ['one picture of the same name', 'https://other.example/img/one.jpg', null],
  ])('%s', (_, src, path) => {
    expect(prefixes(src).pathOf(src)).toBe(path)
  })

  it('are none where most of a prefix are not', () => {
    const seen = ['one', 'two', 'a', 'b', 'c'].map(name => `https://other.example/img/${name}.jpg`)
    expect(prefixes(...seen).pathOf('https://other.example/img/one.jpg')).toBeNull()
  })
})
