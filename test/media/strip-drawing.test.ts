import { expect, test } from 'vitest'
import { pictureFromCamera, secret } from './noted-pictures.ts'
import { faultOf, stripped } from './strip.ts'

const strip = (text: string): string => stripped(Buffer.from(text), 'map.svg').toString()

const head =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'

test('a drawing loses what programs note, and keeps what is drawn', () => {
  const drawing = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Generator: Adobe Illustrator, ${secret} -->
<svg xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  xmlns="http://www.w3.org/2000/svg" xmlns:xlink='http://www.w3.org/1999/xlink' width="9" height="9"
  sodipodi:docname="${secret}" inkscape:export-filename='/home/jane/${secret}.png' data-name="${secret}">
<title>Where the storm went</title>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><dc:creator>${secret}</dc:creator></rdf:RDF></metadata>
<sodipodi:namedview inkscape:current-layer="${secret}"><inkscape:grid/></sodipodi:namedview>
<style>/* ${secret} */ .a { fill: red } <![CDATA[ /* ${secret} */ .b > .c { fill: blue } ]]></style>
<i:pgf id="${secret}">${secret}</i:pgf>
<g inkscape:label="${secret}" class="a" xml:space="preserve"><path d="M0 0h9v9H0z" sodipodi:nodetypes="cc"/><use xlink:href="#b"/></g>
<text>1 &lt; 2, <tspan>/* no comment */</tspan></text>
</svg>
`
  const after = strip(drawing)
  expect(after).not.toContain('Secret')
  expect(after).not.toMatch(/inkscape|sodipodi|adobe|rdf|dc:|metadata/i)
  for (const part of [
    '<title>Where the storm went</title>',
    '.a { fill: red }',
    '.b > .c { fill: blue }',
    'class="a"',
  ])
    expect(after).toContain(part)
  expect(after).toContain('<path d="M0 0h9v9H0z"/><use xlink:href="#b"/></g>')
  expect(after).toContain('<text>1 &lt; 2, <tspan>/* no comment */</tspan></text>')
  expect(strip(after)).toBe(after)
})

test('a drawing of which nothing is noted stays as it is, to the byte', () => {
  const plain = `${head}<g data-day="2"><path d='M0 0h9'/></g><style>[data-day] { fill: red }</style></svg>\n`
  expect(strip(plain)).toBe(plain)
})

test('prefixes mean what they were declared to mean, wherever that is', () => {
  expect(
    strip('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:metadata>x</s:metadata><s:path/></s:svg>'),
  ).toBe('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path/></s:svg>')
  expect(
    strip(
      `${head}<g xmlns:l="http://www.w3.org/1999/xlink"><use l:href="#a" l:x="1"/></g><a xmlns="urn:else"/></svg>`,
    ),
  ).toBe(`${head}<g xmlns:l="http://www.w3.org/1999/xlink"><use l:href="#a" l:x="1"/></g></svg>`)
})

test('a prefix means something else inside, and the same again behind it', () => {
  const outer = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:a="urn:a">'
  const inner = '<g xmlns:a="http://www.w3.org/1999/xlink"><use a:href="#b"/></g>'
  expect(strip(`${outer}${inner}<use a:href="#b"/></svg>`)).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg">${inner}<use/></svg>`,
  )
})

test('of a drawing whose elements all declare prefixes, none is kept for each element', () => {
  const count = 8_000
  const nested = Array.from({ length: count }, (_, n) => `<g xmlns:a${n}="urn:a">`).join('')
  const drawing = (open: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg">${open}${'<path xmlns:b="urn:b"/>'.repeat(count)}${'</g>'.repeat(count)}</svg>`
  expect(strip(drawing(nested))).toBe(drawing('<g>'.repeat(count)).replaceAll(' xmlns:b="urn:b"', ''))
})

test('photos in a drawing lose their notes too, in any coding', async () => {
  const jpeg = await pictureFromCamera('jpeg')
  const avif = await pictureFromCamera('avif')
  const inner = `${head}<!-- ${secret} --><path d="M0 0h9"/></svg>`
  const drawing = `${head}
<image xlink:href="data:image/jpeg;base64,${jpeg.toString('base64').replace(/.{76}/g, '$&&#10;')}"/>
<image href='data:image/png;base64,${(await pictureFromCamera('png')).toString('base64').replace(/.{60}/g, '$&\n')}'/>
<image href="data:image/avif;base64,${avif.toString('base64')}"/>
<image href="data:image/svg+xml;base64,${Buffer.from(inner).toString('base64')}"/>
<image href="data:image/svg+xml,${encodeURIComponent(inner)}"/>
<image href="data:image/svg+xml;utf8,${inner.replaceAll('<', '&lt;').replaceAll('"', "'")}"/>
<rect style="fill: url(data:image/webp;base64,${(await pictureFromCamera('webp')).toString('base64')})"/></svg>`
  const after = strip(drawing)
  const decoded = [...after.matchAll(/base64,([\w+/=]+)/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64'),
  )
  expect(decoded.length).toBe(5)
  for (const bytes of decoded) {
    expect(bytes.includes('Secret')).toBe(false)
    expect(bytes.length).toBeGreaterThan(40)
  }
  expect(decodeURIComponent(after)).not.toContain('Secret')
  expect(strip(after)).toBe(after)
})

test('a photo in a drawing that nobody can read is refused', () => {
  const half = `${head}<image href="data:image/png;base64,iVBORw0KGgoAAAA"/></svg>`
  expect(faultOf(Buffer.from(half), 'map.svg')).toBe('media-unread')
})

test('photos inside a static page or a style sheet lose their notes', async () => {
  const photo = `data:image/jpeg;base64,${(await pictureFromCamera('jpeg')).toString('base64')}`
  for (const [file, text] of [
    ['index.html', `<img src="${photo}" alt="é">`],
    ['style.css', `a { background: url(${photo}) }`],
  ] as const) {
    const after = stripped(Buffer.from(text), file).toString()
    const bytes = Buffer.from(/base64,([\w+/=]+)/.exec(after)?.[1] ?? '', 'base64')
    expect(bytes.includes('Secret')).toBe(false)
    expect(bytes.length).toBeGreaterThan(100)
    expect(after.replace(/base64,[\w+/=]+/, '')).toBe(text.replace(/base64,[\w+/=]+/, ''))
  }
})
