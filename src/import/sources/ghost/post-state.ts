// Why readers of the old site could not see a post, so that it comes as a draft.

import { isYes } from './ghost-post.ts'
import type { GhostExport, GhostItem } from './read-export.ts'

const states: Readonly<Record<string, string>> = {
  draft: 'it was a draft',
  scheduled: 'it was scheduled, and not yet published',
  sent: 'it was sent by e-mail only, and never stood on the site',
  '': 'the export does not say that it was published',
}

const audiences: Readonly<Record<string, string>> = {
  members: 'only members could read it',
  paid: 'only members who paid could read it',
  tiers: 'only members of some tiers could read it',
  filter: 'only some members could read it',
}

/** Null when all readers could see it. */
export const whyNotPublic = (
  { post, isPublicByNature }: GhostItem,
  { setting }: Pick<GhostExport, 'setting'>,
): string | null => {
  const status = post.text('status') || (isPublicByNature ? 'published' : '')
  if (status !== 'published') return states[status] ?? `its status was “${status}”`
  if (isYes(post.field('email_only'))) return states.sent ?? null
  const visibility = post.text('visibility') || 'public'
  if (visibility !== 'public') return audiences[visibility] ?? `its visibility was “${visibility}”`
  if (isYes(setting('is_private', 'isPrivate'))) return 'a password protected the old site'
  return post.isPage
    ? 'it was a page, not a story; publish it as a story, or move its text to content/pages/'
    : null
}

/** Whether it had an address that readers knew, whoever could read all of it. */
export const hadAddress = ({ post, isPublicByNature }: GhostItem): boolean =>
  (isPublicByNature || post.text('status') === 'published') && !isYes(post.field('email_only'))
