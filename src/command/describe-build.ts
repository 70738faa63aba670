// The build report: what was published, and which stories are held back until when.

import type { Built } from '../build.ts'
import { createReaderTime } from '../time/reader-time.ts'
import { rfc3339 } from '../time/wire-time.ts'

export const describeBuild = ({ plan, newsroom, changes, foreign, pages }: Built): string => {
  const { timezone, language } = newsroom.site
  const reader = createReaderTime(timezone, language)
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  const { added, changed, removed } = changes
  return [
    `${count(pages, 'page')} checked · ${added.length} added, ${changed.length} changed, ${removed.length} removed in _site/`,
    ...plan.held.map(
      ({ file, title, release }) => `held until ${rfc3339(release, timezone)}  ${title}  (${file})`,
    ),
    ...plan.drafts.map(file => `draft  ${file}`),
    ...(plan.nextDue === null
      ? []
      : [`next change by the clock: ${reader.moment(plan.nextDue)} (${rfc3339(plan.nextDue, timezone)})`]),
    ...foreign.slice(0, 10).map(file => `left alone, not made by Dateline: _site/${file}`),
    ...(foreign.length > 10 ? [`… and ${foreign.length - 10} more files`] : []),
  ].join('\n')
}
