import { expect, test } from 'vitest'
import { sentTo } from '../../src/hosting/sent-to.ts'

test.each([
  ['/about/', '/about/'],
  ['/münchen/?a=b#ü', '/m%C3%BCnchen/?a=b#%C3%BC'],
  ['https://a.example', 'https://a.example/'],
  ['/$uri/{path}?a={http.request.host}#$x', '/%24uri/%7Bpath%7D?a=%7Bhttp.request.host%7D#%24x'],
  ["/quo\"te/'x'/<y>|z^`", '/quo%22te/%27x%27/%3Cy%3E%7Cz%5E%60'],
])('%s is written so that no server takes a part of it for its own: %s', (to, expected) => {
  expect(sentTo(to)).toBe(expected)
})
