// Addresses live for ever: which of those that readers know would lead nowhere, and which line keeps them.

import { join } from 'node:path'
import type { Content } from '../archive/content.ts'
import { isOut } from '../domain/lifecycle.ts'
import { errorAt, type Fault, locationOfFile, type Problem } from '../domain/problem.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { redirectsFile, staticFileOf } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import { exists } from '../system/files.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { handedOverProblem, locate, lostCode } from './handed-over.ts'
import type { Published } from './published.ts'
import { successorOf } from './same-story.ts'

export type LostAddress = {
  readonly url: string
  readonly problem: Problem
  /** Of the story as readers know it. */
  readonly before: Story
  /** The story that took its place, or itself; null where there is none. */
  readonly after: Story | null
}

/** Of a story that readers know. `published`: what they have. */
export const lostAddressesOf = (
  story: Story,
  content: Content,
  published: Published,
): readonly LostAddress[] => {
  const urls = [story.url, ...story.aliases.map(aliasUrl)]
  const handedOver = urls.flatMap(url => {
    const problem = handedOverProblem(url, story, content, published)
    return problem === null ? [] : [{ url, before: story, after: story, problem }]
  })
  if (handedOver.length > 0) return handedOver
  const lost = urls.filter(url => !leadsOn(url, content))
  if (lost.length === 0) return []
  const after = successorOf(story, content, published) ?? null
  return lost.map(url => ({ url, before: story, after, problem: problemOf(url, story, after, content) }))
}

/** Whether something stands at an address of readers, or leads on from there. */
export const leadsOn = (url: string, { tables, viewpoint, root, newsroom }: Content): boolean =>
  (tables.get('claims', addressKey(url)) ?? []).some(file => {
    if (file === redirectsFile) return true
    const story = tables.get('stories', file)
    return story !== undefined && isOut(story, viewpoint.now)
  }) ||
  newsroom.plainPages.some(page => addressKey(page.url) === addressKey(url)) ||
  exists(join(root, staticFileOf(url)))

const problemOf = (url: string, story: Story, after: Story | null, content: Content): Problem => {
  if (after === null) return errorAt(locationOfFile(story.file), gone(url, story))
  if (!isOut(after, content.viewpoint.now)) return hidden(url, story, after, content)
  const moved = errorAt(
    locate(after, movedBy(story, after), content),
    url === story.url ? movedAway(url, story, after) : aliasGone(url),
  )
  return after.file === story.file ? moved : { ...moved, keepsToo: [story.file] }
}

const movedBy = (before: Story, after: Story): readonly string[] => [
  ...(before.section === after.section ? [] : ['section']),
  ...(before.slug === after.slug ? [] : ['slug']),
  ...(before.day === after.day ? [] : ['date']),
  'aliases',
]

const movedAway = (url: string, before: Story, after: Story): Fault => {
  const keep = after.aliases.length > 0 ? `add ${url} to its aliases` : `write aliases: [${url}]`
  const back = after.file === before.file ? '' : `, or name the file ${before.file} again`
  // It does not change the day.
  const byItself = after.day === before.day ? '; npm run rename writes that line by itself' : ''
  return {
    code: lostCode,
    message: `readers know this story at ${url}, which would lead nowhere: it is at ${after.url} now`,
    hint: `keep the old address: ${keep}${back}${byItself}`,
  }
}

const aliasGone = (url: string): Fault => ({
  code: lostCode,
  message: `the old address ${url} led to this story, and would lead nowhere`,
  hint: `put it back into its aliases, or into ${redirectsFile} with the address where it leads`,
})

const hidden = (url: string, before: Story, after: Story, content: Content): Problem => {
  const { viewpoint, newsroom } = content
  const [field, undo, why] = after.draft
    ? ['draft', 'take out “draft: true”', 'it is a draft again']
    : after.embargo !== null && after.embargo > viewpoint.now
      ? ['embargo', 'take out the embargo', 'it is held for later']
      : ['date', `write date: ${rfc3339(before.date, newsroom.site.timezone)} again`, 'it is dated later']
  return errorAt(locate(after, [field], content), {
    code: lostCode,
    message: `readers know this story at ${url}, which would lead nowhere: ${why}`,
    hint: `${undo}; to take the story back: npm run withdraw -- ${after.file} --reason="…", and its address says when and why`,
  })
}

const gone = (url: string, { title, file }: Story): Fault => ({
  code: lostCode,
  message: `“${title}” was published at ${url}, which would lead nowhere: its file is gone`,
  hint: `put the file back, and take the story back: npm run withdraw -- ${file} --reason="…"; or write “${url}: gone” into ${redirectsFile}, or the address where it leads now; or build with --allow-lost`,
})
