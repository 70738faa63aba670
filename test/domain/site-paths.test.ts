import { expect, test } from 'vitest'
import { isHidden, isInArchive, isSitePath } from '../../src/domain/site-paths.ts'

test.each([
  'content/stories/2024/10/19/.storm.md.swp',
  'content/stories/.DS_Store',
  'content/stories/2024/~$storm.docx',
  'content/stories/2024/storm.md~',
  'content/bulletins/Thumbs.db',
  'content/bulletins/desktop.ini',
  'content/stories/.trash/storm.md',
  'content/stories/.trash/',
  'content/stories/my.md~/storm.md',
  'content/static/.env',
])('%s is no part of the site', file => expect(isHidden(file)).toBe(true))

test.each([
  'content/stories/2024/10/19/storm.md',
  'content/static/.well-known/security.txt',
  'content/static/.nojekyll',
  '_includes/.page.njk.swp',
])('%s is not hidden', file => expect(isHidden(file)).toBe(false))

test.each(['content', 'content/pages/about.md', '_data/site.yaml', 'src', 'package.json', '.eleventy.js'])(
  '%s is part of the site',
  path => expect(isSitePath(path)).toBe(true),
)

test.each(['README.md', '_site/index.html', 'contents/x.md', 'package.json/x', 'srcs', ''])(
  '%j is no part of the site',
  path => expect(isSitePath(path)).toBe(false),
)

test('stories, bulletins and static files are the archive; plain pages are not', () => {
  expect(isInArchive('content/stories/2024/a.md')).toBe(true)
  expect(isInArchive('content/static')).toBe(true)
  expect(isInArchive('content/statics/a')).toBe(false)
  expect(isInArchive('content/pages/about.md')).toBe(false)
})
