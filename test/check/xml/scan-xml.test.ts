import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXml } from '../../../src/check/xml/parse-xml.ts'
import { scanXml } from '../../../src/check/xml/scan-xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

describe('XML as layouts write it is read without a parser', () => {
  test.each([
    [
      'a feed',
      `${head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>\n<dc:creator>Ana</dc:creator></channel>\n</rss>\n`,
    ],
    [
      'a sitemap',
      `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/a/</loc></url></urlset>`,
    ],
    ['CDATA', '<t>a<![CDATA[<b> & ]] > </t>]]>c</t>'],
    ['CDATA in two sections', '<t><![CDATA[a ]]]]><![CDATA[> b]]></t>'],
    ['what the filter xml writes', '<t a="&#x22;">Tom &#x26; Ana &#x3C;&#x3E; &#x27;</t>'],
    ['the entities of XML', '<t>&amp;&lt;&gt;&quot;&apos;</t>'],
    ['empty elements', '<list><t/><t a="b"/><t></t></list>'],
    ['words around elements', '<list>a<t>b</t>c</list>'],
    ['other scripts', '<t>🛳️ हिंदी</t>'],
  ])('%s', (_, xml) => {
    expect(scanXml(xml)).not.toBeNull()
    expect(parseXml(xml)).toEqual({ elements: scanXml(xml), faults: [] })
  })
})

describe('what takes a parser is left to it', () => {
  test.each([
    ['a comment', '<list><!-- <![CDATA[ --><t/><!-- ]]> --></list>'],
    ['a document type', '<!DOCTYPE list><list/>'],
    ['an instruction', '<list><?php ?></list>'],
    ['carriage returns', '<t>a\r\nb</t>'],
    ['a namespace of an inner element', '<list><t xmlns:a="http://a.example/"/></list>'],
    ['another entity', '<t>&nbsp;</t>'],
    ['another version', '<?xml version="1.1"?><t/>'],
  ])('%s', (_, xml) => expect(scanXml(xml)).toBeNull())
})

const pieces = [
  '<list>|</list>|<list xmlns:a="http://a.example/" xmlns="http://b.example/">|<t>|</t>|<t/>|</t >|</|/>|<|>',
  '<a:t>|</a:t>|<b:t>|</b:t>|<t b="c" b="d">|<t b="&amp;">|<t b="&">|<t b="<">|<t b=c>|<t a:b="c" b="d"/>',
  '<t xmlns:xml="http://b.example/">|<t xmlns:b="">|<xmlt>|</xmlt>|<xmlns:t>|<t xml:b="c"/>',
  '<![CDATA[|]]>|]]|&|&amp;|&#x26;|&#x0b;|&#38;|&nbsp;|&amp|;|"|\'| |\n|\r|<!-- c -->|<!--|<?p?>|<!DOCTYPE t>',
  'words|🛳️|\ud83d|\u000b|\ufffe|\u00a0|\ufeff',
].flatMap(line => line.split('|'))

const wrappings = [
  (inside: string) => inside,
  (inside: string) => `<list>${inside}</list>`,
  (inside: string) => `${head}<list xmlns:a="http://a.example/"><t>${inside}</t></list>\n`,
]

test('no document is let through that a parser refuses, and its elements are those that a parser finds', () => {
  let scanned = 0
  const xml = fc
    .tuple(fc.constantFrom(...wrappings), fc.array(fc.constantFrom(...pieces), { maxLength: 8 }))
    .map(([wrap, some]) => wrap(some.join('')))
  const property = fc.property(xml, document => {
    const elements = scanXml(document)
    if (elements === null) return
    scanned++
    expect(parseXml(document)).toEqual({ elements, faults: [] })
  })
  fc.assert(property, { numRuns: 10_000 })
  // Had all been left to the parser, nothing would have been tried.
  expect(scanned).toBeGreaterThan(300)
})
