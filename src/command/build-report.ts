// The build report: what was published, and which stories are held back until when.

import { visibleLine } from '../domain/visible-text.ts'
import type { Built } from '../pipeline/publish.ts'
import { createReaderTime } from '../time/reader-time.ts'
import { rfc3339 } from '../time/wire-time.ts'
import { linesOfKept } from './lines-of-kept.ts'
import { listOfStories } from './list-of-stories.ts'

/** `into`: the folder that got the changes, if it is not the published one. */
export const buildReport = (built: Built, into: string | null): string => {
  const { plan, newsroom, outlook, seen, live, nextDue, changes } = built
  const { repeated, foreign, fullBuildReason, encoded, keptBack, heldAgainst = null } = built
  const { timezone, language, url: origin } = newsroom.site
  const reader = createReaderTime(timezone, language)
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  const { added, changed, removed } = changes
  return [
    ...linesOfKept(keptBack),
    ...(fullBuildReason === null ? [] : [`full build: ${fullBuildReason}`]),
    ...(heldAgainst === null ? [] : [heldAgainst]),
    ...(seen === null
      ? [`${live === 1 ? '1 story is' : `${live} stories are`} live`]
      : listOfStories(seen, origin)),
    `${count(plan.pages.length, 'page')} checked · ${added.length} added, ${changed.length} changed, ${removed.length} removed in ${into ?? '_site/'}`,
    ...(repeated === 0
      ? []
      : [
          `${count(repeated, 'file')} of these ${repeated === 1 ? 'was' : 'were'} in an earlier folder already; once readers have them, run npm run build -- --delivered`,
        ]),
    ...(encoded === 0 ? [] : [`${count(encoded, 'new picture')} encoded and kept in .dateline/pictures/`]),
    ...outlook.held.map(
      ({ file, title, release }) => `held until ${rfc3339(release, timezone)}  ${title}  (${file})`,
    ),
    ...outlook.drafts.map(file => `draft  ${file}`),
    ...(nextDue === null
      ? []
      : [`next build due: ${reader.dateTime(nextDue)} (${rfc3339(nextDue, timezone)})`]),
    ...foreign.slice(0, 10).map(file => `kept, not made by Dateline: _site/${file}`),
    ...(foreign.length > 10 ? [`… and ${foreign.length - 10} more files`] : []),
  ]
    .map(visibleLine)
    .join('\n')
}
