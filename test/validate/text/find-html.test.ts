import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findHtml } from '../../../src/validate/text/find-html.ts'

describe('HTML is found in a text', () => {
  test.each([
    ['<p class="MsoNormal">', 'Said <p class="MsoNormal">so'],
    ['<br>', 'One<br>two'],
    ['<BR/>', 'One<BR/>two'],
    ['</div>', 'One</div>'],
    ['<o:p>', '<o:p></o:p>'],
    ['</st1:place>', 'Delhi</st1:place>'],
    ['<v:shape id="a" />', '<v:shape id="a" />'],
    ['<font face=Arial size=2>', '<font face=Arial size=2>One'],
    ['<!DOCTYPE html>', '<!DOCTYPE html>'],
    ['<?xml version="1.0"?>', '<?xml version="1.0"?>'],
    ['<![if !supportLists]>', '<![if !supportLists]>'],
    ['<![endif]>', '<![endif]>'],
    ['<![CDATA[one]]>', '<![CDATA[one]]>'],
    ['<script>', '<script>alert(1)</script>'],
    ['<a\nhref="x">', '<a\nhref="x">'],
    ['<img src="a.jpg"', 'cut off: <img src="a.jpg"'],
    ['<b>', 'John<b>son</b>'],
    ['<svg viewBox="0 0 1 1">', '<svg viewBox="0 0 1 1">'],
    ['<my-box>', '<my-box>x</my-box>'],
    ['<YouTube id="x" />', '<YouTube id="x" />'],
    ['<Figure/>', '<Figure/>'],
    ['<g:plusone>', '<g:plusone>'],
    ['<details open>', '<details open>'],
    ['<input disabled value=a>', '<input disabled value=a>'],
  ])('%s', (found, text) => expect(findHtml(text)).toBe(found))
})

describe('no HTML', () => {
  test.each([
    'a < b and b > c',
    'We <3 you',
    'x<y>z',
    '<https://bulletin.example/a>',
    '<mailto:desk@bulletin.example> <tel:5550100> <urn:isbn:1>',
    '<desk@bulletin.example> <a@b.example>',
    'List<String>, Map<Object>, Box<A>, Vec<Option>',
    'Write <your name> and <place-name>',
    '<rant> all of it </rant>',
    'a <b c',
    'if p <p and q',
    'if (a<b && c>d)',
    'a <b || c> d',
    'for <i + 1> or <i, j>',
    '<- back, forward ->',
    '<<<',
    '<>',
    '< b >',
    '<1>',
    '<éa>',
    '&lt;b&gt;',
  ])('%s', text => expect(findHtml(text)).toBeNull())
})

test('what is found stands in the text', () => {
  const pieces = ['<', '>', '/', 'b', 'p', 'a:b', ' ', '=', '"', "'", '!', '[', '?xml', 'x-y', '\n', '-']
  const property = fc.property(
    fc.array(fc.constantFrom(...pieces), { size: 'max', maxLength: 20 }),
    parts => {
      const text = parts.join('')
      expect(text).toContain(findHtml(text) ?? '')
    },
  )
  fc.assert(property, { numRuns: 2_000 })
})

test.each(['<b ', '<b a="', '<b a=', '<x-y>', '<![', '<b    ', '</'])(
  'many %s are looked at once each',
  piece => {
    expect(findHtml(piece.repeat(20_000))?.length ?? 0).toBeLessThan(200_001)
  },
)
