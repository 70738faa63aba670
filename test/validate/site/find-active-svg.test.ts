import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listFiles, readText } from '../../../src/system/files.ts'
import { findActiveSvg } from '../../../src/validate/site/find-active-svg.ts'
import { projectRoot } from '../../rig/site-folder.ts'

const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const svg = (inside: string, more = '') => `<svg ${names} width="64" height="48"${more}>${inside}</svg>`
const codeOf = (text: string) => findActiveSvg(text)?.code ?? null

describe('A drawing that runs code is refused:', () => {
  test.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script under another prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>'],
    ['a script in capitals', svg('<SCRIPT/>')],
    ['a handler', svg('<rect onclick="alert(1)"/>')],
    ['a handler of the drawing itself', svg('', ' onload="alert(1)"')],
    ['HTML in it', svg('<foreignObject><b>x</b></foreignObject>')],
    ['an element of HTML', svg('<img xmlns="http://www.w3.org/1999/xhtml" src="x"/>')],
    ['a link that runs', svg('<a xlink:href="javascript:alert(1)"><text>x</text></a>')],
    ['a link that runs, in disguise', svg('<a href=" java&#x9;script:alert(1)"/>')],
    [
      'a link that is given another target',
      svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    ],
    ['a style within a style', svg('<style><style/>@import "//a.example/b.css"</style>')],
    ['an element within a word of a style', svg('<style>@im<g>x</g>port "//a.example/b.css"</style>')],
    ['a handler that is set', svg('<animate attributeName="onload" values="alert(1)"/>')],
    ['entities', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('&x;')}`],
  ])('%s', (_what, text) => expect(codeOf(text)).toBe('drawing-active'))
})

describe('A drawing that asks elsewhere is refused:', () => {
  test.each([
    ['for a picture', svg('<image href="https://tracker.example/1.png"/>')],
    ['for a picture beside it', svg('<image xlink:href="photo.jpg"/>')],
    ['for a part of another drawing', svg('<use href="https://a.example/b.svg#c"/>')],
    ['for a part of one in the address', svg('<use href="data:image/svg+xml,%3Csvg/%3E#c"/>')],
    ['for a fill', svg('<rect fill="url(https://a.example/b.svg#c)"/>')],
    ['for a font', svg('<style>@font-face{src:url("//a.example/b.woff")}</style>')],
    ['for a font, in a section of its own', svg('<style><![CDATA[*{cursor:url(//a.example/b)}]]></style>')],
    ['for a style', svg('<style>@import "//a.example/b.css"</style>')],
    ['for a style, in escapes', svg('<style>*{fill:u\\72l(//a.example/b)}</style>')],
    ['in a style', svg('<rect style="fill: URL( //a.example/b )"/>')],
    ['for one of a set', svg('<rect style="mask:image-set(\'//a.example/b\' 1x)"/>')],
    ['for a stylesheet', `<?xml-stylesheet href="//a.example/b.css"?>${svg('')}`],
    ['for a style, its keyword in escapes', svg('<style>@\\69mport "//a.example/b.css"</style>')],
    ['for a style, its keyword in long escapes', svg('<style>@\\000069 mport "//a.example/b.css"</style>')],
    ['for a style, its keyword around a remark', svg('<style>@im<!-- x -->port "//a.example/b.css"</style>')],
    [
      'for a style, its keyword in two sections',
      svg('<style>@im<![CDATA[port "//a.example/b.css"]]></style>'),
    ],
    ['for a style, around a comment', svg('<style>/* x */@import/**/"//a.example/b.css"</style>')],
    ['for one of a set, behind a comment', svg('<style>*{mask:image-set(/**/"//a.example/b" 1x)}</style>')],
    [
      'for one of a set, behind another',
      svg('<style>*{mask:image-set(url(#a) 1x, "//a.example/b" 2x)}</style>'),
    ],
    [
      'for one of a set of a browser’s own',
      svg('<rect style="mask:-webkit-image-set(\'//a.example/b\' 1x)"/>'),
    ],
    ['for what an escape spells', svg('<rect style="fill:url(\\2f\\2f a.example/b)"/>')],
    [
      'for one of a set, between what looks like a comment',
      svg('<style>*{content:"/*";mask:image-set(/*;*/"//a.example/b" 1x)}/* */</style>'),
    ],
    [
      'for a font, between what looks like a comment',
      svg('<style>*{a:"/*";b:url(//a.example/b);c:"*/"}</style>'),
    ],
    ['by a set value', svg('<animate attributeName="fill" values="red;url(//a.example/b)"/>')],
    ['to tell of a click', svg('<a href="/x/" ping="https://a.example/"/>')],
    ['from another base', svg('<image href="#a"/>', ' xml:base="https://a.example/"')],
  ])('%s', (_what, text) => expect(codeOf(text)).toBe('drawing-foreign'))
})

test.each(['', 'GIF89a', '<svg', svg('<g>'), svg('<a:b/>'), svg('&nbsp;')])('%s is no drawing', text =>
  expect(codeOf(text)).toBe('drawing-malformed'),
)

describe('A drawing that is not plainly UTF-8 is refused:', () => {
  const declared = (words: string) => `<?xml version="1.0" ${words}?>${svg('')}`
  test.each([
    ['in a Japanese encoding', declared('encoding="Shift_JIS"')],
    ['in UTF-7', declared('encoding="UTF-7"')],
    ['in UTF-16', declared("encoding='UTF-16'")],
    ['in Latin letters', declared('encoding="iso-8859-1"')],
    ['in none', declared('encoding=""')],
    ['in one without quotation marks', declared('encoding=Shift_JIS')],
    ['in two', declared('encoding="UTF-8" encoding="Shift_JIS"')],
    ['behind something else', declared('standalone="no" encoding = "Shift_JIS"')],
    ['within something else', `<?xml version="1.0 encoding='Shift_JIS'"?>${svg('')}`],
    ['in capitals', `<?XML version="1.0" ENCODING="Shift_JIS"?>${svg('')}`],
    ['behind a blank line', `\n${declared('encoding="Shift_JIS"')}`],
  ])('%s', (_how, text) => expect(codeOf(text)).toBe('drawing-encoding'))

  test('a handler that only another encoding brings to light gets no further than its declaration', () => {
    // In Shift_JIS the last byte of “ド” and the quotation mark behind it are one letter.
    const text = `<?xml version="1.0" encoding="Shift_JIS"?>${svg('<text title="\u00e0"/><rect id="" x=" onload=alert(1) "/>')}`
    expect(codeOf(text)).toBe('drawing-encoding')
  })

  test.each([
    '',
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<?xml version='1.0' encoding='utf-8' standalone='no'?>\n",
  ])('but with %j it is taken', head => expect(codeOf(head + svg(''))).toBe(null))
})

describe('A drawing that only draws is taken:', () => {
  test.each([
    ['with a title and styles', svg('<title>On &amp; off</title><style>.a{fill:url(#g)}</style>')],
    ['with parts that it uses again', svg('<defs><g id="a"/></defs><use xlink:href="#a"/><use href="#a"/>')],
    ['with a photo in it', svg('<image href="data:image/png;base64,AAAA"/>')],
    ['with a font in it', svg('<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style>')],
    ['with links that a reader may follow', svg('<a href="https://a.example/"><text>x</text></a>')],
    ['with names that take escapes', svg('<style>.\\31 a{fill:url(#g)} .a\\:b{fill:#fff}</style>')],
    ['with styles in a section', svg('<style><![CDATA[.a{fill:red}/* a (b) */]]></style>')],
    ['with a file’s name in a label', svg('<rect aria-label="image(3).png"/>')],
    ['that moves', svg('<animate attributeName="opacity" values="0;1"/>')],
    [
      'with what its program noted',
      svg('<m:view xmlns:m="urn:x" m:onscreen="no" m:path="C:\\a (1).png" m:src2="https://a.example/"/>'),
    ],
    [
      'with a plain document type',
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('')}`,
    ],
  ])('%s', (_what, text) => expect(findActiveSvg(text)).toBe(null))

  test('all of the demonstration newsroom’s', () => {
    const drawings = listFiles(projectRoot, 'content').filter(file => file.endsWith('.svg'))
    expect(drawings.length).toBeGreaterThan(5)
    for (const file of drawings)
      expect(findActiveSvg(readText(`${projectRoot}/${file}`) ?? ''), file).toBe(null)
  })
})

