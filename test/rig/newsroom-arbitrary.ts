// Random small newsrooms: whatever an editor could write that is sound.

import fc from 'fast-check'
import { dump } from 'js-yaml'
import type { Instant } from '../../src/domain/instant.ts'
import { dayOf, rfc3339 } from '../../src/time/wire-time.ts'
import { zone } from './site-data.ts'
import type { Files } from './site-folder.ts'

const first = Date.UTC(2024, 8, 28)
const last = Date.UTC(2024, 10, 3)

/** The clock of the newsroom: some of its stories lie behind it, some before. */
export const now = Date.UTC(2024, 9, 20, 6) as Instant

const instantBetween = (from: number, to: number): fc.Arbitrary<Instant> =>
  fc
    .integer({ min: Math.ceil(from / 1000), max: Math.floor(to / 1000) })
    .map(seconds => (seconds * 1000) as Instant)

/** Words as they come: entities, markup, other scripts, what templates and XML stumble over. */
const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Storm',
      'Talks & tea',
      'Cup final',
      'हिंदी समाचार',
      '서울',
      'مرفأ',
      '“Quoted”',
      "It's on",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<not bold>',
      '{{ site.name }}',
      '{% raw %}',
      ']]>',
      '&amp;',
      '---',
      'a: b # c',
      '\\n',
      '🛳️',
      '`x`',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(isPrintable) },
)

function isPrintable(text: string): boolean {
  return /\S/.test(text) && !/\p{C}/u.test(text)
}

const sentence = fc.array(words, { minLength: 2, maxLength: 6 }).map(parts => parts.join(' '))

const block = fc.oneof(
  sentence,
  sentence.map(text => `## ${text}`),
  sentence.map(text => `> ${text}`),
  sentence.map(text => `::: pullquote\n${text}\n\n— ${text}\n:::`),
  sentence.map(text => `- ${text}\n- ${text}`),
  sentence.map(text => `::: keypoints\n- x ${text}\n:::`),
  sentence.map(text => `:::: facts ${text}\n::: timeline\n- 2024-10-19: ${text}\n- 2019: ${text}\n:::\n::::`),
  sentence.map(text => `Table: ${text}\n\n| a | b |\n|---|--:|\n| ${text.replace(/[|`\\]/g, '')} | 2 |`),
  sentence.map(text => `[${text.replace(/[[\]`\\<^]/g, '')}]{lang=ar}`),
  fc.constantFrom(
    'https://www.youtube.com/watch?v=abcdef',
    '| a | b |\n|---|--:|\n| 1 | 2 |',
    '---',
    '```\n{{ code }}\n```',
    '[our front](/) and [elsewhere](https://example.org/?a=1&b=2)',
  ),
)

export type RandomStory = { readonly file: string; readonly text: string; readonly marker: string }

type Lifecycle = 'live' | 'draft' | 'held' | 'withdrawn'

/** What stands in a live entry and nowhere else. */
export const entryMarker = (marker: string, at: Instant): string => `${marker}entry${at}`

/** `marker` is a word that stands in the story's headline, summary and body and nowhere else. */
const story = (index: number): fc.Arbitrary<RandomStory> =>
  fc
    .record({
      date: instantBetween(first, last),
      later: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 3, maxLength: 3 }),
      title: sentence,
      blocks: fc.array(block, { maxLength: 4 }),
      section: fc.constantFrom('world', 'nation', 'sport'),
      authors: fc.uniqueArray(fc.constantFrom('asha-rao', 'tom-field', 'José Núñez', 'आशा', 'Tom Field'), {
        maxLength: 3,
      }),
      tags: fc.uniqueArray(fc.constantFrom('nato', 'harbour', 'cup-final', 'weather-2024'), { maxLength: 3 }),
      series: fc.option(fc.constant('harbour-works'), { freq: 2 }),
      related: fc.option(
        fc.constantFrom<readonly string[] | false>(
          false,
          ['/old/marker00.html', '/old/marker01.html'],
          ['/old/marker02.html'],
        ),
        { freq: 2 },
      ),
      urgency: fc.integer({ min: 1, max: 9 }),
      lifecycle: fc.constantFrom<Lifecycle>('live', 'live', 'live', 'draft', 'held', 'withdrawn'),
      isUpdated: fc.boolean(),
      isCorrected: fc.boolean(),
      hasAlias: fc.boolean(),
      hasSource: fc.boolean(),
      hasNote: fc.boolean(),
      entries: fc.uniqueArray(instantBetween(now - 30 * 3_600_000, now + 30 * 3_600_000), { maxLength: 4 }),
      /** Then two fill a page, and others go to pages of their hours. */
      hasLongEntries: fc.boolean(),
    })
    .map(parts => {
      const { date, later, lifecycle } = parts
      const marker = `marker${String(index).padStart(2, '0')}`
      const after = (hours: number | undefined) => rfc3339((date + (hours ?? 1) * 3_600_000) as Instant, zone)
      const day = dayOf(date, zone)
      const fields = {
        title: `${marker} ${parts.title}`,
        date: rfc3339(date, zone),
        summary: `${marker} ${parts.title} — so that the summary is never too short`.slice(0, 280),
        section: parts.section,
        authors: parts.authors,
        tags: parts.tags,
        ...(parts.series === null ? {} : { series: parts.series }),
        ...(parts.related === null ? {} : { related: parts.related }),
        urgency: parts.urgency,
        ...(parts.isUpdated ? { updated: after(later[0]) } : {}),
        ...(parts.isCorrected
          ? { corrections: [{ date: after(later[1]), text: `${marker} was wrong` }] }
          : {}),
        ...(parts.hasAlias ? { aliases: [`/old/${marker}.html`] } : {}),
        ...(parts.hasSource
          ? { source: { name: `Agency ${marker}`, url: 'https://example.org/original' } }
          : {}),
        ...(lifecycle === 'draft' ? { draft: true } : {}),
        ...(lifecycle === 'held' ? { embargo: '2025-06-01T00:00:00Z' } : {}),
        ...(lifecycle === 'withdrawn'
          ? { withdrawn: { date: after(later[2]), reason: 'It was not so.' } }
          : {}),
        ...(parts.entries.length > 0 ? { live: true } : {}),
      }
      const note = `[^${marker}]`
      const blocks = [
        `Body of ${marker}.${parts.hasNote ? note : ''}`,
        ...parts.blocks,
        ...parts.entries.map(
          at =>
            `::: entry ${rfc3339(at, zone)} ${entryMarker(marker, at)}\n${entryMarker(marker, at)}${parts.hasLongEntries ? ' and so on'.repeat(900) : ''}\n:::`,
        ),
        ...(parts.hasNote ? [`${note}: Noted by ${marker}.`] : []),
      ]
      const front = dump(fields, { lineWidth: -1 })
      return {
        file: `content/stories/${day.replaceAll('-', '/')}/story-${index}.md`,
        text: `---\n${front}---\n${blocks.join('\n\n')}\n`,
        marker,
      }
    })

export const randomStories = (most = 7): fc.Arbitrary<readonly RandomStory[]> =>
  fc
    .integer({ min: 0, max: most })
    .chain(count => fc.tuple(...Array.from({ length: count }, (_, index) => story(index))))

export const filesOf = (stories: readonly RandomStory[]): Files =>
  Object.fromEntries(stories.map(({ file, text }) => [file, text]))
