import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Moved } from '../../src/archive/create-archive.ts'
import { createMonthIndex } from '../../src/archive/month-index.ts'
import type { Cdn } from '../../src/domain/newsroom.ts'
import type { Redirect } from '../../src/domain/redirect.ts'
import {
  chooseRedirects,
  longestRedirect,
  mostRedirects,
  percentEncoded,
} from '../../src/hosting/redirect-rules.ts'
import type { ListedMove } from '../../src/store/listed.ts'
import { oldAddress } from '../../src/validate/old-address.ts'
import { at } from '../rig/small-newsroom.ts'
import { type Network, redirectOf } from './networks.ts'
import { hostileAliases, patternAliases } from './old-addresses.ts'

const target = '/world/2024/10/24/storm/'

/** One story for each list of old addresses, the newest first. */
const movedOf = (...aliases: readonly (readonly string[])[]): Moved => {
  const entries = aliases.map(
    (some, index): ListedMove => ({
      file: `${index}.md`,
      date: at('2024-10-24T00:00:00Z'),
      day: '2024-10-24',
      url: target,
      aliases: some,
    }),
  )
  return { ...createMonthIndex(['2024-10'], () => entries), count: aliases.flat().length }
}

/** As the layout writes them. */
const printed = (moved: Moved, cdn: Cdn): string =>
  chooseRedirects(moved, [], cdn)
    .rules.map(({ from, to, status }) => `${from} ${to} ${status}\n`)
    .join('')

const networks: readonly Network[] = ['cloudflare', 'netlify']

describe.each(networks)('with %s', network => {
  test.each(hostileAliases)('readers of %s are sent on', alias => {
    const text = printed(movedOf(['/before/', alias, '/after/']), network)
    for (const path of ['/before/', alias, '/after/']) expect(redirectOf(network, text, path)).toBe(target)
    expect(
      text
        .split('\n')
        .slice(0, 3)
        .map(line => line.split(' ')[0]),
    ).toEqual(['/before/', percentEncoded(alias), '/after/'])
  })

  test.each(patternAliases)('%s has no rule, as it would be one for other addresses', alias => {
    expect(chooseRedirects(movedOf(['/a/', alias]), [], network)).toMatchObject({
      rules: [{ from: '/a/' }],
      patterns: [alias],
      tooMany: 0,
    })
  })

  test('whatever an editor may write, each address is a line of three words and leads on', () => {
    const written = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.webPath())
    const alias = written
      .map(text => oldAddress().safeParse(`/${text}/`).data)
      .filter(path => path !== undefined)
    const property = fc.property(fc.uniqueArray(alias, { maxLength: 8 }), aliases => {
      const text = printed(movedOf(aliases), network)
      const { patterns } = chooseRedirects(movedOf(aliases), [], network)
      for (const path of aliases)
        if (!patterns.includes(new URL(path, 'https://any.example').pathname))
          expect(redirectOf(network, text, path)).toBe(target)
    })
    fc.assert(property, { numRuns: 150 })
  })
})

test('each spelling of one address has its rule, the written one first', () => {
  const rulesOf = (...aliases: string[]) =>
    chooseRedirects(movedOf(aliases), [], 'cloudflare').rules.map(({ from }) => from)
  expect(rulesOf('/q%26a,b/', '/plain/')).toEqual([
    '/q%26a,b/',
    '/plain/',
    '/q&a,b/',
    '/q%26a%2Cb/',
    '/q%26a%2cb/',
  ])
  expect(rulesOf('/märz/')).toEqual(['/m%C3%A4rz/', '/m%c3%a4rz/'])
  expect(rulesOf('/100%/')).toEqual(['/100%/', '/100%25/'])
  expect(rulesOf('/100%25/')).toEqual(['/100%25/'])
})

test('Netlify is told to redirect although there is a page, Cloudflare knows no such word', () => {
  expect(printed(movedOf(['/a/']), 'netlify')).toBe(`/a/ ${target} 301!\n`)
  expect(printed(movedOf(['/a/']), 'cloudflare')).toBe(`/a/ ${target} 301\n`)
})

