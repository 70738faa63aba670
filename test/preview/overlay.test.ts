import { expect, test } from 'vitest'
import type { Problem } from '../../src/domain/problem.ts'
import { emptyPage, overlayOf, withOverlay } from '../../src/preview/overlay.ts'

const problem: Problem = {
  code: 'link-not-web',
  severity: 'error',
  message: 'no <b>bold</b> links',
  hint: 'write "https"',
  location: { file: 'content/stories/a.md', line: 3, column: 5, length: 6, text: 'see <b>it</b> & weep' },
}
const warning: Problem = { ...problem, severity: 'warning', code: 'story-folder' }

const overlay = (...problems: Problem[]) => overlayOf({ kind: 'problems', problems })

test('The overlay names place, message and hint, and marks the words', () => {
  const html = overlay(problem)
  expect(html).toContain('>1 problem to fix<')
  expect(html).toContain('content/stories/a.md:3:5')
  expect(html).toContain('error link-not-web')
  expect(html).toContain('<pre>see <mark>&lt;b&gt;it&lt;</mark>/b&gt; &amp; weep</pre>')
  expect(html).toContain('→ write &quot;https&quot;')
})

test('Nothing that was written becomes markup', () => {
  expect(overlay(problem)).not.toContain('<b>')
  expect(overlayOf({ kind: 'crash', message: '</pre><script>' })).not.toContain('<script>')
})

test('What stops the pages comes before what does not, and a flood is cut', () => {
  const html = overlay(warning, ...Array.from({ length: 30 }, () => problem))
  expect(html).toContain('>30 problems to fix<')
  expect(html.match(/<mark>/g)).toHaveLength(20)
  expect(html).not.toContain('story-folder')
  expect(html).toContain('and 11 more')
})

test('A place without a line, or past its end, is shown without harm', () => {
  const wholeFile = { ...problem, location: { ...problem.location, text: '' } }
  expect(overlay(wholeFile)).not.toContain('<pre>')
  const pastEnd = { ...problem, location: { ...problem.location, column: 99, text: 'short' } }
  expect(overlay(pastEnd)).toContain('<pre>short<mark> </mark></pre>')
})

test('The overlay is the last thing in the body, also where a page names $& or has no body', () => {
  expect(withOverlay('<body>$&</body></html>', '<i>$1</i>')).toBe('<body>$&<i>$1</i></body></html>')
  expect(withOverlay('<p>Text', '<i></i>')).toBe('<p>Text<i></i>')
  expect(emptyPage('<i></i>')).toMatch(/^<!doctype html>.*<i><\/i><\/body><\/html>$/)
})
