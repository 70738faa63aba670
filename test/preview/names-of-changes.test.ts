import { afterEach, beforeEach, expect, test } from 'vitest'
import { namesOfChanges } from '../../src/preview/names-of-changes.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
beforeEach(() => {
  site = createSite({ [storyFile]: storyText() })
})
afterEach(() => site.dispose())

const names = (...seen: readonly string[]) => namesOfChanges(site.root, seen)

test('Files of the site are named as they are, each once, in order', () => {
  expect(names(storyFile, '_data/site.yaml', '.eleventy.js', storyFile)).toEqual([
    '.eleventy.js',
    '_data/site.yaml',
    storyFile,
  ])
})

test.each([
  ['content/stories/2024/10/24/gone.md', 'content/stories/2024/10/24'],
  ['content/stories/2019/05/01/gone.md', 'content/stories'],
  ['content/bulletins/2024-10-24.md', 'content'],
])('%s, which is gone, is looked for in %s', (file, name) => expect(names(file)).toEqual([name]))

test('Several that are gone from one folder name it once', () => {
  expect(names('content/stories/2024/10/24/a.md', 'content/stories/2024/10/24/b.md')).toEqual([
    'content/stories/2024/10/24',
  ])
})

test.each([
  '_site/index.html',
  'notes.txt',
  'content/stories/2024/10/24/.#a.md',
  'content/stories/2024/10/24/a.md~',
])('%s is no part of the site', file => expect(names(file)).toEqual([]))

test('When everything is gone, everything is looked at', () => {
  site.remove('content')
  expect(names(storyFile)).toEqual(['.'])
})
