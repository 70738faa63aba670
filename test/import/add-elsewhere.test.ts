import { expect, it } from 'vitest'
import { addElsewhere } from '../../src/import/add-elsewhere.ts'

it.each([
  ['a: b\n', 'a: b\nelsewhere: [/shop/, /dist/]\n'],
  ['a: b', 'a: b\nelsewhere: [/shop/, /dist/]\n'],
  ['', 'elsewhere: [/shop/, /dist/]\n'],
  ['a: b\nelsewhere:\nc: d\n', 'a: b\nelsewhere: [/shop/, /dist/]\nc: d\n'],
  ['elsewhere: [] # none\nc: d\n', 'elsewhere: [/shop/, /dist/] # none\nc: d\n'],
  ['elsewhere: [/a/] # ours\nc: d # e\n', 'elsewhere: [/a/, /shop/, /dist/] # ours\nc: d # e\n'],
  ['elsewhere: [ "/a b/", /dist/ ]\n', 'elsewhere: [ "/a b/", /dist/, /shop/ ]\n'],
  [
    'elsewhere:\n  - /a/ # the cart\n  - /b/ # more\n\n# end\nc: d\n',
    'elsewhere:\n  - /a/ # the cart\n  - /b/\n  - /shop/\n  - /dist/ # more\n\n# end\nc: d\n',
  ],
  ['elsewhere:\n- /dist/\n- /shop/\n', 'elsewhere:\n- /dist/\n- /shop/\n'],
])('what is elsewhere is added, and all else stays: %j', (before, after) => {
  expect(addElsewhere(before, ['/shop/', '/dist/'])).toBe(after)
  expect(addElsewhere(after, ['/shop/', '/dist/'])).toBe(after)
})

it('a path that YAML would read otherwise is quoted', () =>
  expect(addElsewhere('a: b\n', ['/a: b/'])).toBe('a: b\nelsewhere: ["/a: b/"]\n'))

it.each(['elsewhere: /a/\n', 'elsewhere: { a: b }\n', 'a: [\n', '{ a: b }\n'])(
  'a file that it cannot be added to stays: %j',
  text => expect(addElsewhere(text, ['/shop/'])).toBeNull(),
)
