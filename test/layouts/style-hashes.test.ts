import { expect, test } from 'vitest'
import { styleHashes } from '../../src/layouts/style-hashes.ts'
import type { Layouts } from '../../src/store/rows.ts'
import { hashForPolicy } from '../../src/system/digest.ts'

const layouts: Layouts = new Map([
  ['css/site.css', 'p{}'],
  ['css/story.css', 'i{}'],
  ['layouts/base.njk', '<style>{% include "css/site.css" %}</style>'],
])

test('a sheet is named as a browser names it', () => {
  // CSP level 3, 2.3.1: base64 of the SHA-256 of what stands between the tags.
  expect(styleHashes(new Map([['css/site.css', 'p{}']]))).toEqual([
    'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=',
  ])
})

test('every sheet is named, and nothing else', () => {
  expect(styleHashes(layouts)).toEqual(['p{}', 'i{}'].map(hashForPolicy).sort())
})

test('the order in which sheets are read tells nothing', () => {
  expect(styleHashes(new Map([...layouts].reverse()))).toEqual(styleHashes(layouts))
})
