import { describe, expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

const timeline = (...entries: string[]) => `::: timeline\n${entries.map(entry => `- ${entry}\n`).join('')}:::`

describe('an entry begins with its time, written as readers have it', () => {
  test.each([
    ['1896: x', '1896', '1896'],
    ['2024-10: x', '2024-10', 'October 2024'],
    ['2024-10-24: x', '2024-10-24', '24 October 2024'],
    ['2024-10-24T05:00:00+05:30: x', '2024-10-24T05:00:00+05:30', '24 October 2024, 5:00 am IST'],
    ['2024-10-23T23:30:00Z: x', '2024-10-24T05:00:00+05:30', '24 October 2024, 5:00 am IST'],
  ])('%s', (entry, machine, words) => {
    expect(render(timeline(entry))).toBe(
      `<div class="timeline">\n<ol>\n<li><time class="told" datetime="${machine}">${words}</time> x</li>\n</ol>\n</div>\n`,
    )
  })
})

test('what follows is read as if it began the line', () => {
  expect(render(timeline('2024-10-24: [The port](/world/) **closes**.'))).toContain(
    '</time> <a href="/world/">The port</a> <strong>closes</strong>.</li>',
  )
})

test('an entry may have paragraphs, and a list of its own', () => {
  const html = render('::: timeline\n- 2024-10-24: One.\n\n  - 2019: no time\n\n- 2024-10-25: Two.\n:::')
  expect(html).toContain('<li>\n<p><time class="told" datetime="2024-10-24">24 October 2024</time> One.</p>')
  expect(html).toContain('<ul>\n<li>2019: no time</li>\n</ul>')
})

test('a timeline may have a title', () => {
  expect(render('::: timeline How it came\n- 2019: x\n:::')).toContain(
    '<section class="timeline">\n<h2>How it came</h2>\n<ol>',
  )
})

test('in a feed its times are words', () => {
  expect(render(timeline('2024-10-24: x'), { base: 'https://bulletin.example' })).toContain(
    '<li><b>24 October 2024:</b> x</li>',
  )
})

test.each(['24 October: x', '2024-10-32: x', '2024-13: x', '2024-06-31: x', '20241: x', '2024-10-24 x', 'x'])(
  'what is no time stays as it is: %s',
  entry => expect(render(timeline(entry))).toContain(`<li>${entry}</li>`),
)

test('a list elsewhere stays a list', () => {
  expect(render('- 2024-10-24: x')).toBe('<ul>\n<li>2024-10-24: x</li>\n</ul>\n')
})
