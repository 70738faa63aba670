// What an editor wrote stands beside words of the layout: neither may turn the other, whatever scripts they are in.

import { expect, test } from 'vitest'
import { readLayouts } from '../../src/read/read-layouts.ts'
import { projectRoot } from '../rig/site-folder.ts'

const layouts = readLayouts(projectRoot)

test.each([
  [
    'the headline in the banner of breaking news',
    '.breaking a',
    'parts/breaking.njk',
    '<aside class="breaking"',
  ],
  ['the publisher in the foot', '.colophon a', 'parts/footer.njk', 'class="colophon"'],
  ['the credit behind a caption', '.credit', 'parts/lead-picture.njk', '<span class="credit">'],
  ['the section before a time', '.label', 'parts/cards.njk', '<a class="label"'],
  ['a name among names', '[rel=author]', 'parts/byline.njk', 'rel="author"'],
])('%s', (_what, selector, layout, element) => {
  expect(layouts.get(layout)).toContain(element)
  const rules = (layouts.get('css/site.css') ?? '').split('\n').filter(line => line.includes('unicode-bidi:'))
  expect(rules.some(rule => rule.split(' {')[0]?.split(', ').includes(selector))).toBe(true)
})
