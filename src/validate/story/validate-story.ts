// One story file, from text to a story or to the problems that keep it from being one.

import type { SiteData } from '../../domain/newsroom.ts'
import { placeholderBody, placeholderLeft } from '../../domain/placeholder.ts'
import { whyPathNotPortable } from '../../domain/portable-name.ts'
import { errorAt, isError, type Location, locationOfFile, type Problem } from '../../domain/problem.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import { readStoryFile, storyFileOf } from '../../domain/site-paths.ts'
import type { PictureFile, Story } from '../../domain/story.ts'
import type { LookUpPicture } from '../../pictures/look-up-picture.ts'
import type { MediaDisk } from '../../read/media-disk.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import { requireFrontMatter } from '../../read/read-front-matter.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { isDay } from '../../time/calendar-fault.ts'
import { completeTime, halfPastNine } from '../../time/complete-time.ts'
import { dayOf } from '../../time/wire-time.ts'
import { createBodyLocations } from '../body/body-locations.ts'
import { validateBody } from '../body/validate-body.ts'
import { findConflictMarkers } from '../find-conflict-markers.ts'
import { findCutTexts } from '../find-cut-texts.ts'
import { findTextWarnings } from '../find-text-warnings.ts'
import { findTypographicQuotes } from '../find-typographic-quotes.ts'
import type { StoryAdvice } from '../shape-problems.ts'
import { type SlugSyntax, slugSyntaxOf } from '../slug-syntax.ts'
import { createFindPicture, type FindPicture, validatePicture } from '../validate-picture.ts'
import { validateShape } from '../validate-shape.ts'
import { findFieldProblems } from './find-field-problems.ts'
import { findLiveProblems } from './find-live-problems.ts'
import { createFindNameWarnings, type FindNameWarnings } from './find-name-warnings.ts'
import { findOtherSeasons } from './find-other-seasons.ts'
import { findSecondFields } from './find-second-fields.ts'
import { findUnchecked } from './find-unchecked.ts'
import { makeStory } from './make-story.ts'
import { badSlug, outsideDay } from './story-location.ts'
import { type FrontMatterFields, storySchema, textFields } from './story-schema.ts'

type StoryRules = SiteData & {
  readonly schema: ReturnType<typeof storySchema>
  readonly importedSchema: ReturnType<typeof storySchema>
  readonly lookUpPicture: LookUpPicture
  readonly disk: MediaDisk
  readonly findNameWarnings: FindNameWarnings
  readonly slugSyntax: SlugSyntax
}

export const createStoryRules = (
  data: SiteData,
  lookUpPicture: LookUpPicture,
  disk: MediaDisk,
): StoryRules => ({
  ...data,
  schema: storySchema(data),
  importedSchema: storySchema(data, 1),
  lookUpPicture,
  disk,
  findNameWarnings: createFindNameWarnings(data),
  slugSyntax: slugSyntaxOf(data.site),
})

export type CheckedStory = {
  readonly story: Story
  /** Of the file, front matter and all. */
  readonly text: string
  readonly warnings: readonly Problem[]
}

export const validateStory = (
  source: SourceFile,
  rules: StoryRules,
): Result<CheckedStory, readonly Problem[]> => {
  const { file } = source
  const path = readStoryFile(file)
  if (path === null)
    return failure([errorAt(locationOfFile(file), outsideDay(source, rules.site.timezone, rules.slugSyntax))])
  const conflicts = findConflictMarkers(source, 'markdown')
  const front = requireFrontMatter(source, 'story')
  if (!front.ok) return failure(conflicts.length > 0 ? conflicts : [front.fault])
  const { yaml, body: markdown } = front.value
  const written = dayWritten(yaml) ?? path.day
  const schema = isImported(yaml) ? rules.importedSchema : rules.schema
  const shape = validateShape(schema, yaml, Object.keys(schema.shape), adviceFor(written, rules))
  const findPicture = createFindPicture(file, rules.lookUpPicture)
  const { disk, site } = rules
  const body = validateBody({ source, body: markdown, findPicture, disk, site, day: written })
  // They break what they stand in, and what they break is no news.
  const ofBody =
    conflicts.length > 0 ? conflicts : withSecondFields(findSecondFields(source, markdown), body.problems)
  const cuts = findCutTexts(yaml, { texts: textFields, allowComments: false })
  const quotes = findTypographicQuotes(yaml, source.text)
  if (!shape.ok) return failure([...cuts, ...quotes, ...withoutEchoes(shape.fault, cuts), ...ofBody])

  const fields = shape.value
  const entries = body.entries.map(({ entry, location }) => ({ at: entry.at, location }))
  const lead = validateLead(fields, yaml, findPicture)
  const slug = (fields.slug ?? path.name).normalize('NFC')
  const found = [
    ...cuts,
    ...findFieldProblems(fields, yaml),
    ...(fields.draft ? [] : findPlaceholder(source, markdown, body.text)),
    ...findLiveProblems(fields, entries, yaml),
    ...ofBody,
    ...(lead.ok ? [] : [lead.fault]),
    ...(rules.slugSyntax.isSlug(slug)
      ? []
      : [errorAt(locationOfFile(file), badSlug(slug, rules.slugSyntax))]),
  ]
  const day = dayOf(fields.date, rules.site.timezone)
  const isEmpty = body.text.trim() === '' && !fields.draft && fields.withdrawn === undefined
  const warnings = [
    ...found.filter(problem => !isError(problem)),
    ...(path.day === day ? [] : [wrongFolder(yaml, day, path.name)]),
    ...(isEmpty ? [withoutText(createBodyLocations(source, markdown).ofLine(0))] : []),
    ...findTextWarnings(source, yaml, textFields),
    ...quotes,
    ...rules.findNameWarnings(fields, yaml),
    ...notPortable(fields, yaml),
    ...findUnchecked(fields, yaml),
    ...(fields.imported ? [] : findOtherSeasons(yaml, entries, rules.site.timezone)),
  ]
  const errors = found.filter(isError)
  if (errors.length > 0 || !lead.ok) return failure([...errors, ...warnings])
  const parts = { fields, folderDay: path.day, name: path.name, markdown, body, lead: lead.value }
  return success({ story: makeStory(parts, rules), text: source.text, warnings })
}

