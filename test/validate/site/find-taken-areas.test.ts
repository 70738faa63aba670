import { expect, test } from 'vitest'
import { findTakenAreas } from '../../../src/validate/site/find-taken-areas.ts'

const problemsOf = (...names: readonly string[]) =>
  findTakenAreas(
    { staticFiles: names.map(name => `content/static/${name}`) },
    { elsewhere: ['/shop', '/dist'] },
  )

test('static files where something else answers are one problem for each area', () => {
  expect(problemsOf('shop/a.js', 'logo.svg', 'dist/x.css', 'shop/b.js')).toMatchObject([
    {
      code: 'elsewhere-taken',
      severity: 'error',
      message: expect.stringMatching(/^the file shop\/a\.js \(and 1 more\) stands below \/shop\//),
      location: { file: 'content/static/shop/a.js' },
    },
    { message: expect.stringMatching(/^the file dist\/x\.css stands/) },
  ])
})

test('others are none', () => expect(problemsOf('shopping.txt', 'old/shop/a.js')).toEqual([]))
