import { describe, expect, test } from 'vitest'
import { parseXml } from '../../../src/check/xml/parse-xml.ts'
import { readXml } from '../../../src/check/xml/read-xml.ts'
import { checkPages, lines, whereAndWhat } from '../check-pages.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const problemsOf = (...xml: string[]) => checkPages({ pages: { '/list.xml': lines(head, ...xml) } })
const found = (...xml: string[]) => whereAndWhat(problemsOf(...xml))

describe('XML', () => {
  test('that is well-formed is let through', () => {
    const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    const text = '<dc:creator>Ana &amp; Bo &#x26; Co</dc:creator><t><![CDATA[<b> & ]] > ]]></t><t/>'
    expect(found(`<list ${dc}>`, text, '<!-- note --></list>', '')).toEqual([])
  })

  test.each([
    ['an undeclared prefix', ['<list>', '<dc:creator>Ana</dc:creator>', '</list>'], 3],
    ['an undeclared prefix of an attribute', ['<list>', '<t media:url="x">a</t>', '</list>'], 3],
    ['a stray &', ['<list>', '<t>Tom & Ana</t>', '</list>'], 3],
    ['an entity that only HTML has', ['<list>', '<t>a&nbsp;b</t>', '</list>'], 3],
    ['a control character', ['<list>', '<t>a\u000bb</t>', '</list>'], 3],
    ['a control character, escaped', ['<list>', '<t>a&#x0b;b</t>', '</list>'], 3],
    ['an element closed by another', ['<list>', '<t>a</list>'], 3],
    ['an element that is never closed', ['<list>', '<t>a</t>'], 3],
    ['an attribute without quotes', ['<list>', '<t a=1>a</t>', '</list>'], 3],
    ['an attribute that stands twice', ['<list>', '<t a="1" a="2">a</t>', '</list>'], 3],
    ['text behind the end', ['<list/>', 'more'], 3],
    ['CDATA that ends too early', ['<list>', '<t><![CDATA[a]]>b]]></t>', '</list>'], 3],
  ])('with %s is found, on its line', (_, xml, line) => {
    const problems = problemsOf(...xml)
    expect(problems.map(({ code, location }) => `${location.file}:${location.line} ${code}`)).toEqual([
      `staging/list.xml:${line} xml-malformed`,
    ])
  })

  test('the place is where the fault stands', () => {
    expect(found('<list>', '<t>Tom & Ana</t>', '</list>')).toEqual(['staging/list.xml:3:8 xml-malformed'])
    expect(problemsOf('<list>', '<t>Tom & Ana</t>', '</list>')[0]?.hint).toContain('the filter xml')
  })

  test('a stray & is found where it stands, though the next ; is far away', () => {
    const far = ['<list>', '<t>a &amp; b</t><t>Tom & Ana &amp; Bo</t>', '<t/>', '<t>&lt;</t>', '</list>']
    expect(found(...far)).toEqual(['staging/list.xml:3:24 xml-malformed'])
  })

  test('nothing at all is no document', () => {
    expect(whereAndWhat(checkPages({ pages: { '/list.xml': '' } }))).toEqual([
      'staging/list.xml:1:1 xml-malformed',
    ])
  })
})

test.each([
  ['at first sight', readXml],
  ['by a parser', parseXml],
])('the elements that hold only text are found %s, in order, with those around them', (_how, read) => {
  const { elements, faults } = read('<a><b><c>1 &lt; <![CDATA[2 & 3]]></c></b><c/><d>4</d></a>')
  expect(faults).toEqual([])
  expect(elements.map(({ path, text }) => [path, text])).toEqual([
    ['a/b/c', '1 < 2 & 3'],
    ['a/c', ''],
    ['a/d', '4'],
  ])
})
