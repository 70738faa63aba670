import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddressIndex } from '../../../src/import/links/address-index.ts'
import { hostsOf } from '../../../src/import/links/old-hosts.ts'
import { resolveLink } from '../../../src/import/links/resolve-link.ts'
import { rewriteLinks } from '../../../src/import/links/rewrite-links.ts'
import { createNotes } from '../../../src/import/report/note.ts'
import { jekyll } from '../../../src/import/sources/jekyll.ts'
import { createArchiveMarkdown } from '../../../src/import/text/archive-markdown.ts'

const markdown = createArchiveMarkdown(jekyll)
const story = {
  file: 'posts/2020-01-02-one.md',
  day: '2020-01-02',
  categories: [],
  slug: null,
  namedAddresses: ['/old-one/'],
  ownAddress: null,
  title: 'One',
  url: '/world/2020/01/02/one/',
}
const hidden = {
  ...story,
  file: 'posts/2020-01-03-draft.md',
  namedAddresses: ['/draft/'],
  url: '/world/2020/01/03/draft/',
}
const index = createAddressIndex([story, hidden], '/:year/:month/:day/:title/')

const rewrite = (text: string, base: string | null = null) => {
  const { notes, addNote } = createNotes()
  const nowhere: string[] = []
  const rules = {
    index,
    from: '/2020/01/05/two/',
    file: 'posts/2020-01-05-two.md',
    base,
    hosts: hostsOf(base, 'https://new.example'),
    addressHere: (path: string) => (path === '/contact/' ? path : null),
    takeFile: (path: string) => (path === '/files/tide.pdf' ? path : null),
    addNowhere: (url: string) => nowhere.push(url),
    headingsOf: () => [{ id: 'what-s-new', anchors: ['neu'] }],
    isHidden: (url: string) => url === hidden.url,
    addNote,
  }
  const result = rewriteLinks(text, markdown, link =>
    link.kind === 'picture' ? { kind: 'text' } : resolveLink(link.url, rules),
  )
  return { result, nowhere, notes: notes.map(note => note.message) }
}

