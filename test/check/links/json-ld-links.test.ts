import { expect, test } from 'vitest'
import { findJsonLd } from '../../../src/check/json/find-json-ld.ts'
import { jsonLdLinks } from '../../../src/check/links/json-ld-links.ts'

const page = (data: object) =>
  `<p>"https://a.example/no/"<script type="application/ld+json">${JSON.stringify(data)}</script><p>"https://a.example/no/"`

test('what JSON-LD names of this site is a link; other sites and other parts of the page are not', () => {
  const html = page({
    url: 'https://a.example/world/',
    id: 'https://a.example/#newsroom',
    of: 'https://b.example/x/',
  })
  expect(jsonLdLinks(findJsonLd(html), 'https://a.example').map(({ href }) => href)).toEqual([
    'https://a.example/world/',
    'https://a.example/',
  ])
})

test('a page without JSON-LD has none', () =>
  expect(jsonLdLinks(findJsonLd('<p>"https://a.example/x/"</p>'), 'https://a.example')).toEqual([]))
