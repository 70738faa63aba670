import { describe, expect, test } from 'vitest'
import { checkAtom } from '../../../src/check/standards/check-atom.ts'
import { readXml } from '../../../src/check/xml/read-xml.ts'
import { groupsAt } from '../../../src/check/xml/xml-groups.ts'
import { lines } from '../check-pages.ts'
import { context, faultsIn, replaced } from './faults-in.ts'

const self = 'https://bulletin.example/atom.xml'

const entry = (slug: string) =>
  lines(
    '<entry>',
    `<id>tag:bulletin.example,2024:${slug}</id>`,
    `<title>${slug}</title>`,
    `<link rel="alternate" href="https://bulletin.example/${slug}/"/>`,
    '<published>2024-10-24T09:30:00+05:30</published>',
    '<updated>2024-10-24T10:30:00+05:30</updated>',
    '<author><name>Asha Rao</name></author>',
    '<content type="html"><![CDATA[<a href="https://bulletin.example/">us</a>]]></content>',
    '</entry>',
  )

const feed = lines(
  '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0">',
  '<id>https://bulletin.example/</id>',
  '<title>The Bulletin</title>',
  '<updated>2024-10-24T10:30:00+05:30</updated>',
  '<author><name>The Bulletin</name></author>',
  `<link rel="self" href="${self}"/>`,
  '<at:deleted-entry ref="tag:bulletin.example,2024:gone" when="2024-10-24T11:00:00+05:30"/>',
  entry('storm'),
  entry('calm'),
  '</feed>',
)

const faults = (xml: string) => {
  const { elements } = readXml(xml)
  return faultsIn(xml, checkAtom(elements, groupsAt(elements, 'feed/entry'), { ...context, self }))
}
const found = (from: string, to: string) => faults(replaced(feed, from, to))

test('a sound feed is let through', () => expect(faults(feed)).toEqual([]))

describe('a feed', () => {
  test.each([
    ['id', '<id>https://bulletin.example/</id>\n'],
    ['title', '<title>The Bulletin</title>\n'],
    ['updated', '<updated>2024-10-24T10:30:00+05:30</updated>\n'],
  ])('needs one %s', (name, element) => {
    const wanted = [`1 the feed needs exactly one ${name} (RFC 4287)`]
    expect(found(element, '')).toEqual(wanted)
    expect(found(element, `${element}${element}`)).toEqual(wanted)
  })

  test.each([
    ['no address', `<link rel="self" href="${self}"/>`, ''],
    ['another address', `href="${self}"`, 'href="https://bulletin.example/world/atom.xml"'],
    ['two addresses', '<at:deleted', `<link rel="self" href="${self}"/><at:deleted`],
  ])('names itself: not by %s', (_, from, to) => {
    expect(found(from, to)).toEqual([
      `1 the feed needs exactly one link with rel="self" and href="${self}" (RFC 4287, WebSub)`,
    ])
  })

  test('that is an archive leads to the one to subscribe to', () => {
    const archived = replaced(feed, '<at:deleted', '<fh:archive/>\n<at:deleted')
    expect(faults(archived)).toEqual([
      '1 an archived feed needs exactly one link with rel="current" (RFC 5005)',
    ])
    expect(
      faults(replaced(archived, '<fh:archive/>', `<link rel="current" href="${self}"/><fh:archive/>`)),
    ).toEqual([])
  })

  test('has no two entries of one id', () => {
    expect(found('2024:calm', '2024:storm')).toEqual([
      '1 two entries have the id tag:bulletin.example,2024:storm (RFC 4287)',
    ])
  })

  test.each([
    ['of no form', 'yesterday'],
    ['of RSS', 'Thu, 24 Oct 2024 09:30:00 +0530'],
    ['without an offset', '2024-10-24T09:30:00'],
    ['without a T', '2024-10-24 09:30:00+05:30'],
    ['of a day alone', '2024-10-24'],
    ['in another zone', '2024-10-24T04:00:00Z'],
    ['of a day that there is not', '2024-10-32T09:30:00+05:30'],
  ])('has no time %s', (_, wrong) => {
    const message = (name: string) =>
      `${name} is “${wrong}”, not a time such as 2024-10-24T09:30:00+05:30 (RFC 4287, 3.3)`
    expect(found('<updated>2024-10-24T10:30:00+05:30', `<updated>${wrong}`)).toEqual([
      `4 ${message('updated')}`,
    ])
    expect(found('<published>2024-10-24T09:30:00+05:30', `<published>${wrong}`)).toEqual([
      `12 ${message('published')}`,
    ])
  })

  test.each([
    ['whose', 'ref="tag:bulletin.example,2024:gone" ', ''],
    ['when', ' when="2024-10-24T11:00:00+05:30"', ''],
    ['when, in a time', 'when="2024-10-24T11:00:00+05:30"', 'when="then"'],
  ])('has tombstones that say %s', (_, from, to) => {
    expect(found(from, to)).toEqual([
      '7 a deleted entry needs the attribute ref, and a time in when (RFC 6721)',
    ])
  })
})

