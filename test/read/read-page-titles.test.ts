import { afterEach, expect, test } from 'vitest'
import { readPageTitles } from '../../src/read/read-page-titles.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
afterEach(() => site.dispose())
const pagesOf = (files: Files) => {
  site = createSite(files)
  return readPageTitles(site.root)
}
const about = { title: 'About', url: '/about/', file: 'content/pages/about.md' }
const page = (fields: string) => `---\n${fields}\n---\nText.\n`

test('a page is known by its title and the name of its file', () => {
  expect(pagesOf({ 'content/pages/contact.md': page('title: Contact') })).toEqual([
    about,
    { title: 'Contact', url: '/contact/', file: 'content/pages/contact.md' },
  ])
})

test('a permalink of its own is its url', () => {
  const files = {
    'content/pages/one.md': page('title: One\npermalink: /house/one/'),
    'content/pages/two.md': page('title: Two\npermalink: /house/two/index.html'),
    'content/pages/three.md': page('title: Three\npermalink: /three.html'),
  }
  expect(pagesOf(files).map(({ url }) => url)).toEqual([
    '/about/',
    '/house/one/',
    '/house/two/',
    '/three.html',
  ])
})

test.each([
  ['without a title', page('summary: Nothing')],
  ['with an empty front matter', '---\n---\nText.\n'],
  ['without front matter', 'Text.\n'],
  ['whose front matter is not YAML', page('title: a: b')],
  ['whose front matter is a word', page('word')],
  ['whose title is a number', page('title: 2024')],
  ['that is not published', page('title: Hidden\npermalink: false')],
  ['whose permalink is a program', page('title: Odd\npermalink: "/{{ page.fileSlug }}.html"')],
  ['of no bytes at all', ''],
])('a page %s is left to Eleventy', (_what, text) => {
  expect(pagesOf({ 'content/pages/odd.md': text })).toEqual([about])
})

test('other files of the folder are no pages', () => {
  expect(pagesOf({ 'content/pages/notes.txt': page('title: Notes') })).toEqual([about])
})
