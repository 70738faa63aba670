import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { escapeCdata, escapeJson, escapeXml } from '../../src/domain/escape.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Site } from '../../src/domain/newsroom.ts'
import { isPlainPath } from '../../src/domain/web-address.ts'
import { createFilters } from '../../src/layouts/filters.ts'
import type { StoryTexts } from '../../src/layouts/story-texts.ts'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import { origin, zone } from '../rig/site-data.ts'

/** Any string at all, often one that breaks what is written carelessly. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code)) }),
        fc.constantFrom(
          ...[
            ']]>',
            ']]',
            '>',
            '<![CDATA[',
            '</script>',
            '<!--',
            '<script',
            '&amp;',
            '&',
            '\ud83d',
            '\udea2',
          ],
          ...['\u0000', '\u000b', '\u001f', '\u007f', '\ufffe', '\uffff', '\u2028', '"', "'", '\r\n', '🛳️'],
        ),
      ),
      { maxLength: 8 },
    )
    .map(parts => parts.join('')),
)

/** What XML 1.0 lets through, by code point; lone surrogates are shown as what they are: lost characters. */
const allowedInXml = (text: string): string =>
  [...text]
    .map(character => {
      const code = character.codePointAt(0) ?? 0
      if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
      if (code < 0x20 && !'\t\n\r'.includes(character)) return ''
      return code === 0xfffe || code === 0xffff ? '' : character
    })
    .join('')

/** Parsers of XML read every end of a line as one line feed. */
const asParserReads = (text: string): string => allowedInXml(text).replace(/\r\n?/g, '\n')

const readXml = (xml: string) => {
  const read = { text: '', attribute: '' }
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  const add = (text: string) => {
    read.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', tag => {
    read.attribute = tag.attributes.a?.value ?? ''
  })
  parser.write(xml).close()
  return read
}

describe('xml', () => {
  test('any text comes back from an element as it went in, without what XML forbids', () => {
    const property = fc.property(anyText, text => {
      expect(readXml(`<t>${escapeXml(text)}</t>`).text).toBe(asParserReads(text))
    })
    fc.assert(property, { numRuns: 500 })
  })

  test('and from an attribute, in either kind of quotes, its white space as spaces', () => {
    const inAttribute = (text: string) => asParserReads(text).replace(/[\t\n]/g, ' ')
    const property = fc.property(anyText, fc.constantFrom('"', "'"), (text, quote) => {
      const { attribute } = readXml(`<t a=${quote}${escapeXml(text)}${quote}/>`)
      expect(attribute).toBe(inAttribute(text))
    })
    fc.assert(property, { numRuns: 500 })
  })

  test('writes & and < as the RSS profile asks', () => {
    expect(escapeXml('Tom & <Ana>')).toBe('Tom &#x26; &#x3C;Ana&#x3E;')
  })

  test('astral characters and other scripts stay', () => {
    expect(escapeXml('🛳️ हिंदी 서울 مرفأ')).toBe('🛳️ हिंदी 서울 مرفأ')
  })
})

describe('cdata', () => {
  test('any text comes back as it went in, without what XML forbids', () => {
    const property = fc.property(anyText, text => {
      expect(readXml(`<t><![CDATA[${escapeCdata(text)}]]></t>`).text).toBe(asParserReads(text))
    })
    fc.assert(property, { numRuns: 500 })
  })

  test.each([']]>', ']]]>', ']]>]]>', ']]]]>>', '<![CDATA[ ]]>'])('%s does not end it', text => {
    expect(readXml(`<t><![CDATA[${escapeCdata(text)}]]></t>`).text).toBe(text)
  })

  test('what XML forbids cannot hide the end: it goes first', () => {
    expect(readXml(`<t><![CDATA[${escapeCdata(']\u0000]>')}]]></t>`).text).toBe(']]>')
  })
})

describe('json', () => {
  test('any text, list or group comes back as it went in', () => {
    const property = fc.property(anyText, anyText, (text, name) => {
      const value = { list: [text], [name]: text }
      expect(JSON.parse(escapeJson(value))).toEqual(value)
    })
    fc.assert(property, { numRuns: 500 })
  })

  test('in a script element it ends neither the element nor the page', () => {
    const property = fc.property(anyText, text => {
      const scripts: string[] = []
      let inScript = false
      const parser = new Parser({
        onopentagname: name => {
          inScript = name === 'script'
          if (inScript) scripts.push('')
        },
        ontext: words => {
          if (inScript) scripts.push((scripts.pop() ?? '') + words)
        },
      })
      parser.end(`<script type="application/ld+json">${escapeJson(text)}</script>`)
      expect(scripts.map(script => JSON.parse(script))).toEqual([text])
    })
    fc.assert(property, { numRuns: 500 })
  })

  test('line ends that old browsers take for their own are written out', () => {
    expect(escapeJson('a\u2028b\u2029c')).toBe('"a\\u2028b\\u2029c"')
  })
})

