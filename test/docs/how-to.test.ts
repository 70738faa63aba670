// The pages of docs/how-to/ are true: their commands print what they say, and readers then have what they say.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSaid, pageAsPlayed, playPage } from '../rig/played-page.ts'
import { projectRoot } from '../rig/site-folder.ts'

const folder = join(projectRoot, 'docs/how-to')

test.each(readdirSync(folder))('%s', async name => {
  const page = readFileSync(join(folder, name), 'utf8')
  const played = await playPage(page, (published, words, isThere) => {
    expect(published?.includes(words) ?? false, words).toBe(isThere)
  })
  expect(played).not.toEqual([])
  if (process.env.UPDATE_GOLDEN) writeFileSync(join(folder, name), pageAsPlayed(page, played))
  else for (const each of played) expect(each.printed).toBe(isSaid(each) ? each.printed : each.said)
})