describe('an entry', () => {
  test.each([
    ['id', '<id>tag:bulletin.example,2024:calm</id>\n'],
    ['title', '<title>calm</title>\n'],
  ])('needs one %s', (name, element) => {
    const wanted = `17 an entry needs exactly one ${name} (RFC 4287)`
    expect(found(element, '')).toContain(wanted)
    expect(found(element, `${element}${element}`)).toContain(wanted)
  })

  test('needs one updated', () => {
    const element = '<updated>2024-10-24T10:30:00+05:30</updated>\n'
    expect(found(`${element}<author><name>Asha`, '<author><name>Asha')).toEqual([
      '8 an entry needs exactly one updated (RFC 4287)',
    ])
  })

  test('has an id that is a whole address', () => {
    expect(found('<id>tag:bulletin.example,2024:storm', '<id>storm')).toEqual([
      '8 an id must be a whole address, such as https://newsroom.example/story/ or tag:newsroom.example,2024:story (RFC 4287)',
    ])
  })

  test('has an author where the feed has none', () => {
    const author = '<author><name>Asha Rao</name></author>\n'
    expect(found(author, '')).toEqual([])
    const without = replaced(feed, '<author><name>The Bulletin</name></author>\n', '')
    expect(faults(without)).toEqual([])
    expect(faults(replaced(without, author, ''))).toEqual([
      '7 an entry needs an author, as the feed has none (RFC 4287)',
    ])
  })

  test('has a text, or leads to one', () => {
    const link = '<link rel="alternate" href="https://bulletin.example/storm/"/>\n'
    const content = '<content type="html"><![CDATA[<a href="https://bulletin.example/">us</a>]]></content>\n'
    expect(found(link, '')).toEqual([])
    expect(found(content, '')).toEqual([])
    expect(faults(replaced(replaced(feed, link, ''), content, ''))).toEqual([
      '8 an entry needs content, or a link with rel="alternate" (RFC 4287)',
    ])
  })

  test.each(['prev-archive', 'next-archive', 'current'])('has no link that is %s', rel => {
    expect(
      found('<published>', `<link rel="${rel}" href="https://bulletin.example/2024/atom.xml"/><published>`),
    ).toEqual(['8 links to archives belong in the feed, not in an entry (RFC 5005)'])
  })

  test('has whole addresses in its text', () => {
    expect(found('href="https://bulletin.example/">us', 'href="#denials">us')).toEqual([
      '8 the address “#denials” is relative: a feed needs full addresses (RFC 4287)',
    ])
  })

  test('is not of the future', () => {
    const ahead = '<updated>2024-10-25T05:30:01+05:30</updated>\n<author><name>Asha'
    expect(found('<updated>2024-10-24T10:30:00+05:30</updated>\n<author><name>Asha', ahead)).toEqual([
      '8 an entry is dated in the future (RFC 4287)',
    ])
  })
})
