// A browser that keeps a file for a year never hears of a correction: that is for names which change with the content.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cacheOf, cacheRules, isKeptForGood } from '../../src/domain/file-kinds.ts'
import { isStatic, pathInStatic } from '../../src/domain/site-paths.ts'
import type { PictureFile } from '../../src/domain/story.ts'
import { headerRules } from '../../src/hosting/header-rules.ts'
import { originalPath, outputsOfStory, pathAsItIs, urlOfPath } from '../../src/pictures/picture-outputs.ts'
import { digestOf } from '../../src/system/digest.ts'
import { newsroomOf, storyOf } from '../rig/small-newsroom.ts'
import { headersFor } from './networks.ts'

const { site } = newsroomOf({}).newsroom
const anyStory = storyOf()
const printed = headerRules(site, ['sha256-x'])
  .map(({ path, headers }) => [path, ...headers.map(({ name, value }) => `  ${name}: ${value}`)].join('\n'))
  .join('\n')

/** What each server says of a path, as it compares it: nginx and Caddy percent-decoded, the networks as it is asked for. */
const servers: Readonly<Record<string, (output: string) => string>> = {
  'nginx and Caddy': output =>
    cacheRules.find(rule => new RegExp(rule.path).test(`/${output}`))?.cache ?? cacheOf.other,
  'Cloudflare Pages': output => headersFor('cloudflare', printed, urlOfPath(output))['cache-control'] ?? '',
  Netlify: output => headersFor('netlify', printed, urlOfPath(output))['cache-control'] ?? '',
}

/** Names that look as if they held a digest, a width or a crop, and names that are unlike any. */
const stem = fc.oneof(
  fc.stringMatching(/^[a-z]{1,8}(-[0-9a-f]{8})?(-(320|640|1280|1920|16x9|1x1))?$/),
  fc.stringMatching(/^[\p{L}\p{N} ,_.-]{1,12}$/u),
  fc.constantFrom('hashed', 'media', 'rss', 'feed', 'index', 'chart-640', 'x-0f3a9c1e'),
)
const folder = fc.constantFrom(
  ...[
    'stories/2024/10/24',
    'static',
    'static/media',
    'static/media/2024/10/24',
    'static/hashed',
    'static/search',
  ],
)
const pictureFile: fc.Arbitrary<Omit<PictureFile, 'digest'>> = fc
  .record({
    folder,
    stem,
    ending: fc.constantFrom('jpg', 'png', 'webp', 'avif', 'gif', 'svg', 'jpeg'),
    width: fc.integer({ min: 1, max: 5000 }),
    height: fc.integer({ min: 1, max: 5000 }),
    isDrawn: fc.boolean(),
    isOpaque: fc.boolean(),
  })
  .map(each => ({
    src: `${each.stem}.${each.ending}`,
    file: `content/${each.folder}/${each.stem}.${each.ending}`,
    width: each.width,
    height: each.height,
    bytes: 1,
    isOpaque: each.isOpaque,
    pixels: each.isDrawn ? null : { colour: '#468' },
  }))
const mediaFile = fc
  .tuple(folder, stem, fc.constantFrom('mp4', 'webm', 'mp3', 'm4a', 'ogg', 'vtt', 'jpg'))
  .map(([folder, stem, ending]) => `content/${folder}/${stem}.${ending}`)

/** The others are refused: see `find-conflicts.ts`. */
const isAllowed = (path: string, file: string) =>
  !isStatic(file) || pathInStatic(file) !== path || !isKeptForGood(path)

/** All paths at which a picture, and a video or sound with its companions, may be published with this content. */
const pathsOf = (picture: Omit<PictureFile, 'digest'>, media: string, content: string): readonly string[] => {
  const digest = digestOf(content)
  const shown = { ...picture, digest }
  const story = { ...anyStory, image: { ...shown, alt: '', credit: '', caption: null }, pictures: [shown] }
  return [
    ...outputsOfStory(story).map(({ to }) => to),
    pathAsItIs({ file: media, digest }),
    pathAsItIs({ file: picture.file, digest }),
    ...(isStatic(picture.file) ? [] : [originalPath(picture.file)]),
  ].filter(path => isAllowed(path, media) && isAllowed(path, picture.file))
}

describe.each(Object.entries(servers))('%s: a file is kept for good', (_server, cacheFor) => {
  test('exactly when a correction would have another name', () =>
    fc.assert(
      fc.property(pictureFile, mediaFile, (picture, media) => {
        const corrected = new Set(pathsOf(picture, media, 'corrected'))
        for (const path of pathsOf(picture, media, 'first'))
          expect([path, cacheFor(path).includes('immutable')]).toEqual([path, !corrected.has(path)])
      }),
      { numRuns: 100 },
    ))

  test('exactly once said', () =>
    fc.assert(
      fc.property(pictureFile, mediaFile, (picture, media) => {
        for (const path of pathsOf(picture, media, 'first'))
          expect(cacheFor(path).split('max-age=').length, path).toBeLessThanOrEqual(2)
      }),
    ))
})
