// Held stories whose embargo lifts after their date: they would come with a time that was long past.

import type { Instant } from '../../domain/instant.ts'
import { releaseOf } from '../../domain/lifecycle.ts'
import { locationOfFile, type Problem } from '../../domain/problem.ts'
import { readStoryFile, storyFileOf } from '../../domain/site-paths.ts'
import type { Story } from '../../domain/story.ts'
import { locateField } from '../../read/locate-field.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { dayOf, rfc3339 } from '../../time/wire-time.ts'

const minute = 60_000
/** What readers do not notice. */
const unnoticed = 15 * minute

/** Its embargo lifts so long after its date that readers notice. */
export const heldByEmbargo = (story: Story): boolean => releaseOf(story) - story.date >= unnoticed

/** `read`: of the files of these stories. */
export const findHeldTimes = (
  stories: readonly Story[],
  read: (file: string) => SourceFile | null,
  now: Instant,
  zone: string,
): readonly Problem[] =>
  stories
    .filter(story => heldByEmbargo(story) && releaseOf(story) > now && story.imported === null)
    .map(story => {
      const source = read(story.file)
      const release = releaseOf(story)
      return {
        code: 'date-before-release',
        severity: 'warning',
        message: `date: the embargo lifts ${farBefore(story.date, release)} later, and readers then see a time that is past`,
        hint: `write date: ${rfc3339(release, zone)}, which holds the story as the embargo does${orMove(story, dayOf(release, zone))}`,
        location: source === null ? locationOfFile(story.file) : locateField(source, 'date'),
      }
    })

const orMove = ({ file, day }: Story, newDay: string): string => {
  const name = readStoryFile(file)?.name
  return name === undefined || day === newDay ? '' : `, and move the file to ${storyFileOf(newDay, name)}`
}

/** "3 days", "2 hours", "20 minutes" */
export const farBefore = (date: Instant, release: Instant): string => {
  const minutes = Math.round((release - date) / minute)
  const [count, unit] =
    minutes < 2 * 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.round(minutes / 60 / 24), 'day']
  return `${count} ${unit}s`
}
