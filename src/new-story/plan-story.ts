// From a headline to a story file that is valid, or to the reason why there can be none.

import { createFindNamed } from '../domain/find-named.ts'
import type { Instant } from '../domain/instant.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { printProblems } from '../domain/print-problems.ts'
import type { Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { storyFileOf } from '../domain/site-paths.ts'
import type { LookUpPicture } from '../pictures/look-up-picture.ts'
import type { MediaDisk } from '../read/media-disk.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import { dayOf } from '../time/wire-time.ts'
import { validateSiteData } from '../validate/site/validate-site-data.ts'
import { createStoryValidator } from '../validate/story/validate-stories.ts'
import { validateNewsroom } from '../validate/validate-newsroom.ts'
import { chooseSlug } from './choose-slug.ts'
import { draftText } from './draft-text.ts'

export type StoryRequest = {
  readonly headline: string
  readonly section: string
  /** Keys of people.yaml, or plain names. */
  readonly authors: readonly string[]
  readonly slug?: string | undefined
  readonly now: Instant
}

export type NewStory = {
  /** Relative to the site's root. */
  readonly file: string
  readonly text: string
  /** The full address that it will have. */
  readonly address: string
}

/** `site`: the files stand in the way; `call`: the command was called wrongly. */
export type Refusal = { readonly kind: 'site' | 'call'; readonly message: string }

export const planStory = (
  request: StoryRequest,
  files: NewsroomFiles,
  lookUpPicture: LookUpPicture,
  disk: MediaDisk,
): Result<NewStory, Refusal> => {
  const data = validateSiteData(files)
  if (!data.ok) return refuse('site', printProblems(data.fault))
  const { site } = data.value
  const wrongSection = sectionFault(request.section, data.value)
  if (wrongSection !== null) return refuse('call', wrongSection)
  const title = request.headline.trim().replace(/\s+/g, ' ').normalize('NFC')
  const slug = chooseSlug(title, request.slug, site)
  if (!slug.ok) return refuse('call', slug.fault)

  const day = dayOf(request.now, site.timezone)
  const file = storyFileOf(day, slug.value)
  if (files.stories.includes(file)) return refuse('site', alreadyThere(file))
  const text = draftText({ ...request, title }, site.timezone)
  // Only a story that names the slug can stand at the same address.
  const isRival = (story: string) => {
    const source = files.read(story)
    const names = (text: string) => text.normalize('NFC').includes(slug.value)
    return names(story) || (source.ok && names(source.value.text))
  }
  const stories = [...files.stories.filter(isRival), file]
  const read = (story: string) => (story === file ? success({ file, text }) : files.read(story))
  const check = createStoryValidator(data.value, read, lookUpPicture, disk)
  const checked = validateNewsroom(data.value, { ...files, stories, read, curations: [], fronts: [] }, check)
  const faults = (checked.ok ? [] : checked.fault).filter(fault => isAbout(fault, file))
  if (faults.length > 0) return failure(refusalOf(faults, file))
  return success({
    file,
    text,
    address: `${site.url}/${request.section}/${day.replaceAll('-', '/')}/${slug.value}/`,
  })
}

export const alreadyThere = (file: string): string =>
  `${file} exists already; edit it, or choose another address with --slug`

const refuse = (kind: Refusal['kind'], message: string) => failure({ kind, message })

const sectionFault = (section: string, { sections }: SiteData): string | null => {
  const keys = sections.map(({ key }) => key)
  if (keys.includes(section)) return null
  const meant = createFindNamed(sections).meant(section)
  return `there is no section “${section}”${meant === null ? '.' : `; did you mean “${meant}”?`} The sections are ${keys.join(', ')}.`
}

/** An alias that stands in the way is reported where the alias is written. */
const isAbout = ({ code, location, message }: Problem, file: string): boolean =>
  location.file === file || (code === 'url-taken' && message.includes(file))

const refusalOf = (faults: readonly Problem[], file: string): Refusal => ({
  kind: faults.some(({ code }) => code === 'url-taken') ? 'site' : 'call',
  message: faults
    .map(
      ({ location, message, hint }) =>
        `${location.file === file ? '' : `${location.file}: `}${message}; ${hint}`,
    )
    .join('\n'),
})
