import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mentionOfPage } from '../../../src/archive/index-claims.ts'
import { createFindTarget } from '../../../src/check/links/link-target.ts'
import { createMarkdown } from '../../../src/markdown/create-markdown.ts'
import { emptyDisk } from '../../../src/read/media-disk.ts'
import { urlOfFile } from '../../../src/store/output.ts'
import { validateBody } from '../../../src/validate/body/validate-body.ts'
import { faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText, zone } from '../../rig/site-data.ts'
import { newsroomOf } from '../../rig/small-newsroom.ts'

const picturesOf = (body: string) =>
  newsroomOf({ [storyFile]: storyText({}, body) }).stories[0]?.pictures.map(({ src }) => src)

describe('a story may link to', () => {
  test.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'mailto:desk@bulletin.example',
    'tel:+911234567890',
    '/world/2024/10/24/storm/',
    '#the-second-part',
  ])('%s', target => expect(faultsOf(`See [this](${target}).\n`)).toEqual([]))

  test('nothing that is only text or code', () => {
    expect(faultsOf('Write `[this](page.html)`.\n\n```\n[this](page.html)\n```\n')).toEqual([])
  })
})

describe('a story may not link to', () => {
  test.each([
    ['page.html'],
    ['../storm/'],
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['data:text/html,x'],
    ['vbscript:x'],
    ['ftp://example.org/'],
    ['file:///etc/passwd'],
    ['//evil.example/'],
    ['http:example'],
    ['https:///path'],
  ])('%s', target => {
    expect(faultsOf(`One line.\n\nSee [this](${target}).\n`)).toEqual([
      { code: 'link-not-allowed', at: '9:12', words: target },
    ])
  })
})

test.each(['ftp://example.org/a', '//example.org/a', 'http://example.org:99999/', 'https:////example.org'])(
  '%s in running text is words, and no link that could be wrong',
  words => expect(faultsOf(`| a |\n|---|\n| b |\n\nSee ${words} there.\n`)).toEqual([]),
)

describe('the mark stands under the link', () => {
  test.each([
    ['in a heading', '## See [this](page.html)\n', '7:15'],
    ['in a list', '- one\n- [two](page.html)\n', '8:9'],
    ['in a table', '| a |\n|---|\n| [b](page.html) |\n', '9:7'],
    ['in a quotation', '> one\n> [two](page.html)\n', '8:9'],
    ['in a pull quote', '::: pullquote\n[two](page.html)\n:::\n', '8:7'],
    ['on the last line, without its end', 'one\n\n[two](page.html)', '9:7'],
    ['when the same words stand before it', 'The page.html is [here](page.html).\n', '7:25'],
    ['in a reference below', 'See [this][one].\n\n[one]: page.html\n', '9:8'],
    ['in a reference inside a quotation', '> See [one].\n>\n> [one]: page.html\n', '9:10'],
    ['after an emoji', '🛳️ [this](page.html)\n', '7:12'],
  ])('%s', (_where, body, location) => {
    expect(faultsOf(body)).toEqual([{ code: 'link-not-allowed', at: location, words: 'page.html' }])
  })
})

describe('pictures', () => {
  test('beside the story and in the site’s own folder are found, each once', () => {
    const body = '![a](a.png)\n\n![again](a.png) and ![b](/b.svg)\n\n![c](c%20d.png)\n\n![ü](ü.png)\n'
    expect(picturesOf(body)).toEqual(['a.png', '/b.svg', 'c d.png', 'ü.png'])
  })

  test.each([
    ['missing.png', 'picture-missing'],
    ['unreadable.png', 'picture-unreadable'],
    ['../a.png', 'picture-path'],
    ['https://evil.example/a.png', 'picture-foreign'],
    ['//evil.example/a.png', 'picture-foreign'],
    ['data:image/png;base64,AA', 'picture-foreign'],
  ])('%s is refused at its place', (src, code) => {
    expect(faultsOf(`One.\n\nTwo ![x](${src})\n`)).toEqual([{ code, at: '9:10', words: src }])
  })

  test('a text without links and pictures has none', () => expect(picturesOf('Nothing here.\n')).toEqual([]))
})

