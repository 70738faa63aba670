import { expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

test('key points have their heading from the newsroom’s language', () => {
  expect(render('::: keypoints\n- The port *closed*.\n- It opened.\n:::')).toBe(
    '<aside class="keypoints">\n<h2>Key points</h2>\n<ul>\n<li>The port <em>closed</em>.</li>\n<li>It opened.</li>\n</ul>\n</aside>\n',
  )
})

test('or from the author', () => {
  expect(render('::: keypoints What we know\n- A\n:::')).toContain('<h2>What we know</h2>')
})

test('a fact box has a title, which may have marks, and whatever it needs', () => {
  const html = render('::: facts The *Neelam* in figures\nBuilt in 1971.\n\n- 34 m\n:::')
  expect(html).toBe(
    '<aside class="factbox">\n<h2>The <em>Neelam</em> in figures</h2>\n<p>Built in 1971.</p>\n<ul>\n<li>34 m</li>\n</ul>\n</aside>\n',
  )
})

test('in a feed a box has no class', () => {
  expect(render('::: facts A\nb\n:::', { base: 'https://bulletin.example' })).toMatch(/^<aside>\n<h2>A<\/h2>/)
})

const headsOf = (text: string) =>
  [...render(text).matchAll(/<(h\d)[^>]*>(.*?)<\/\1>/g)].map(([, tag, words]) => `${tag} ${words}`)

test('its heading stands below the subhead before it, and those typed in it below its own', () => {
  const box = '::: facts Box\n### Inside\n\n##### Deeper\n:::\n'
  expect(headsOf(`${box}\n## A\n\n${box}\n### B\n\n## C`)).toEqual([
    'h2 Box',
    'h3 Inside',
    'h4 Deeper',
    'h2 A',
    'h3 Box',
    'h4 Inside',
    'h5 Deeper',
    'h3 B',
    'h2 C',
  ])
})

test('a box in a box needs more colons around it', () => {
  const html = render(':::: facts A\n::: facts B\nc\n:::\n::::\n\nd')
  expect(html.match(/<aside class="factbox">/g)).toHaveLength(2)
  expect(html).toMatch(/<h3>B<\/h3>\n<p>c<\/p>\n<\/aside>\n<\/aside>\n<p>d<\/p>\n$/)
})
