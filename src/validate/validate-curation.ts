// What an editor says of one day's bulletin: content/bulletins/2024-10-24.md.

import * as z from 'zod/mini'
import { curlQuotes } from '../domain/curl-quotes.ts'
import type { Day } from '../domain/instant.ts'
import { nearMiss } from '../domain/near-miss.ts'
import type { Curation, Site } from '../domain/newsroom.ts'
import {
  errorAt,
  type Fault,
  isError,
  type Location,
  locationOfFile,
  type Problem,
} from '../domain/problem.ts'
import { rememberFor } from '../domain/remember.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { dayOfBulletinFile } from '../domain/site-paths.ts'
import { emptyDisk } from '../read/media-disk.ts'
import { requireFrontMatter } from '../read/read-front-matter.ts'
import type { SourceFile } from '../read/read-source.ts'
import { isDay } from '../time/calendar-fault.ts'
import { validateBody } from './body/validate-body.ts'
import { line } from './fields.ts'
import { findConflictMarkers } from './find-conflict-markers.ts'
import { findCutTexts } from './find-cut-texts.ts'
import { findTextWarnings } from './find-text-warnings.ts'
import { type SlugSyntax, slugField, slugSyntaxOf } from './slug-syntax.ts'
import { validateShape } from './validate-shape.ts'

const curationSchema = rememberFor((syntax: SlugSyntax) =>
  z.strictObject({
    title: z.optional(line(1, 200)),
    order: z._default(z.array(slugField(syntax)), []),
  }),
)

type CheckedCuration = { readonly curation: Curation; readonly warnings: readonly Problem[] }

const texts: ReadonlySet<string> = new Set(['title'])

/** `slugsOf`: the slugs of a day's stories. A slug in `order` must be one of them. */
export const validateCuration = (
  source: SourceFile,
  slugsOf: (day: Day) => readonly string[],
  site: Pick<Site, 'url' | 'timezone' | 'language' | 'unicodeSlugs'>,
): Result<CheckedCuration, readonly Problem[]> => {
  const day = dayOfBulletinFile(source.file)
  if (day === null || !isDay(day))
    return failure([errorAt(locationOfFile(source.file), wrongName(source.file))])
  const conflicts = findConflictMarkers(source, 'markdown')
  if (conflicts.length > 0) return failure(conflicts)
  const front = requireFrontMatter(source, 'bulletin')
  if (!front.ok) return failure([front.fault])
  const { yaml, body } = front.value
  const schema = curationSchema(slugSyntaxOf(site))
  const shape = validateShape(schema, yaml, Object.keys(schema.shape))
  if (!shape.ok) return failure(shape.fault)
  const { order } = shape.value
  const title = shape.value.title ? curlQuotes(shape.value.title, site.language) : null
  const slugs = slugsOf(day)
  const checked = validateBody({ source, body, findPicture: noPictures, disk: emptyDisk, site, day })
  const problems = [
    ...findCutTexts(yaml, { texts, allowComments: false }),
    ...order.flatMap((slug, index) =>
      slugs.includes(slug) ? [] : [unknownSlug(slug, day, slugs, yaml.locationOf(['order', index], 'value'))],
    ),
    ...findTextWarnings(source, yaml, texts),
    ...checked.problems,
    ...checked.entries.map(({ location }) => errorAt(location, noEntries)),
  ]
  if (problems.some(isError)) return failure(problems)
  const curation = {
    file: source.file,
    day,
    title,
    order,
    introduction: body.trim(),
    links: checked.links,
  }
  return success({ curation, warnings: problems })
}

/** It may have been there when the order was made. */
const unknownSlug = (slug: string, day: Day, slugs: readonly string[], location: Location): Problem => ({
  code: 'bulletin-story-unknown',
  severity: 'warning',
  message: `no story of ${day} has the slug “${slug}”`,
  hint: nearMiss(slug, slugs) ?? 'write the slug of a story of this day, or remove it from the order',
  location,
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
    message: 'the introduction of a bulletin cannot show pictures',
    hint: 'remove it, or show it in a story',
  },
})

const wrongName = (file: string): Fault => {
  const [, year, month = '', date = ''] = /(?<!\d)(\d{4})\D?(\d{1,2})\D?(\d{1,2})\.md$/.exec(file) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const name = year !== undefined && isDay(day) ? day : 'yyyy-mm-dd'
  return {
    code: 'bulletin-name',
    message: 'the file of a bulletin must be named after its day, and stand in content/bulletins/',
    hint: `name it content/bulletins/${name}.md`,
  }
}