describe('links of the old site', () => {
  it.each([
    ['[a](/2020/01/02/one/)', '[a](/world/2020/01/02/one/)'],
    ['[a](/2020/01/02/one.html "T")', '[a](/world/2020/01/02/one/ "T")'],
    ['[a](../../02/one/)', '[a](/world/2020/01/02/one/)'],
    ['[a](2020-01-02-one.md)', '[a](/world/2020/01/02/one/)'],
    ['[a](/OLD-one)', '[a](/world/2020/01/02/one/)'],
    ['[a](/2020/01/03/one/)', '[a](/world/2020/01/02/one/)'],
    ['[a](/old-one/#whats-new)', '[a](/world/2020/01/02/one/#what-s-new)'],
    ['[a](#neu)', '[a](#what-s-new)'],
    ['[a](/files/tide.pdf?v=2#page=3)', '[a](/files/tide.pdf#page=3)'],
    ['[a](#whats-new) [b](#gone)', '[a](#what-s-new) b'],
    ['[a](/contact/#b)', '[a](/contact/#b)'],
    ['[a](/draft/) [b](2020-01-03-draft.md#x) [c][1]\n\n[1]: /draft/', 'a b c\n\n[1]: /draft/'],
    ['[a](/)', '[a](/)'],
    ['[a](javascript:alert(1)) [b](data:x)', 'a b'],
    ['[a](www.x.example.com/y)', '[a](https://www.x.example.com/y)'],
    ['[a](//x.example/y)', '[a](https://x.example/y)'],
    ['[a](mailto:a@b.example) <https://x.example>', '[a](mailto:a@b.example) <https://x.example>'],
    ['<ftp://x.example/y>', 'ftp://x.example/y'],
    ['[![alt](gone.png)](/old-one/)', '[alt](/world/2020/01/02/one/)'],
    ['[![](gone.png)](/old-one/)', '[/world/2020/01/02/one](/world/2020/01/02/one/)'],
    ['[![](gone.png)][1]\n\n[1]: /old-one/', '[/world/2020/01/02/one][1]\n\n[1]: /world/2020/01/02/one/'],
    ['[a](https://x.example/{{%20release.tag%20}}/)', 'a'],
    ['![alt](gone.png)', '*alt*'],
    ['![alt](gone.png "A caption")', '*alt*\n\nA caption'],
    ['![At dawn](gone.png)\n\nAt [dawn](mailto:a@b.example)', 'At [dawn](mailto:a@b.example)'],
    ['in ![alt](gone.png) text', 'in alt text'],
    ['Dawn.![alt](gone.png)Now', 'Dawn. alt Now'],
    ['(![alt](gone.png))', '(alt)'],
    ['_a_![alt](gone.png)_b c_', '_a_ alt _b c_'],
    ['_![alt](gone.png) b ![c](gone.png)_', '_alt b c_'],
    [
      'a[![alt](gone.png)](/old-one/)b[c](/old-one/)d',
      'a [alt](/world/2020/01/02/one/) b[c](/world/2020/01/02/one/)d',
    ],
    ['[a][1] and [1]\n\n[1]: /old-one/\n', '[a][1] and [1]\n\n[1]: /world/2020/01/02/one/\n'],
    ['[a][1] and [1]\n\n[1]: data:x\n', 'a and 1\n\n[1]: data:x\n'],
    ['[a](https://new.example/old-one/)', '[a](/world/2020/01/02/one/)'],
    ['[a](http:////) [b](https:///x) [c](http://x.example:99999/) [d](//) [e](https://[x)', 'a b c d e'],
    ['`[a](/about/)` \\[a](/about/) [a] (b)', '`[a](/about/)` \\[a](/about/) [a] (b)'],
    ['[a](<https://x.example/a b>)', '[a](<https://x.example/a b>)'],
  ])('%s', (written, expected) => {
    expect(rewrite(written).result).toBe(expected)
  })

  it('lead to the old site where that is known', () => {
    const base = 'https://old.example'
    expect(rewrite('[a](/about/?x#y)', base).result).toBe('[a](https://old.example/about/?x#y)')
    expect(rewrite('[a](https://old.example/old-one/)', base).result).toBe('[a](/world/2020/01/02/one/)')
    expect(rewrite('[a](https://old.example.com/)', base).result).toBe('[a](https://old.example.com/)')
  })

  it('stay as they are where their page did not come along, and are named', () => {
    for (const [written, kept] of [
      ['/about/', '/about/'],
      ['/Old%20page.html?a=1#b', '/Old%20page.html?a=1#b'],
      ['../../tags/', '/2020/01/tags/'],
      ['<files/a (1).pdf>', '/2020/01/05/two/files/a%20%281%29.pdf'],
      ['https://www.new.example/team', '/team'],
      ['/über/', '/%C3%BCber/'],
    ]) {
      const { result, nowhere, notes } = rewrite(`[a](${written})`)
      expect([result, nowhere]).toEqual([`[a](${kept})`, [kept]])
      expect(notes).toEqual(['Kept a link that leads nowhere, as its page was not imported'])
    }
    expect(rewrite('[a][1] and [1]\n\n[1]: /about/\n').nowhere).toContain('/about/')
    expect(rewrite('[a](/contact/) [b](/old-one/)').nowhere).toEqual([])
  })

  it('are reported when they become text', () => {
    expect(rewrite('[a](data:x)').notes).toEqual([expect.stringContaining('Replaced a link with its text')])
  })
})

describe('any text', () => {
  it('stays to the byte when every link is kept', () => {
    const text = fc.string({ unit: fc.constantFrom(...'[]()!<>`\\"ab:/# \n'.split('')), maxLength: 120 })
    fc.assert(
      fc.property(text, written => {
        expect(rewriteLinks(written, markdown, () => ({ kind: 'keep' }))).toBe(written)
      }),
      { numRuns: 500 },
    )
  })
})
