import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

describe('a line that markdown takes for the address of a link is reported', () => {
  test.each([
    ['that nothing leads to', '[Update]: closed\n', 'reference-unused', '7:1', '[Update]'],
    ['even if it is an address', 'A.\n\n[Note]: https://example.com/\n', 'reference-unused', '9:1', '[Note]'],
    ['in a list', '1. [Update]: closed\n', 'reference-unused', '7:4', '[Update]'],
    ['in a quotation', '> [Update]:\n> closed\n', 'reference-unused', '7:3', '[Update]'],
    ['that only code leads to', '`[a][b]`\n\n[b]: /b/\n', 'reference-unused', '9:1', '[b]'],
    ['that stands there twice', '[a][b]\n\n[b]: /b/ "t"\n[B]: /c/\n', 'reference-repeated', '10:1', '[B]'],
  ])('%s', (_what, body, code, at, words) => {
    const problems = faultsOf(body).filter(fault => fault.code !== 'link-not-allowed')
    expect(problems).toEqual([{ code, at, words }])
  })
})

describe('sound', () => {
  test.each([
    ['each kind of reference', '[a][one] [two][] [three]\n\n[one]: /1/\n[Two]: /2/ "t"\n[three]:\n  </3/>\n'],
    ['one that a picture leads to', '![a][p]\n\n[p]: p.png\n'],
    ['one for two links', '[a][one] [b][ONE]\n\n[one]: /1/\n'],
    ['one in a box', '::: facts A\n[a][one]\n\n[one]: /1/\n:::\n'],
    ['a word in brackets', '[Update] The port is shut.\n\n\\[Update]: closed\n'],
    ['an aside', 'The port [of Velikara]: shut.\n'],
    ['what is code', '```\n[one]: /1/\n```\n'],
  ])('%s', (_what, body) => expect(faultsOf(body)).toEqual([]))
})
