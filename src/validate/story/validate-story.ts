// One story file, from text to a story or to the problems that keep it from being one.

import type { SiteData } from '../../domain/newsroom.ts'
import { locationInText, locationOfFile, type Problem } from '../../domain/problem.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { readStoryFile, storyFileOf } from '../../domain/site-paths.ts'
import type { LeadPicture, Story } from '../../domain/story.ts'
import type { LookUpPicture } from '../../pictures/look-up-picture.ts'
import type { MediaDisk } from '../../read/media-disk.ts'
import { parseYaml, type YamlDocument } from '../../read/parse-yaml.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { splitFrontMatter } from '../../read/split-front-matter.ts'
import { digestOf } from '../../system/digest.ts'
import { dayOf } from '../../time/wire-time.ts'
import { countWords } from '../body/count-words.ts'
import { ownPathOf } from '../body/own-links.ts'
import { validateBody } from '../body/validate-body.ts'
import { isKey } from '../fields.ts'
import { createFindPicture, validatePicture } from '../validate-picture.ts'
import { validateShape } from '../validate-shape.ts'
import { findFieldProblems } from './find-field-problems.ts'
import { findLiveProblems } from './find-live-problems.ts'
import { storySchema } from './story-schema.ts'

export type StoryRules = SiteData & {
  readonly schema: ReturnType<typeof storySchema>
  readonly lookUpPicture: LookUpPicture
  readonly disk: MediaDisk
}

export const createStoryRules = (
  data: SiteData,
  lookUpPicture: LookUpPicture,
  disk: MediaDisk,
): StoryRules => ({ ...data, schema: storySchema(data), lookUpPicture, disk })

export type Checked = { readonly story: Story; readonly warnings: readonly Problem[] }

export const validateStory = (source: SourceFile, rules: StoryRules): Result<Checked, readonly Problem[]> => {
  const location = readStoryFile(source.file)
  if (location === null) return failure([problemOfPlace(source.file)])
  const front = splitFrontMatter(source.text)
  if (front === null) return failure([noFrontMatter(source)])
  const yaml = parseYaml({ ...source, start: front.yamlStart, yaml: front.yaml })
  if (!yaml.ok) return failure([yaml.fault])
  const shape = validateShape(rules.schema, yaml.value, Object.keys(rules.schema.shape))
  const findPicture = createFindPicture(source.file, rules.lookUpPicture)
  const body = validateBody({ source, body: front.body, findPicture, disk: rules.disk, site: rules.site })
  if (!shape.ok) return failure([...shape.fault, ...body.problems])

  const fields = shape.value
  const entries = body.entries.map(({ entry, location }) => ({ at: entry.at, location }))
  const problems = [
    ...findFieldProblems(fields, yaml.value),
    ...findLiveProblems(fields, entries, yaml.value),
    ...body.problems,
  ]
  const lead =
    fields.image &&
    validatePicture(fields.image.src, () => yaml.value.locationOf(['image', 'src'], 'value'), findPicture)
  if (lead && !lead.ok) problems.push(lead.fault)
  const { day: folderDay, name } = location
  const slug = fields.slug ?? name
  if (!isKey(slug)) problems.push(badName(source.file, slug))
  const storyDay = dayOf(fields.date, rules.site.timezone)
  const warnings = folderDay === storyDay ? [] : [wrongFolder(yaml.value, storyDay, name)]
  if (problems.length > 0) return failure([...problems, ...warnings])

  const image: LeadPicture | null =
    fields.image && lead?.ok
      ? {
          ...lead.value,
          alt: fields.image.alt ?? '',
          credit: fields.image.credit,
          caption: fields.image.caption ?? null,
        }
      : null
  const host = new URL(rules.site.url).host
  const own = fields.source ? ownPathOf(fields.source.url, rules.site.url) : null
  const story: Story = {
    ...fields,
    file: source.file,
    id: `tag:${host},${folderDay}:${name}`,
    day: storyDay,
    url: `/${fields.section}/${storyDay.replaceAll('-', '/')}/${slug}/`,
    slug,
    authors: [...new Set(fields.authors.map(author => keyOfAuthor(author, rules)))],
    tags: [...new Set(fields.tags)],
    updated: fields.updated ?? null,
    language: fields.language === rules.site.language ? null : (fields.language ?? null),
    dateline: fields.dateline ?? null,
    source: fields.source ?? null,
    image,
    corrections: fields.corrections.toSorted((one, other) => one.date - other.date),
    embargo: fields.embargo ?? null,
    withdrawn: fields.withdrawn ?? null,
    live: fields.live ? { until: fields.live.until ?? null, isOn: true } : null,
    entries: body.entries.map(({ entry }) => entry),
    pictures: body.pictures,
    media: body.media,
    links: own === null ? body.links : [...body.links, own],
    words: countWords(front.body),
    bodyDigest: digestOf(front.body),
  }
  return success({ story, warnings })
}

/** A person named in full is the same person as by their key. */
const keyOfAuthor = (author: string, { people }: SiteData): string =>
  people.has(author) ? author : ([...people.values()].find(person => person.name === author)?.key ?? author)

const problemOfPlace = (file: string): Problem => ({
  code: 'story-place',
  severity: 'error',
  message: 'a story must be in a folder for its year, month and day',
  hint: 'move it to content/stories/yyyy/mm/dd/name.md',
  location: locationOfFile(file),
})

const badName = (file: string, slug: string): Problem => ({
  code: 'story-name',
  severity: 'error',
  message: `“${slug}” cannot be part of a web address`,
  hint: 'name the file with lower-case letters, digits and hyphens, or set slug',
  location: locationOfFile(file),
})

const noFrontMatter = ({ file, text }: SourceFile): Problem => ({
  code: 'front-matter-missing',
  severity: 'error',
  message: text.startsWith('---') ? 'the front matter is never closed' : 'the story has no front matter',
  hint: 'begin the file with a line ---, then the fields, then a line ---',
  location: locationInText(file, text, 0, 3),
})

const wrongFolder = (yaml: YamlDocument, day: string, name: string): Problem => ({
  code: 'story-folder',
  severity: 'warning',
  message: `the date is ${day} in the site’s time zone, but the file is in the folder of another day`,
  hint: `move it to ${storyFileOf(day, name)}, or correct the date`,
  location: yaml.locationOf(['date'], 'value'),
})
