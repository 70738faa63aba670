import { expect, it } from 'vitest'
import { encodePictureAddresses } from '../../../src/import/text/picture-addresses.ts'

it.each([
  ['![a](/img/old pier.png)', '![a](/img/old%20pier.png)'],
  ['![](베이즈 통계학/a (1).jpg "At dawn")', '![](베이즈%20통계학/a%20%281%29.jpg "At dawn")'],
  ['![a](b.png "c d.png") ![e](f.png) and (g h.png)', '![a](b.png "c d.png") ![e](f.png) and (g h.png)'],
  ['![a](/b) see (c d.png)', '![a](/b) see (c d.png)'],
  ['[a](b c.png) \\![a](b c.png)', '[a](b c.png) \\![a](b c.png)'],
])('A blank in the address of a picture is encoded, as in %s', (text, encoded) => {
  expect(encodePictureAddresses(text, [])).toBe(encoded)
})
