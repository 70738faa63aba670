// Files of `content/static/`, and many files of one kind.

import { countOf, repeated, type Shape, storyOf } from './shape.ts'

const inFile = (name: string, file: string, textOf: (size: number) => string): Shape => ({
  name,
  filesOf: size => ({ ...storyOf('The port is shut.'), [`content/static/${file}`]: textOf(size) }),
})

const page = (inside: string): string =>
  `<!doctype html><html lang="en"><head><title>Map</title></head><body>${inside}</body></html>\n`

const inPage = (name: string, part: (index: number) => string): Shape =>
  inFile(name, 'map.html', size => page(repeated(size, part)))

export const staticFiles: readonly Shape[] = [
  inFile('HTML nested', 'map.html', size =>
    page(`${'<div>'.repeat(countOf(size, 11))}${'</div>'.repeat(countOf(size, 11))}`),
  ),
  inPage('HTML opened', () => '<b><p>'),
  inPage('HTML of many scripts', n => `<script>a${n}</script>`),
  inPage('HTML of many styles', () => '<i style="color:red">a</i>'),
  inPage('HTML of many links', n => `<a href="/b${n}/">a</a>`),
  inPage('HTML of many ids', n => `<i id="a${n}">a</i>`),
  inPage('HTML of many forms', n => `<form action="https://a${n}.example/"></form>`),
  inPage('HTML of comments', () => '<!-- a -->'),
  inPage('HTML of comments opened', () => '<!-- a '),
  inPage(
    'HTML of pictures in addresses',
    () => '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAADs=">',
  ),
  inPage('HTML of picture addresses opened', () => '<img src="data:image/svg+xml,<svg '),
  inFile('HTML of many attributes', 'map.html', size => page(`<p ${repeated(size, n => `a${n}="b" `)}>`)),
  inPage('HTML of tags opened', () => '<meta '),
  inPage('HTML of encodings', () => 'charset='),
  inFile('a style sheet of addresses', 'map.css', size =>
    repeated(size, n => `.a${n}{background:url(b${n}.png)}\n`),
  ),
  inFile('a style sheet of comments opened', 'map.css', size => '/* a '.repeat(size / 5)),
  inFile(
    'XML nested',
    'map.xml',
    size => `${'<a>'.repeat(countOf(size, 7))}${'</a>'.repeat(countOf(size, 7))}`,
  ),
  inFile('a text of keys', 'map.txt', size => '-----BEGIN PRIVATE KEY-----\n'.repeat(size / 28)),
  {
    name: 'many static files',
    filesOf: size => ({
      ...storyOf('The port is shut.'),
      ...Object.fromEntries(
        Array.from({ length: countOf(size, 100) }, (_, n) => [`content/static/files/a${n}.txt`, `${n}\n`]),
      ),
    }),
  },
]
