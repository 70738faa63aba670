import { describe, expect, test } from 'vitest'
import { findLeftovers } from '../../../src/validate/text/find-leftovers.ts'

const found = (text: string) => findLeftovers(text).map(({ words }) => words)

describe('what nobody means for readers is found in a text', () => {
  test.each([
    ['{--the plan--}', 'He said {--the plan--} so.'],
    ['{++yesterday++}', '{++yesterday++}'],
    ['{~~old~>new~~}', 'A {~~old~>new~~} b'],
    ['{>>ask legal<<}', 'fine{>>ask legal<<}'],
    ['{==this==}', '{==this==}'],
    ['==this==', 'A ==this== b'],
    ['TKTK', 'The mayor TKTK said'],
    ['[TK]', 'The mayor [TK] said'],
    ['[name TK]', '[name TK]'],
    ['[TK: how many]', '[TK: how many]'],
    ['[CHECK]', 'It fell [CHECK] today.'],
    ['[INSERT QUOTE FROM JANE]', '[INSERT QUOTE FROM JANE]'],
    ['[check with legal before Monday]', '[check with legal before Monday]'],
    ['[add photo]', '[add photo]'],
    ['TODO: ask Jane', 'One.\nTODO: ask Jane'],
    ['Lorem ipsum dolor', 'Lorem ipsum dolor sit amet'],
    ['【12†source】', 'The law passed.【12†source】'],
    [':contentReference[oaicite:0]{index=0}', 'A:contentReference[oaicite:0]{index=0}'],
    ['citeturn0search1', 'So it was. citeturn0search1'],
    ['[cite: 1, 2]', 'So it was. [cite: 1, 2]'],
    ['<Media omitted>', '[21/10/24] Jane: <Media omitted>'],
    ['\u200eimage omitted', 'Jane: \u200eimage omitted'],
    ['[cid:image001.png@01DB]', 'See [cid:image001.png@01DB]'],
    ['Sent from my iPhone', 'A.\nSent from my iPhone'],
    ['-----Original Message-----', '-----Original Message-----'],
    ['From: Jane\nTo: Tom\nSubject: b\n', 'From: Jane\nTo: Tom\nSubject: b\nText'],
    ['Error! Reference source not found.', 'See Error! Reference source not found.'],
    ['{ HYPERLINK "https://example.org" }', 'See { HYPERLINK "https://example.org" }'],
    ['(Eds: Updates with quotes.)', '(Eds: Updates with quotes.)'],
    ['((jane@example.org; +44 20))', '((jane@example.org; +44 20))'],
    ['AP-WF-10-24-24 1530GMT', 'AP-WF-10-24-24 1530GMT'],
    ['*|FNAME|*', 'Dear *|FNAME|*,'],
    ['{first_name, "reader"}', 'Dear {first_name, "reader"}'],
    ['image::harbour.jpg[', 'image::harbour.jpg[The harbour]'],
    ['.. note::', '.. note:: A'],
    ['[NOTE]', '[NOTE]\nCare'],
    ["'''Bold'''", "'''Bold''' words"],
    ['== Head ==', '== Head =='],
    ['\uf0fc', 'A \uf0fc b'],
    ['^[that is, so', 'It is^[that is, so] it'],
    ["``We are glad,''", "``We are glad,'' she said."],
    [String.raw`$$\int_0^1 x$$`, String.raw`It is $$\int_0^1 x$$.`],
    ['\ufffc', 'A \ufffc b'],
    ['caf\ufffd', 'A caf\ufffd b'],
    ['â€™', 'It doesnâ€™t'],
    ['Ã©', 'A cafÃ© b'],
  ])('%j', (words, text) => expect(found(text)).toEqual([words]))
})

test('letters that were misread are given as they were meant', () => {
  const hints = ['donâ€™t', 'â€œA', 'cafÃ©', 'MÃ¼nchen', 'Â£5', 'â€“'].flatMap(text =>
    findLeftovers(text).map(({ fault }) => fault.hint),
  )
  expect(hints).toEqual(['type ’', 'type “', 'type é', 'type ü', 'type £', 'type –'])
})

test('what no font shows is named by its code', () => {
  expect(findLeftovers('A \uf0fc b')[0]?.fault.message).toContain('<U+F0FC>')
})

describe('what newsrooms write stays unnamed', () => {
  test.each([
    'TK Maxx, [TK Maxx] and [TK Elevator], Tk 500 and [Tk 500 crore], Türk Telekom (TK)',
    'He said “[check] your facts”, [sic], [laughs], [adds], [the source], [TBC], [Editor’s note: this is new]',
    'You should [check with your doctor] first',
    '[check with legal](/about/), [TODO][a], [add names]: b',
    'FACT CHECK: the mayor was wrong. [FACT CHECK]',
    'From: Paris\nTo: Lyon',
    'from the source (see Jane@example.org) and (Jane Eds: x)',
    'A == b and c === d, ====, 2 == 2',
    '{a, b} and {-1, +1} and x--y and {--}',
    'the h1. and the 1. entry, image: Jane Rao',
    'MANHÃ» and «CHÂ» and À LA FRANÇAISE, « Château », São Paulo, â, Ã, Â',
    '📱 \uf8ff and 漢字 and 【Tokyo】 and 【1】',
    'It turned 2 searches; cite this; turn1',
    'The Sent folder. He was sent from my iPhone',
    'Use * | A | *, 50%% and 100%',
    "'tis, rock ''n'' roll, '' and ''''",
    '(A (B) c), ((a)), ((no address))',
    'I said: error! It was',
    'US$5 and $$$ and ``code`` and \\begin',
  ])('%s', text => expect(found(text)).toEqual([]))
})

test.each([
  '{--',
  '[a TK',
  '[check this ',
  '==a',
  'From:\n',
  '【1†',
  '{ HYPERLINK ',
  "'''a",
  '\ufffd',
  '((@',
])('many %j cost no more each', piece => {
  findLeftovers(piece.repeat(20_000))
})