test('the place is that of the tag', () => {
  const text = svg('\n<g/>\n<rect\n  onclick="alert(1)"/>')
  expect(findActiveSvg(text)?.offset).toBe(text.indexOf('<rect'))
})

test('no handler and no script gets past, however it is written', () => {
  const pieces = [
    '<g>',
    '</g>',
    '<rect ',
    '/>',
    'onload="a"',
    ' ',
    '<script>',
    '</script>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    'x:',
    '"',
    "'",
  ]
  const property = fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), some => {
    const text = svg(some.join(''))
    if (codeOf(text) !== null) return
    const bare = text.replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, '')
    expect(bare).not.toMatch(/<(?:\w+:)?script/)
    expect(bare).not.toMatch(/<[^>"']*\sonload="/)
  })
  fc.assert(property, { numRuns: 2000 })
})

test('a drawing nested deeper than any program draws is refused, and not read to its end', () => {
  const nested = (depth: number, inside = '') => svg('<g>'.repeat(depth) + inside + '</g>'.repeat(depth))
  expect(codeOf(nested(150))).toBeNull()
  expect(findActiveSvg(nested(200))).toMatchObject({
    code: 'drawing-malformed',
    message: 'more than 200 elements stand inside one another',
  })
  expect(findActiveSvg(`${svg('').replace('</svg>', '')}${'<g>'.repeat(100_000)}<script/>`)?.code).toBe(
    'drawing-malformed',
  )
  // What stands behind the first part that is read is read as well, also across its end.
  expect(codeOf(svg(`<text>${'🚢'.repeat(3000)}</text><script/>`))).toBe('drawing-active')
  expect(codeOf(svg(`<text>${'a🚢'.repeat(3000)}</text>`))).toBeNull()
})
