// Invariant 4 for the search index: killed at any write, nothing leads to a missing piece or to a story that is gone, and the next run finishes.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { updateIndex } from '../../src/search/update-index.ts'
import { forReaders } from '../../src/store/edition.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { recordWrites, type Writes } from '../rig/killed-build.ts'
import { indexIn, missingIn } from '../rig/search-index.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = '2024-10-25T00:00:00Z'
const storm = 'content/stories/2024/10/24/storm.md'
const stormText = storyText({ title: 'The storm' }, 'All of this was wrong, said nobody.\n')

const newsroom: Files = {
  '_data/site.yaml': `${siteData['_data/site.yaml']}search: true\n`,
  [storm]: stormText,
  'content/stories/2024/10/23/calm.md': storyText({ title: 'The calm', date: '2024-10-23T09:30:00+05:30' }),
  'content/stories/2023/05/01/spring.md': storyText({
    title: 'The spring',
    date: '2023-05-01T09:30:00+05:30',
  }),
}

/** One story is withdrawn, one of a closed year is corrected, one comes. */
const edit: Files = {
  [storm]: stormText.replace('---\nAll', 'withdrawn: { date: 2024-10-24T12:00:00Z, reason: no }\n---\nAll'),
  'content/stories/2023/05/01/spring.md': storyText(
    { title: 'The spring', date: '2023-05-01T09:30:00+05:30' },
    'It came late.\n',
  ),
  'content/stories/2024/10/24/tide.md': storyText({ title: 'The tide' }, 'It turns at noon.\n'),
}

let site: SiteFolder
let writes: Writes
let will: Files

const finish = async (): Promise<void> => {
  await publishInProcess(site, at(now))
  await updateIndex({ root: site.root, edition: forReaders, into: null }, () => {})
}

beforeAll(async () => {
  site = createSite(newsroom)
  await finish()
  for (const [file, text] of Object.entries(edit)) site.write(file, text)
  writes = recordWrites(site, now)
  will = site.snapshot('_site')
})
afterAll(() => {
  writes.dispose()
  site.dispose()
})

const isSoaked = process.env.SOAK_MINUTES !== undefined

/** Every fifth of the writes to the index, and some of all others. */
const reporting = (): readonly number[] =>
  Array.from({ length: writes.count }, (_, index) => index + 1).filter(n => {
    const isOfSearch = writes.nameOf(n).includes('search/')
    return isSoaked || n % (isOfSearch ? 5 : 40) === 0
  })

test('at any write of a build that indexes', { timeout: 240_000 }, async () => {
  const tried = reporting()
  expect(tried.filter(n => /_site\/search\/20/.test(writes.nameOf(n))).length).toBeGreaterThan(5)
  for (const n of tried) {
    const when = `killed at ${n} of ${writes.count}: ${writes.nameOf(n)}`
    writes.goTo(site, n)
    const left = site.snapshot('_site')
    expect(missingIn(left), when).toEqual([])
    // From the moment on in which its page is gone.
    if (!left['world/2024/10/24/storm/index.html']?.includes('said nobody'))
      expect(isReached(left, 'said nobody'), when).toBe(false)
    await finish()
    expect(site.snapshot('_site'), when).toEqual(will)
  }
})

/** Removals come last; until then a story's words may lie there, but the list leads to none of its bundle. */
const isReached = (files: Files, words: string): boolean => {
  const listed = files['search/bundles.json']?.includes('"2024"') ?? false
  const entry = Object.hasOwn(files, 'search/2024/pagefind-entry.json')
  return listed && entry && Object.values(indexIn(files)).some(text => text.includes(words))
}
