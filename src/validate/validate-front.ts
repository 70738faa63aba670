// What an editor says of a front: content/front.md for the site's, content/fronts/world.md for that of a section.

import * as z from 'zod/mini'
import { curlQuotes } from '../domain/curl-quotes.ts'
import { createFindNamed } from '../domain/find-named.ts'
import type { ContainerSpec, FrontFile } from '../domain/front.ts'
import type { Listing } from '../domain/listing.ts'
import { nearMiss } from '../domain/near-miss.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { errorAt, type Fault, isError, type Location, type Problem } from '../domain/problem.ts'
import { rememberFor } from '../domain/remember.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { sectionOfFront } from '../domain/site-paths.ts'
import { emptyDisk } from '../read/media-disk.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import { requireFrontMatter } from '../read/read-front-matter.ts'
import type { SourceFile } from '../read/read-source.ts'
import { dayOf } from '../time/wire-time.ts'
import { validateBody } from './body/validate-body.ts'
import { complain, instant, key, line, list } from './fields.ts'
import { findConflictMarkers } from './find-conflict-markers.ts'
import { findCutTexts } from './find-cut-texts.ts'
import { findTextWarnings } from './find-text-warnings.ts'
import { sectionOf, seriesOf } from './story/story-schema.ts'
import { validateShape } from './validate-shape.ts'

/** Its stories are still named as the editor wrote them: an address, or a path below content/stories/. */
export type WrittenFront = {
  readonly front: FrontFile
  /** Where each of these names stands. */
  readonly named: readonly { readonly name: string; readonly location: Location }[]
  readonly warnings: readonly Problem[]
}

/** Parts that need no more than their name. */
const plainParts = ['top', 'bulletin', 'introduction', 'sections'] as const

const story = () => line(1, 500)

const partSchema = ({ sections, names }: SiteData) =>
  z
    .strictObject({
      part: z.optional(z.enum(plainParts)),
      section: z.optional(sectionOf(sections)),
      topic: z.optional(key(createFindNamed([...names.topics.values()]))),
      series: z.optional(seriesOf(names.series)),
      stories: z.optional(list(story(), 50)),
      title: z.optional(line(1, 200)),
      most: z.optional(z.int().check(z.minimum(1), z.maximum(20))),
    })
    .check(payload => {
      const holds = ['part', 'section', 'topic', 'series', 'stories'].filter(
        name => payload.value[name as keyof typeof payload.value] !== undefined,
      )
      if (holds.length === 1) return
      complain(
        payload,
        'front-part',
        holds.length === 0
          ? 'this part says nothing of what it holds'
          : `this part holds ${holds.join(' and ')}`,
        `write one of: ${plainParts.join(', ')}, or “section: …”, “topic: …”, “series: …”, “stories: […]”`,
      )
    })

const placed = (zone: string) => z.strictObject({ story: story(), until: z.optional(instant(zone)) })

const frontSchema = rememberFor((data: SiteData) =>
  z.strictObject({
    title: z.optional(line(1, 200)),
    lead: z.optional(placed(data.site.timezone)),
    pinned: z._default(list(placed(data.site.timezone), 20), []),
    hide: z._default(list(story(), 200), []),
    containers: z.optional(list(partSchema(data), 50)),
  }),
)

type Fields = z.infer<ReturnType<typeof frontSchema>>

const texts: ReadonlySet<string> = new Set(['title'])

export const validateFront = (
  source: SourceFile,
  data: SiteData,
): Result<WrittenFront, readonly Problem[]> => {
  const conflicts = findConflictMarkers(source, 'markdown')
  if (conflicts.length > 0) return failure(conflicts)
  const opened = requireFrontMatter(source, 'front')
  if (!opened.ok) return failure([opened.fault])
  const { yaml, body } = opened.value
  const section = sectionOfFront(source.file)
  if (section !== null && !data.sections.some(({ key: known }) => known === section))
    return failure([errorAt({ ...yaml.locationOf([], 'key'), file: source.file }, noSection(section, data))])
  const schema = frontSchema(data)
  const shape = validateShape(schema, { ...yaml, value: inFull(yaml.value) }, Object.keys(schema.shape))
  if (!shape.ok) return failure(shape.fault)
  const { site } = data
  const day = dayOf(0 as never, site.timezone)
  const checked = validateBody({ source, body, findPicture: noPictures, disk: emptyDisk, site, day })
  const problems = [
    ...findCutTexts(yaml, { texts, allowComments: false }),
    ...findTextWarnings(source, yaml, texts),
    ...checked.problems,
    ...checked.entries.map(({ location }) => errorAt(location, noEntries)),
    ...withoutTop(shape.value, yaml),
    ...(section === null ? [] : ofSiteOnly(shape.value, yaml)),
  ]
  if (problems.some(isError)) return failure(problems)
  const front = { ...frontOf(shape.value, site.language), file: source.file, section }
  return success({
    front: { ...front, introduction: body.trim(), links: checked.links },
    named: namesIn(shape.value, yaml),
    warnings: problems,
  })
}