/** To markdown they are a subhead by the line below them. */
const withSecondFields = (second: readonly Problem[], ofBody: readonly Problem[]): readonly Problem[] =>
  second.length === 0 ? ofBody : [...second, ...ofBody.filter(({ code }) => code !== 'subhead-underlined')]

/** What `npm run new` wrote may stand above or below what was added. */
const findPlaceholder = (source: SourceFile, markdown: string, text: string): readonly Problem[] =>
  text.includes(placeholderBody)
    ? [errorAt(createBodyLocations(source, markdown).ofLine(0, placeholderBody), placeholderLeft('text'))]
    : []

const adviceFor = (day: string, { site, sections }: StoryRules): StoryAdvice => ({
  day,
  language: site.language,
  needOf: field => {
    if (field === 'summary') return ' (40 to 300 characters)'
    if (field === 'title') return ' (up to 300 characters)'
    if (field === 'section') return ` (one of ${sections.map(({ key }) => key).join(', ')})`
    const time = completeTime(halfPastNine(day), site.timezone)
    return field === 'date' ? `, such as “date: ${time}”` : null
  },
})

/** The day of its date, where one can be read. */
const isImported = ({ value }: YamlDocument): boolean =>
  typeof value === 'object' && value !== null && 'imported' in value

const dayWritten = ({ value }: YamlDocument): string | null => {
  const date = typeof value === 'object' && value !== null && 'date' in value ? value.date : null
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(String(date)) ?? []
  return day !== undefined && isDay(day) && day >= '1800' && day < '2200' ? day : null
}

/** A text that was cut is not also too short or missing. */
const withoutEchoes = (problems: readonly Problem[], cuts: readonly Problem[]): readonly Problem[] =>
  problems.filter(
    ({ location: { line, column } }) =>
      !cuts.some(({ location }) => location.line === line && location.column === column),
  )

/** Of a story without a lead picture: null. */
const validateLead = (
  { image }: FrontMatterFields,
  yaml: YamlDocument,
  find: FindPicture,
): Result<PictureFile | null, Problem> =>
  image === undefined
    ? success(null)
    : validatePicture(image.src, () => yaml.locationOf(['image', 'src'], 'value'), find)

/** The pages of such old addresses cannot be written there; other systems and servers serve them. */
const notPortable = ({ aliases }: FrontMatterFields, yaml: YamlDocument): readonly Problem[] =>
  aliases.flatMap((alias, index): readonly Problem[] => {
    const why = whyPathNotPortable(aliasUrl(alias))
    return why
      ? [
          {
            code: 'alias-not-portable',
            severity: 'warning',
            message: `a site with this old address can be built and served only by other systems: ${why}`,
            hint: 'leave it as it is if nobody uses Windows for this site, else remove it',
            location: yaml.locationOf(['aliases', index], 'value'),
          },
        ]
      : []
  })

const withoutText = (location: Location): Problem => ({
  code: 'text-missing',
  severity: 'warning',
  message: 'the story has no text: readers see its headline and its summary, and nothing below them',
  hint: 'write the text below the second line ---, or set “draft: true” until there is one',
  location,
})

const wrongFolder = (yaml: YamlDocument, day: string, name: string): Problem => ({
  code: 'story-folder',
  severity: 'warning',
  message: `the date is ${day} in the site’s time zone, but the file is in the folder of another day`,
  hint: `move it to ${storyFileOf(day, name)}, or correct the date`,
  location: yaml.locationOf(['date'], 'value'),
})
