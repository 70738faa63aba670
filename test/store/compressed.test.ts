import { expect, test } from 'vitest'
import { editors, readers } from '../../src/domain/audience.ts'
import {
  filesOfOutput,
  isCompressible,
  isPrecompressed,
  knownDigest,
  uncompressedOf,
  withEncodings,
} from '../../src/store/compressed.ts'
import { type Output, outputKey } from '../../src/store/output.ts'
import { editTables, noTables } from '../../src/store/tables.ts'
import { siteData } from '../rig/site-data.ts'
import { later, newsroomOf } from '../rig/small-newsroom.ts'

const page = (digest: string, compressed?: Output['compressed']): Output => ({
  path: 'world/index.html',
  digest,
  made: { by: 'copy', from: '' },
  ...(compressed ? { compressed } : {}),
})
const encodings = { br: 'digest of br', gz: 'digest of gz' }

test('text is worth compressing, pictures are small already', () => {
  const files = [
    'index.html',
    'rss.xml',
    'a.SVG',
    'site.webmanifest',
    'a.jpg',
    'a.avif',
    'a.woff2',
    '_headers',
    'html',
  ]
  expect(files.filter(isCompressible)).toEqual(['index.html', 'rss.xml', 'a.SVG', 'site.webmanifest'])
})

test('a file is its own original, a compressed form is not', () => {
  expect(['a.html', 'a.html.br', 'a.html.gz', 'a.br.html'].map(uncompressedOf)).toEqual([
    'a.html',
    'a.html',
    'a.html',
    'a.br.html',
  ])
})

test('what stands of an output are its file and its compressed copies', () => {
  expect([...filesOfOutput(page('one')).keys()]).toEqual(['world/index.html'])
  expect([...filesOfOutput(page('one', encodings))]).toEqual([
    ['world/index.html', 'one'],
    ['world/index.html.br', 'digest of br'],
    ['world/index.html.gz', 'digest of gz'],
  ])
})

test('a file that stays as it is keeps its copies; another has none yet', () => {
  expect(withEncodings(page('one'), page('one', encodings))).toEqual(page('one', encodings))
  for (const known of [
    page('two', encodings),
    page('one'),
    undefined,
    { ...page('one', encodings), path: 'World/index.html' },
  ])
    expect(withEncodings(page('one'), known)).toEqual(page('one'))
})

test('copies are known with their file, and in no other letter case', () => {
  const tables = editTables(noTables)
  tables.set('outputs', outputKey('world/index.html'), page('one', encodings))
  const known = (file: string) => knownDigest(tables, file)
  expect(['world/index.html', 'world/index.html.br', 'world/index.html.gz'].map(known)).toEqual([
    'one',
    'digest of br',
    'digest of gz',
  ])
  expect(
    ['world/index.html.zip', 'World/index.html', 'World/index.html.br', 'index.html'].map(known),
  ).toEqual(Array(4).fill(undefined))
})

test('readers’ files are compressed where the newsroom asks for it, editors’ never', () => {
  const site = `${siteData['_data/site.yaml']}hosting: { precompress: true }\n`
  const asked = newsroomOf({ '_data/site.yaml': site }).newsroom
  const viewpoint = { now: later, timezone: 'UTC' }
  expect(isPrecompressed(asked, { ...viewpoint, audience: readers })).toBe(true)
  expect(isPrecompressed(asked, { ...viewpoint, audience: editors })).toBe(false)
  expect(isPrecompressed(newsroomOf({}).newsroom, { ...viewpoint, audience: readers })).toBe(false)
})