test('no address that a page would show as a link or picture gets past unless it is allowed', () => {
  const scheme = fc.constantFrom(
    '',
    'http:',
    'https://',
    'javascript:',
    'data:',
    '//',
    '/',
    '../',
    'mailto:',
    '#',
    '\\',
    ' ',
  )
  const rest = fc.stringMatching(/^[a-z0-9./%:&;?#\\-]{0,10}$/)
  const shape = fc.constantFrom(
    '[x](@)',
    '[x](<@>)',
    '![x](@)',
    '<@>',
    '[x][r]\n\n[r]: @',
    '> [r]: @\n\n[r]',
    '@',
    '[x]( @ "t")',
  )
  const property = fc.property(scheme, rest, shape, (start, end, form) => {
    const body = form.replace('@', () => start + end)
    if (faultsOf(`${body}\n`).length > 0) return
    const html = createMarkdown(null).render(body)
    for (const [, target = ''] of html.matchAll(/href="([^"]*)"/g)) {
      if (!/!\[/.test(form)) expect(target).toMatch(/^(https?:\/\/[^/]|mailto:|tel:|\/(?![/\\])|#)/i)
    }
    expect(html).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i)
  })
  fc.assert(property, { numRuns: 1000 })
})

describe('what a page would show as a link into the site is known', () => {
  const origin = 'https://bulletin.example'
  const read = (body: string) => {
    const source = { file: storyFile, text: body }
    const picture = { digest: '', width: 1, height: 1, bytes: 1, isOpaque: false, pixels: null }
    const findPicture = () => ({ file: '', picture })
    const site = { url: origin, timezone: zone }
    return validateBody({ source, body, findPicture, disk: emptyDisk, site, day: '2024-10-24' })
  }
  /** As the publish asks for it, when the file goes. */
  const asked = (link: string): string | null => {
    const target = createFindTarget('/', origin)(link)
    return typeof target === 'string' ? null : mentionOfPage(decodeURI(urlOfFile(target.output)))
  }

  test.each([
    ['[a](/report_(final).txt)', '/report_(final).txt'],
    ['[a](</final (2).txt>)', '/final (2).txt'],
    ['[a](/final\\(2\\).txt "the \\"title\\"")', '/final(2).txt'],
    ['[a](/black&amp;white.txt)', '/black&white.txt'],
    [`${origin}/report_(final).txt`, '/report_(final).txt'],
    [`<${origin}/o'brien.txt>`, "/o'brien.txt"],
    [`[a](<${origin}/final (2).txt>)`, '/final (2).txt'],
    ['[a][b]\n\n[b]:\n  </final (2).txt>', '/final (2).txt'],
  ])('%s', (body, link) => expect(read(`${body}\n`).links).toContain(link))

  test('however it is written', () => {
    const marks = '[a]( [b] < > ( ) \\ \' " & % ` * ~ / ]( [ ] &amp; %28 %2F é'.split(' ')
    const words = [
      ' ',
      '\n',
      '/report',
      '.txt',
      '/../',
      '#x',
      '?y',
      '- ',
      '> ',
      '::: pullquote\n',
      origin,
      `${origin}/`,
    ]
    const piece = fc.constantFrom(...marks, ...words)
    const property = fc.property(fc.array(piece, { maxLength: 12, size: 'max' }), pieces => {
      const body = `${pieces.join('')}\n`
      const { links, problems } = read(body)
      if (problems.length > 0) return
      const known = new Set(links.map(link => mentionOfPage(link.replace(/[?#].*$/s, ''))))
      const html = createMarkdown(null).render(body)
      for (const [, href = ''] of html.matchAll(/<a href="([^"]*)"/g)) {
        const link = asked(href.replaceAll('&amp;', '&').replaceAll('&quot;', '"'))
        if (/^(?:\/|https:\/\/bulletin\.example)/.test(href) && link !== null) expect(known).toContain(link)
      }
    })
    fc.assert(property, { numRuns: 5000 })
  })
})
