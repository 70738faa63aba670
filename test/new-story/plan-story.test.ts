import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { curlQuotes } from '../../src/domain/curl-quotes.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { planStory, type StoryRequest } from '../../src/new-story/plan-story.ts'
import { emptyDisk } from '../../src/read/media-disk.ts'
import type { NewsroomFiles } from '../../src/read/read-newsroom-files.ts'
import type { SourceFile } from '../../src/read/read-source.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { filesInMemory, noPicture, validateFiles } from '../rig/small-newsroom.ts'

const filesWith = (...stories: SourceFile[]): NewsroomFiles =>
  filesInMemory(Object.fromEntries(stories.map(({ file, text }) => [file, text])))

const now = Date.parse('2024-10-24T20:00:00Z') as Instant

const plan = (order: Partial<StoryRequest>, files = filesWith()) =>
  planStory(
    { headline: 'Storm passes', section: 'world', authors: [], now, ...order },
    files,
    noPicture,
    emptyDisk,
  )

const refusalOf = (order: Partial<StoryRequest>, files = filesWith()): string => {
  const planned = plan(order, files)
  if (planned.ok) throw new Error(`planned ${planned.value.file}`)
  return `${planned.fault.kind}: ${planned.fault.message}`
}

/** The story that a planned file holds once it is read as all others are. */
const storyIn = (file: string, text: string) => {
  const checked = validateFiles(filesWith({ file, text }), noPicture)
  if (!checked.ok) throw new Error(checked.fault.map(({ message }) => message).join('\n'))
  // A headline of any letters may hold what looks like left behind by a program.
  expect(checked.value.warnings.filter(({ code }) => code !== 'leftover-in-text')).toEqual([])
  return checked.value.stories[0]
}

const headline = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '"',
        "'",
        ': ',
        ' #',
        '\\',
        '🛳️',
        '- ',
        '---',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '{',
        '[',
      ),
      fc.constantFrom(
        'null',
        'true',
        '~',
        '12',
        '0x1f',
        '1e3',
        '2024-10-24',
        '\u00a0',
        '\t',
        '\n',
        '\u2028',
        'é',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => parts.join(''))
  .filter(
    text =>
      text.trim() !== '' &&
      [...text].length <= 300 &&
      !/[\p{Cc}\p{Cn}\p{Co}\u200e\ufffc\ufffd]/u.test(text.replace(/\s/g, '')),
  )