describe('what is too much', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => [`/old/${index}/`])

  test('the newest stories’ addresses are kept, and the others counted', () => {
    const { rules, tooMany } = chooseRedirects(movedOf(...many(2345)), [], 'cloudflare')
    expect(rules).toHaveLength(mostRedirects.cloudflare)
    expect([rules[0]?.from, rules.at(-1)?.from]).toEqual(['/old/0/', '/old/1999/'])
    expect(tooMany).toBe(345)
  })

  test('also of stories with several', () => {
    const { rules, tooMany } = chooseRedirects(
      movedOf(many(1500).flat(), ['/x/'], many(900).flat()),
      [],
      'cloudflare',
    )
    expect(rules).toHaveLength(2000)
    expect(tooMany).toBe(401)
  })

  test('an address that is too long for a rule is left out by name', () => {
    const long = `/${'a'.repeat(190)}/${'b'.repeat(190)}/${'ü'.repeat(99)}/`
    const { rules, tooLong, tooMany } = chooseRedirects(movedOf([long, '/short/']), [], 'cloudflare')
    expect(rules.map(({ from }) => from)).toEqual(['/short/'])
    expect(tooLong).toHaveLength(1)
    expect(tooMany).toBe(0)
    expect(tooLong[0]?.length).toBeGreaterThan(longestRedirect - 100)
  })

  test('nothing is said where all fit', () => {
    expect(chooseRedirects(movedOf(['/a/', '/b/'], ['/c/']), [], 'cloudflare')).toMatchObject({
      tooMany: 0,
      tooLong: [],
      patterns: [],
    })
  })
})

describe('rows of _data/redirects.yaml', () => {
  const rules = (redirects: readonly Redirect[], moved = movedOf(), network: Network = 'cloudflare') =>
    chooseRedirects(moved, redirects, network)

  test('have rules as the old addresses of stories have, and what is gone has none', () => {
    const rows = [
      { path: '/münchen/', to: '/about/#team' },
      { path: '/shop/', to: null },
      { path: '/team', to: 'https://team.example/us?a=1' },
    ]
    expect(rules(rows).rules).toMatchObject([
      { from: '/m%C3%BCnchen/', to: '/about/#team', status: '301' },
      { from: '/team', to: 'https://team.example/us?a=1' },
      { from: '/m%c3%bcnchen/' },
    ])
  })

  test('come behind those of stories, but for files, which no page can lead to', () => {
    const rows = [
      { path: '/a/', to: '/about/' },
      { path: '/feed/', to: '/rss.xml' },
      { path: '/map.pdf', to: '/about/' },
      { path: '/b.html', to: '/world/' },
    ]
    const { rules: chosen, tooMany } = rules(rows, movedOf(['/old/']))
    expect(chosen.map(({ from }) => from)).toEqual(['/feed/', '/map.pdf', '/old/', '/a/', '/b.html'])
    expect(tooMany).toBe(0)
    const many = Array.from({ length: 1999 }, (_, index) => ({ path: `/row/${index}/`, to: '/about/' }))
    const full = rules([...many, ...rows], movedOf(['/old/']))
    expect(full.rules).toHaveLength(mostRedirects.cloudflare)
    expect(full.tooMany).toBe(4)
  })

  test('are left out where no rule can say them', () => {
    expect(rules([{ path: '/any%2A/', to: '/about/' }]).patterns).toEqual(['/any%2A/'])
    const long = `https://a.example/${'b'.repeat(1000)}`
    expect(rules([{ path: '/a/', to: long }]).tooLong).toEqual(['/a/'])
  })

  test('with a query are words for Netlify, where they can be, and nothing to Cloudflare', () => {
    const rows = [
      { path: '/b.php', to: '/about/' },
      { path: '/?p=12', to: '/about/' },
      { path: '/b.php?id=7&lang=en', to: '/world/' },
      { path: '/?s=a:b', to: '/about/' },
      { path: '/?p=13', to: '/' },
    ]
    const { rules: chosen, queries } = rules(rows, movedOf(['/old/']), 'netlify')
    expect(chosen.map(({ from, to }) => `${from} ${to}`)).toEqual([
      ...['/ p=12 /about/', '/b.php id=7 lang=en /world/', '/b.php /about/'],
      '/old/ /world/2024/10/24/storm/',
    ])
    expect(queries).toEqual(['/?s=a:b', '/?p=13'])
    expect(rules(rows)).toMatchObject({ rules: [{ from: '/b.php' }], tooMany: 0, patterns: [] })
    expect(rules(rows).queries).toHaveLength(4)
  })

  test('lead to no variable of a host', () => {
    expect(rules([{ path: '/a/', to: 'https://a.example/wiki/Help:x?b=c d' }]).rules[0]?.to).toBe(
      'https://a.example/wiki/Help%3Ax?b=c%20d',
    )
  })
})