describe('the filters of a site', () => {
  const site = { timezone: zone, language: 'en-IN', url: origin } as Site
  const markdown = createMarkdown(null)
  const feedHtmlOf: StoryTexts['feedHtmlOf'] = ({ file }, context) =>
    markdown.render(file, { markdown: context })
  const filters = createFilters(site, { bodyOf: () => '', feedHtmlOf })
  const call = (name: string, ...values: unknown[]) =>
    String((filters[name] as (...values: unknown[]) => unknown)(...values))
  const instant = Date.UTC(2024, 9, 24, 4, 0) as Instant

  test.each([
    ['rfc3339', instant, '2024-10-24T09:30:00+05:30'],
    ['rfc822', instant, 'Thu, 24 Oct 2024 09:30:00 +0530'],
    ['readerDate', instant, '24 October 2024'],
    ['readerTime', instant, '9:30 am'],
    ['readerDateTime', instant, '24 October 2024, 9:30 am IST'],
    ['readerDay', '2024-10-24', 'Thursday, 24 October 2024'],
    ['readerMonth', '2024-10', 'October 2024'],
    ['absolute', '/world/', `${origin}/world/`],
    ['absolute', 'https://elsewhere.example/a?b#c', 'https://elsewhere.example/a?b#c'],
    ['xml', 5, '5'],
    ['digest', 'a', 'ca978112'],
  ])('%s of %s', (name, value, written) => expect(call(name, value)).toBe(written))

  test.each(['rfc3339', 'rfc822', 'readerDate', 'readerDateTime'])(
    '%s stops the build at what is no time',
    name => {
      expect(() => call(name, Number.NaN)).toThrow()
      expect(() => call(name, undefined)).toThrow()
    },
  )

  test.each(['xml', 'cdata', 'absolute', 'feedHtml'])(
    '%s stops the build when there is nothing to print',
    name => {
      expect(() => call(name, undefined)).toThrow()
      expect(() => call(name, null)).toThrow()
    },
  )

  test('any path of this site, however odd, becomes the address that browsers make of it', () => {
    const pieces = [
      '/',
      '//',
      '.',
      '..',
      'a',
      'b-c',
      'rss.xml',
      ' ',
      '%41',
      'ö',
      '?',
      '#',
      '\\',
      '\t',
      ':',
      '@',
      '_',
      '~',
    ]
    const path = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map(some => `/${some.join('')}`)
    const property = fc.property(path, some => {
      fc.pre(URL.canParse(some, origin))
      expect(call('absolute', some)).toBe(new URL(some, origin).href)
    })
    fc.assert(property, { numRuns: 1000 })
  })

  test.each([
    ['/', true],
    ['/world/2024/10/24/storm-2/', true],
    ['/world/rss.xml', true],
    ['', false],
    ['world/', false],
    ['//evil.example/', false],
    ['/a//b/', false],
    ['/a/../b/', false],
    ['/.well-known/', false],
    ['/größe/', false],
    ['/a b/', false],
    ['/a?b', false],
    ['/a#b', false],
  ])('the path “%s” is taken over letter by letter: %s', (path, isPlain) => {
    expect(isPlainPath(path)).toBe(isPlain)
  })

  test('the text for feeds takes its pictures and links from the story, and is not escaped again', () => {
    const context = { pictures: [], base: origin, url: '/a/' }
    expect(call('feedHtml', { file: '[b](/b/) [c](#c)', digest: '' }, context, null)).toBe(
      `<p><a href="${origin}/b/">b</a> <a href="${origin}/a/#c">c</a></p>\n`,
    )
  })

  test('a text of more than a megabyte stays out of feeds, which some readers would refuse with it', () => {
    const context = { pictures: [], base: origin, url: '/a/' }
    expect(call('feedHtml', { file: 'a'.repeat(999_000), digest: '' }, context, null)).toHaveLength(999_008)
    expect(call('feedHtml', { file: 'a'.repeat(1_000_000), digest: '' }, context, null)).toBe('')
  })
})
