// Nobody's mistake stops the others: a story with problems goes no further than its last published version.

import type { Instant } from '../domain/instant.ts'
import type { AskedBack, KeptBack, KeptPages } from '../domain/kept-back.ts'
import { isShown, stateAt } from '../domain/lifecycle.ts'
import { type Result, success } from '../domain/result.ts'
import { isCurated, isMarkdownPage, isStory } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { readFrontMatter } from '../read/read-front-matter.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import { addressOfPage } from '../read/read-page-titles.ts'
import type { SourceFile } from '../read/read-source.ts'
import { parseInstant } from '../time/parse-instant.ts'
import { isWaiting } from '../validate/story/inspect-pictures.ts'
import type { ValidatedStory, ValidateStory } from '../validate/story/validate-stories.ts'
import type { Published } from './published.ts'

/** `isRecord`: as it was published; else as its text of then reads today. */
export type LastVersion = { readonly text: string; readonly story: Story; readonly isRecord: boolean }

/** What readers, or editors, had of a story by the last publish. */
export const lastVersionIn =
  (published: Published | null) =>
  (file: string): LastVersion | null => {
    if (published === null) return null
    const { tables, viewpoint, isRecord } = published
    const [text, story] = [tables.get('texts', file), tables.get('stories', file)]
    if (text === undefined || story === undefined) return null
    const state = stateAt(story, viewpoint.now)
    return isShown(state, viewpoint.audience) || state === 'withdrawn' ? { text, story, isRecord } : null
  }

type Keeping = {
  readonly files: NewsroomFiles
  /** Each story as its file is. */
  readonly check: ValidateStory
  readonly asked: AskedBack
  readonly lastVersionOf: (file: string) => LastVersion | null
  /** Of a bulletin or a page. */
  readonly lastTextOf: (file: string) => string | undefined
  /** A text in the place of the file's own; with the pictures and videos of `shown`, or with those that are there now. */
  readonly checkText: (source: SourceFile, shown: Story | null) => ValidatedStory
  /** Whether readers have something of a file that stories show, or that is published as it is. */
  readonly isPublished: (file: string) => boolean
  /** Whether what a story showed is there, or can be made again. */
  readonly canBeShown: (story: Story) => boolean
  /** Whether git, which stands in for the record, has a file as it is now, and it was sound by the site data of then. */
  readonly wasSound: (file: string) => boolean
  /** Those that checking has asked for. */
  readonly inspectPictures: () => Promise<void>
  /** Whether a last version needs no other look: site data and the engine are as they were. */
  readonly isTrusted: boolean
  readonly now: Instant
  readonly timezone: string
}

type Kept = {
  /** Each story with the version of it that can be published. */
  readonly check: ValidateStory
  /** The files without those that have no version to publish; those that stay back with their last text. */
  readonly sound: NewsroomFiles
  readonly keptBack: readonly KeptBack[]
}

/** A last version that is no good any more is no way out: then the problems of the file itself are what is wrong. */
export const keepBack = async (keeping: Keeping): Promise<Kept> => {
  const { files, check, asked, lastTextOf } = keeping
  const instead = new Map<string, ValidatedStory>()
  const keptBack: KeptBack[] = [...keepOthers(keeping)]
  // A file that is not there any more, or has not changed.
  const known = new Set(files.stories)
  const others = [...asked.keys()].filter(file => isStory(file) && !known.has(file))
  for (const file of [...files.stories, ...others]) {
    const own = known.has(file) ? check(file) : null
    const problems = own === null || own.ok ? asked.get(file) : own.fault
    // What the site data broke is no mistake of the story: it would be gone.
    if (problems === undefined || keeping.wasSound(file)) continue
    const last = lastShownIn(file, keeping)
    const before = last && (await lastAsChecked(file, last, keeping))
    if (last === null || before === null || (!before.ok && !last.isRecord)) {
      keptBack.push({
        file,
        shown: isAhead(files.read(file), keeping) ? 'ahead' : 'nothing',
        url: null,
        problems,
      })
      continue
    }
    if (!before.ok) continue
    instead.set(file, before)
    keptBack.push({ file, shown: 'last', url: before.value.story.url, problems })
  }
  const missing = new Set(keptBack.filter(({ shown }) => shown !== 'last').map(({ file }) => file))
  return {
    check: file => instead.get(file) ?? check(file),
    keptBack,
    sound: {
      ...files,
      stories: [...files.stories, ...others].filter(file => !missing.has(file)).sort(),
      curations: files.curations.filter(file => !missing.has(file)),
      fronts: files.fronts.filter(file => !missing.has(file)),
      read: file => {
        const story = instead.get(file)
        if (story?.ok) return success({ file, text: story.value.text })
        const text = isCurated(file) && asked.has(file) ? lastTextOf(file) : undefined
        return text === undefined ? files.read(file) : success({ file, text })
      },
    },
  }
}

const lastShownIn = (file: string, { lastVersionOf, canBeShown }: Keeping): LastVersion | null => {
  const last = lastVersionOf(file)
  return last?.isRecord && !canBeShown(last.story) ? null : last
}

/** All but stories: a story that shows a file is a matter of its own. */
const keepOthers = ({ asked, lastTextOf, isPublished }: Keeping): readonly KeptBack[] =>
  [...asked]
    .filter(([file]) => !isStory(file))
    .map(([file, problems]) => {
      const last = isCurated(file) || isMarkdownPage(file) ? lastTextOf(file) : undefined
      const url = (last !== undefined && isMarkdownPage(file) && addressOfPage(file, last)) || null
      return { file, shown: last !== undefined || isPublished(file) ? 'last' : 'nothing', url, problems }
    })

/** Whatever their files say, these texts are what is made. */
export const keptPagesOf = (
  asked: AskedBack | null,
  lastTextOf: (file: string) => string | undefined,
): KeptPages =>
  new Map(
    [...(asked?.keys() ?? [])].filter(isMarkdownPage).map(file => [file, lastTextOf(file) ?? null] as const),
  )

/** With the pictures and videos that it had: their files may be others by now. */
const lastAsChecked = async (
  file: string,
  { text, story, isRecord }: LastVersion,
  { checkText, inspectPictures, isTrusted }: Keeping,
): Promise<ValidatedStory> => {
  if (isTrusted) return success({ story, text, warnings: [] })
  const shown = isRecord ? story : null
  const first = checkText({ file, text }, shown)
  if (isWaiting(first)) await inspectPictures()
  const checked = isWaiting(first) ? checkText({ file, text }, shown) : first
  if (!checked.ok || !isRecord) return checked
  const { image, pictures, media } = story
  return success({ story: { ...checked.value.story, image, pictures, media }, text, warnings: [] })
}

/** As far as its fields can be read: a draft, or a story whose date or embargo is still to come. */
const isAhead = (
  source: Result<SourceFile, unknown>,
  { now, timezone }: Pick<Keeping, 'now' | 'timezone'>,
): boolean => {
  const front = source.ok ? readFrontMatter(source.value) : null
  const fields = front?.ok ? front.value.value : null
  if (typeof fields !== 'object' || fields === null) return false
  if ('draft' in fields && fields.draft === true) return true
  return ['date', 'embargo'].some(name => {
    const at = parseInstant((fields as Readonly<Record<string, unknown>>)[name], timezone)
    return at.ok && at.value > now
  })
}
