import { expect, test } from 'vitest'
import {
  cacheOf,
  cacheRules,
  otherTypes,
  searchEndings,
  textTypes,
  typeOfFile,
} from '../../src/domain/file-kinds.ts'

const cacheFor = (path: string) => cacheRules.find(rule => new RegExp(rule.path).test(path))?.cache

test.each(['storm-0f3a9c1e-640.avif', 'storm-0f3a9c1e-16x9.jpg', 'clip-0f3a9c1e.mp4', 'clip-0f3a9c1e.vtt'])(
  '%s, which is named after its content, is kept for good',
  name => expect(cacheFor(`/media/hashed/2024/10/24/${name}`)).toBe(cacheOf.fingerprinted),
)

test.each(['storm.jpg', 'clip.mp4', 'clip-2.mp4', 'chart-640.jpg', 'x-0f3a9c1e.gif'])(
  '%s, which may come to stand for another, is not',
  name => expect(cacheFor(`/media/2024/10/24/${name}`)).toBeUndefined(),
)

const inNewsrooms =
  'htm html xhtml xht css js mjs map json geojson topojson jsonld webmanifest csv tsv txt md yaml vtt srt ics vcf kml kmz gpx xml xsl opml svg png apng jpg jpeg jfif gif webp avif jxl heic tif tiff bmp ico mp3 m4a aac ogg oga opus flac wav mp4 m4v mov webm ogv pdf doc docx xls xlsx ppt pptx odt ods odp rtf epub zip 7z tar gz wasm woff woff2 ttf otf pkpass'

test.each(inNewsrooms.split(' '))('a .%s file says what it is, in letters of any case', ending => {
  for (const name of [ending, ending.toUpperCase()])
    expect(typeOfFile(`data/report.${name}`)).toMatch(/^(?!application\/octet-stream)[a-z]+\/[\w.+-]+$/)
})

test('an ending has one type, and only parts of the search index are nothing but bytes', () => {
  expect(Object.keys(textTypes).filter(ending => ending in otherTypes)).toEqual([])
  const bytes = Object.keys(otherTypes).filter(
    ending => typeOfFile(`a.${ending}`) === 'application/octet-stream',
  )
  expect(bytes.sort()).toEqual(['pagefind', ...searchEndings].sort())
})
