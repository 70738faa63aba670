import { expect, test } from 'vitest'
import { findPathInDrawing } from '../../../src/validate/site/find-path-in-drawing.ts'

const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">\n${inside}\n</svg>`

test.each([
  ['a title', '<title>/Users/jane/Desktop/storm.ai</title>', '/Users/jane/Desktop/storm.ai'],
  ['an id', '<g id="C:\\Users\\jane\\storm.svg"/>', 'C:\\Users\\jane\\storm.svg'],
  ['a style', '<style>.a { --from: "file:///home/jane/a.svg" }</style>', 'file:///home/jane/a.svg'],
  ['a description', '<desc>from /home/jane/maps/storm.svg</desc>', '/home/jane/maps/storm.svg'],
])('a path of somebody’s disk in %s is named where it stands', (_name, inside, path) => {
  const text = drawing(inside)
  expect(findPathInDrawing(text)).toMatchObject({ code: 'drawing-path', offset: text.indexOf(path) })
})

test.each([
  ['in a comment, which goes', '<!-- /Users/jane/Desktop/storm.ai -->'],
  ['that is a link of this site', '<a href="/home/news/2024/">News</a>'],
  ['that is none', '<path d="M0 0h9/v9"/><text>and/or, 24/7, c:\\</text>'],
])('a path %s is no problem', (_name, inside) => expect(findPathInDrawing(drawing(inside))).toBe(null))