/** “lead: /world/…/” and “- top” say as much as they need to. */
const inFull = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const { lead, pinned, containers } = value as Readonly<Record<string, unknown>>
  const placedInFull = (each: unknown) => (typeof each === 'string' ? { story: each } : each)
  const partInFull = (each: unknown) => (typeof each === 'string' ? { part: each } : each)
  const each = (items: unknown, inFullOf: (item: unknown) => unknown) =>
    Array.isArray(items) ? items.map(inFullOf) : items
  return {
    ...value,
    ...(lead === undefined ? {} : { lead: placedInFull(lead) }),
    ...(pinned === undefined ? {} : { pinned: each(pinned, placedInFull) }),
    ...(containers === undefined ? {} : { containers: each(containers, partInFull) }),
  }
}

const frontOf = (fields: Fields, language: string) => {
  const placedOf = ({ story: file, until }: { readonly story: string; readonly until?: unknown }) => ({
    file,
    until: (until ?? null) as FrontFile['pinned'][number]['until'],
  })
  const curl = (text: string | undefined) => (text === undefined ? null : curlQuotes(text, language))
  return {
    title: curl(fields.title),
    lead: fields.lead ? placedOf(fields.lead) : null,
    pinned: fields.pinned.map(placedOf),
    hidden: fields.hide,
    containers: fields.containers?.map(part => partOf(part, curl(part.title))) ?? null,
  }
}

type Part = NonNullable<Fields['containers']>[number]

const partOf = (part: Part, title: string | null): ContainerSpec => {
  if (part.part !== undefined) return { holds: part.part }
  if (part.stories !== undefined) return { holds: 'stories', files: part.stories, title }
  return { holds: 'listing', listing: listingOf(part), title, most: part.most ?? null }
}

const listingOf = ({ section, topic, series }: Part): Listing => {
  if (section !== undefined) return { of: 'section', key: section }
  if (topic !== undefined) return { of: 'topic', key: topic }
  return { of: 'series', key: series ?? '' }
}

const namesIn = (fields: Fields, yaml: YamlDocument): WrittenFront['named'] => {
  const at = (name: string, ...path: readonly (string | number)[]) => ({
    name,
    location: yaml.locationOf(path, 'value'),
  })
  return [
    ...(fields.lead ? [at(fields.lead.story, 'lead', 'story')] : []),
    ...fields.pinned.map((each, index) => at(each.story, 'pinned', index, 'story')),
    ...fields.hide.map((name, index) => at(name, 'hide', index)),
    ...(fields.containers ?? []).flatMap((part, index) =>
      (part.stories ?? []).map((name, place) => at(name, 'containers', index, 'stories', place)),
    ),
  ]
}

/** What is placed at the top must have one. */
const withoutTop = ({ lead, pinned, containers }: Fields, yaml: YamlDocument): readonly Problem[] => {
  if (containers === undefined || containers.some(({ part }) => part === 'top')) return []
  const field = lead ? 'lead' : pinned.length > 0 ? 'pinned' : null
  return field === null ? [] : [errorAt(yaml.locationOf([field], 'key'), noTop(field))]
}

const ofSiteOnly = ({ containers }: Fields, yaml: YamlDocument): readonly Problem[] =>
  (containers ?? []).flatMap(({ part }, index) =>
    part === 'bulletin' || part === 'sections'
      ? [errorAt(yaml.locationOf(['containers', index], 'value'), notInSection(part))]
      : [],
  )

const notInSection = (part: string): Fault => ({
  code: 'front-part',
  message: `only the front of the site has “${part}”`,
  hint: 'remove it here; a section has “top”, “introduction”, “topic: …”, “series: …” and “stories: […]”',
})

const noTop = (field: string): Fault => ({
  code: 'front-without-top',
  message: `“${field}” has no place: the containers do not name the top`,
  hint: 'add “- top” to the containers, where the leading stories are to stand',
})

const noSection = (section: string, { sections }: SiteData): Fault => ({
  code: 'section-unknown',
  message: `there is no section “${section}”, whose front this file would be`,
  hint:
    nearMiss(
      section,
      sections.map(({ key: known }) => known),
    ) ??
    'name it after the key of a section in _data/sections.yaml; the front of the site is content/front.md',
})

const noEntries: Fault = {
  code: 'entry-not-live',
  message: 'only a live blog can have entries',
  hint: 'move them to a story with “live: true”',
}

const noPictures = (src: string) => ({
  file: src,
  picture: {
    code: 'picture-missing',
    message: 'the introduction of a front cannot show pictures',
    hint: 'remove it, or show it in a story',
  },
})
