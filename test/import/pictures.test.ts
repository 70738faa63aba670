// Pictures and files of an old site, whatever they are called and wherever they are linked from, in one import.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importFolder, sentence, twoFolders } from './archive-on-disk.ts'

const drawing = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="9"><path d="M0 0"/></svg>`
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAMAAACa2r5xAAAAA1BMVEXIWihNJ+cGAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVR42mNgwA0AABwAAcdGaXkAAAAASUVORK5CYII=',
  'base64',
)
const data = `data:image/png;base64,${png.toString('base64')}`

const body = `![Resized](/img/pier-300x200.svg)

[![Small](/img/boat-small.svg)](/img/boat.svg)

![Wrapped](https://i0.wp.com/old.example/img/wide.svg?resize=300)

<img src="/img/low.svg" srcset="/img/high.svg 2x" alt="Sizes">

![Data](${data})

\`![Code](${data})\`

![Phone](/img/phone.heic)

![Scan](/img/scan.tif "A scan")

![By name](harbour-at-dawn)

![Own line](/img/line.svg)
*Its "caption" in italics*

[pdf](/files/An%20odd%20%23%20name%3F.csv) [sharp](</files/C# list.csv>) [cent](/files/100%25.csv) [big](/files/UPPER.CSV) [other](/files/отчёт.csv)
`

const shown = [
  ['a copy that was made smaller is the picture itself', '![Resized](pier.svg)'],
  ['a small picture that leads to a large one is the large one', '\n\n![Small](boat.svg)\n\n'],
  ['a picture in the address of a service is that of the archive', '![Wrapped](wide.svg)'],
  ['of two sizes the larger is shown', '![Sizes](high.svg)'],
  ['a picture that stood in the text is a file', '![Data](data.png)'],
  ['code stays as it was', `\`![Code](${data})\``],
  ['what pages cannot show leaves its words', '*Phone*\n\n*Scan*\n\nA scan'],
  ['a picture is found by its name alone', '![By name](harbour-at-dawn.svg)'],
  [
    'a line in italics below a picture is its caption',
    '![Own line](line.svg "Its \\"caption\\" in italics")',
  ],
  ['files keep names that the web can have', '[cent](/files/100%25.csv) [big](/files/UPPER.CSV)'],
  ['or get others where they cannot', '[pdf](/files/an-odd-name.csv) [sharp](/files/C%23%20list.csv)'],
] as const

it('pictures and files of an old site come along, whatever they are called', () => {
  const { from, to } = twoFolders({
    '_config.yml': 'url: https://old.example\n',
    '_posts/2023-11-05-one.md': `---\ntitle: One\nimage: false\n---\n${sentence}\n\n${body}`,
    '_posts/2023-11-06-two.md': `---\ntitle: Two\nimage: /img/phone.heic\n---\n${sentence}\n`,
    ...Object.fromEntries(
      ['pier', 'pier-300x200', 'boat', 'boat-small', 'wide', 'low', 'high', 'line'].map((name, at) => [
        `img/${name}.svg`,
        drawing(at + 10),
      ]),
    ),
    'img/phone.heic': Buffer.concat([Buffer.from('\0\0\0\x18ftypheic'), Buffer.alloc(40)]),
    'img/scan.tif': Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(40)]),
    '_posts/2023-11-07-three.md': `---\ntitle: Three\nprimary_image: harbour-at-dawn\n---\n${sentence}\n\n![](harbour-at-dawn)\n`,
    '_data/images/harbour-at-dawn.yml': 'alt: The harbour\ncaption: At dawn\ncredit: Li Wei\n',
    'media/far/harbour-at-dawn.svg': drawing(60),
    'files/An odd # name?.csv': 'a\n',
    'files/C# list.csv': 'b\n',
    'files/100%.csv': 'c\n',
    'files/UPPER.CSV': 'd\n',
    'files/отчёт.csv': 'e\n',
  })
  const { stories, notesOf } = importFolder(from, to)
  const story = stories['2023/11/05/one.md'] ?? ''

  for (const [what, markdown] of shown) expect(story, what).toContain(markdown)
  const beside = (name: string) => existsSync(join(to, 'content/stories/2023/11/05', name))
  expect(['pier.svg', 'boat.svg', 'high.svg', 'data.png'].filter(beside)).toHaveLength(4)
  expect(['pier-300x200.svg', 'boat-small.svg', 'low.svg'].filter(beside)).toEqual([])
  expect(existsSync(join(to, 'content/static/files/отчёт.csv'))).toBe(true)
  // What pages cannot show is told, with what is wrong.
  const notes = [...notesOf('_posts/2023-11-05-one.md'), ...notesOf('_posts/2023-11-06-two.md')].join('\n')
  expect(notes).toMatch(
    /Replaced a picture.*: pages cannot show its file: \/img\/phone\.heic: a photo in HEIC/,
  )
  expect(notes).toMatch(/\/img\/scan\.tif: a TIFF/)
  expect(notes).toMatch(/Dropped the lead picture: pages cannot show its file: \/img\/phone\.heic/)
  expect(notes).not.toContain('Dropped the lead picture: the archive has no such file')
  // What the old site noted of a picture by its name is its own.
  expect(stories['2023/11/07/three.md']).toContain(
    'image:\n  src: harbour-at-dawn.svg\n  alt: The harbour\n  credit: Li Wei\n  caption: At dawn\n',
  )
  expect(stories['2023/11/07/three.md']).toContain('![The harbour](harbour-at-dawn.svg)')
  expect(stories['2023/11/07/three.md']).not.toContain('check:')
})