describe('A new story', () => {
  test('stands in the folder of today, as the newsroom’s clock has it', () => {
    const planned = plan({})
    expect(planned).toMatchObject({
      ok: true,
      value: {
        file: 'content/stories/2024/10/25/storm-passes.md',
        address: 'https://bulletin.example/world/2024/10/25/storm-passes/',
      },
    })
  })

  test('is a sound draft, dated now', () => {
    const planned = plan({ authors: ['asha-rao', 'José Núñez'] })
    if (!planned.ok) throw new Error(planned.fault.message)
    const story = storyIn(planned.value.file, planned.value.text)
    expect(story).toMatchObject({
      draft: true,
      date: now,
      section: 'world',
      authors: ['asha-rao', 'José Núñez'],
    })
    expect(planned.value.text).toContain('date: 2024-10-25T01:30:00+05:30\n')
  })

  test('keeps any headline as it was typed', () => {
    fc.assert(
      fc.property(headline, words => {
        const planned = plan({ headline: words, slug: 'storm-passes' })
        if (!planned.ok) throw new Error(planned.fault.message)
        const story = storyIn(planned.value.file, planned.value.text)
        const typed = words.trim().replace(/\s+/g, ' ').normalize('NFC')
        expect(story?.title).toBe(curlQuotes(typed, 'en'))
      }),
      { numRuns: 300 },
    )
  })

  test('has a sound address made of its headline, or asks for one', () => {
    fc.assert(
      fc.property(headline, words => {
        const planned = plan({ headline: words })
        if (planned.ok) storyIn(planned.value.file, planned.value.text)
        else expect(planned.fault.message).toContain('--slug')
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['José Núñez: “we’ll rebuild”', 'jose-nunez-we-ll-rebuild'],
    ['Ferry ⛴️ sails again', 'ferry-sails-again'],
    ['Ten 10️⃣ stories', 'ten-10-stories'],
    [
      `${'storm '.repeat(30)}ends`,
      'storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm-storm',
    ],
    ['a'.repeat(300), 'a'.repeat(80)],
  ])('called %s has the slug %s', (words, slug) => {
    expect(plan({ headline: words })).toMatchObject({
      ok: true,
      value: { file: expect.stringContaining(`/${slug}.md`) },
    })
  })

  test.each([
    [
      'Con',
      'call: this headline makes no web address: Windows keeps the name “con” for a device; add a slug, such as --slug=con-news',
    ],
    ['⛴️', 'call: this headline makes no web address: it has no letter and no digit'],
    ['!!!', 'add a slug, such as --slug=harbour-reopens'],
    [
      'a'.repeat(301),
      'call: title: the text is too long: it has 301 characters; shorten it to 300 characters',
    ],
    ['Bell \u0007', 'call: title: the text contains a character that no page can show'],
  ])('called %s is refused with advice', (words, advice) => {
    expect(refusalOf({ headline: words })).toContain(advice)
  })

  test.each([
    [
      'wrold',
      'call: there is no section “wrold”; did you mean “world”? The sections are world, nation, sport.',
    ],
    ['World', 'did you mean “world”?'],
    ['cooking', 'call: there is no section “cooking”. The sections are world, nation, sport.'],
  ])('in a section %s is refused with the sections there are', (section, advice) => {
    expect(refusalOf({ section })).toContain(advice)
  })

  test('by somebody unknown is refused with the name that was meant', () => {
    expect(refusalOf({ authors: ['asha-roa'] })).toContain('did you mean “asha-rao”?')
  })

  test('with a slug that is no address is refused with one that is', () => {
    expect(refusalOf({ slug: 'Storm Passes' })).toContain('write --slug=storm-passes')
    expect(refusalOf({ slug: 'मुंबई' })).toContain('write --slug=mumbai')
    expect(refusalOf({ slug: '../etc' })).toContain('cannot be part of a web address')
    expect(refusalOf({ slug: 'a'.repeat(201) })).toContain('shorten it to 200')
  })

  test('is not begun twice', () => {
    const first = plan({})
    if (!first.ok) throw new Error(first.fault.message)
    expect(refusalOf({}, filesWith(first.value))).toContain(`site: ${first.value.file} exists already`)
  })

  test('does not take the address of another story, nor its old one', () => {
    const date = '2024-10-25T08:00:00+05:30'
    const other = 'content/stories/2024/10/25/other.md'
    const sameSlug = { file: other, text: storyText({ date, slug: 'storm-passes' }) }
    expect(refusalOf({}, filesWith(sameSlug))).toContain(
      'is already the address of content/stories/2024/10/25/other.md',
    )
    const oldAddress = {
      file: storyFile,
      text: storyText({ aliases: '[/world/2024/10/25/storm-passes/]' }),
    }
    expect(refusalOf({}, filesWith(oldAddress))).toContain(
      `site: ${storyFile}: /world/2024/10/25/storm-passes/`,
    )
  })

  test('can be begun while another story is broken', () => {
    const broken = { file: 'content/stories/2024/10/24/storm-passes-by.md', text: 'no front matter' }
    expect(plan({}, filesWith(broken)).ok).toBe(true)
  })

  test('waits for site data that is sound', () => {
    expect(refusalOf({}, { ...filesWith(), sections: null })).toContain(
      'site: _data/sections.yaml:1:1 error file-missing',
    )
  })
})
