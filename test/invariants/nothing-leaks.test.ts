// Invariant 6: nothing draft, embargoed or withdrawn is in any page, feed or sitemap.

import fc from 'fast-check'
import { test } from 'vitest'
import { stateAt } from '../../src/domain/lifecycle.ts'
import { aliasUrl } from '../../src/domain/site-addresses.ts'
import { buildInProcess } from '../rig/build-in-process.ts'
import { entryMarker, filesOf, now, randomStories } from '../rig/newsroom-arbitrary.ts'
import { createSite } from '../rig/site-folder.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'

test('nothing of a draft, held or withdrawn story stands anywhere; every live story stands on its page', async () => {
  const property = fc.asyncProperty(randomStories(), async stories => {
    const site = createSite(filesOf(stories))
    try {
      const published = await buildInProcess(site, now)
      for (const [index, story] of newsroomOf(filesOf(stories)).stories.entries()) {
        const marker = story.title.slice(0, 'marker00'.length)
        const state = stateAt(story, now)
        // An old address may have the headline in it; what stands there says that the story was withdrawn.
        const pages = Object.entries(published).filter(([, text]) =>
          story.aliases.reduce((rest, alias) => rest.replaceAll(aliasUrl(alias), ''), text).includes(marker),
        )
        const ownPage = published[`${story.url.slice(1)}index.html`]
        if (state === 'live' && !ownPage?.includes(marker))
          throw new Error(`story ${index} is live, but not on its page`)
        if (state !== 'live' && pages.length > 0)
          throw new Error(`${story.file} is ${state}, but stands in ${pages[0]?.[0]}`)
        for (const { at } of story.entries) {
          const isOut = pages.some(([, text]) => text.includes(entryMarker(marker, at)))
          if (isOut !== (state === 'live' && at <= now))
            throw new Error(`an entry of ${story.file} is ${isOut ? 'out before its time' : 'not out'}`)
        }
        if (state === 'withdrawn' && !ownPage?.includes('It was not so.'))
          throw new Error(`${story.file} left no tombstone`)
      }
    } finally {
      site.dispose()
    }
  })
  await fc.assert(property, { numRuns: 20 })
})
