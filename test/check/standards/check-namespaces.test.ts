import { expect, test } from 'vitest'
import { checkNamespaces } from '../../../src/check/standards/check-namespaces.ts'
import { readLayouts } from '../../../src/read/read-layouts.ts'
import { projectRoot } from '../../rig/site-folder.ts'

const faults = (xml: string) => checkNamespaces(xml).map(({ message, offset }) => `${offset} ${message}`)
const declared = '<?xml version="1.0"?>\n'

test('the project’s own layouts are let through', () => {
  const printed = [...readLayouts(projectRoot)].filter(([, text]) => text.includes('<?xml'))
  expect(printed.length).toBeGreaterThan(5)
  for (const [name, text] of printed) expect(faults(text), name).toEqual([])
})

test.each([
  ['content', 'http://purl.org/rss/1.0/modules/content', 'http://purl.org/rss/1.0/modules/content/'],
  ['media', 'http://search.yahoo.com/mrss', 'http://search.yahoo.com/mrss/'],
  ['media', 'https://search.yahoo.com/mrss/', 'http://search.yahoo.com/mrss/'],
  ['atom', 'http://www.w3.org/2005/atom', 'http://www.w3.org/2005/Atom'],
  [
    'news',
    'http://www.google.com/schemas/sitemap-news/1.0',
    'http://www.google.com/schemas/sitemap-news/0.9',
  ],
])('%s as %s is found', (prefix, wrong, right) => {
  const xml = (name: string) => `${declared}<rss version="2.0" xmlns:${prefix}="${name}"><channel/></rss>`
  expect(faults(xml(right))).toEqual([])
  expect(faults(xml(wrong))).toEqual([`${declared.length} xmlns:${prefix} must be ${right} (namespaces)`])
})

test('a prefix of the newsroom’s own may mean anything', () => {
  expect(faults('<rss xmlns:podcast="https://podcastindex.org/namespace/1.0"></rss>')).toEqual([])
})
