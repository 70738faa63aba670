// What an editor says of one day's bulletin: content/bulletins/2024-10-24.md.

import type { Day } from '../domain/instant.ts'
import type { Curation, Site } from '../domain/newsroom.ts'
import { type Location, locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { dayOfBulletinFile } from '../domain/site-paths.ts'
import { emptyDisk } from '../read/media-disk.ts'
import { parseYaml } from '../read/parse-yaml.ts'
import type { SourceFile } from '../read/read-source.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import { validateBody } from './body/validate-body.ts'
import { curationSchema } from './curation-schema.ts'
import { nearMiss } from './near-miss.ts'
import { validateShape } from './validate-shape.ts'

/** `slugsOf`: the slugs of a day's stories. A slug in `order` must be one of them. */
export const validateCuration = (
  source: SourceFile,
  slugsOf: (day: Day) => readonly string[],
  site: Pick<Site, 'url' | 'timezone'>,
): Result<Curation, readonly Problem[]> => {
  const day = dayOfBulletinFile(source.file)
  if (day === null) return failure([badPlace(source.file)])
  const front = splitFrontMatter(source.text)
  if (front === null) return failure([noFrontMatter(source)])
  const yaml = parseYaml({ ...source, start: front.yamlStart, yaml: front.yaml })
  if (!yaml.ok) return failure([yaml.fault])
  const shape = validateShape(curationSchema, yaml.value, Object.keys(curationSchema.shape))
  if (!shape.ok) return failure(shape.fault)
  const slugs = slugsOf(day)
  const unknown = shape.value.order.flatMap((slug, index): Problem[] =>
    slugs.includes(slug)
      ? []
      : [
          {
            code: 'bulletin-story-unknown',
            severity: 'error',
            message: `no story of ${day} has the slug “${slug}”`,
            hint: nearMiss(slug, slugs) ?? 'write the slug of a story of this day',
            location: yaml.value.locationOf(['order', index], 'value'),
          },
        ],
  )
  const checked = validateBody({ source, body: front.body, findPicture: noPictures, disk: emptyDisk, site })
  const problems = [
    ...unknown,
    ...checked.problems,
    ...checked.entries.map(({ location }) => noEntries(location)),
  ]
  if (problems.length > 0) return failure(problems)
  return success({
    file: source.file,
    day,
    title: shape.value.title ?? null,
    order: shape.value.order,
    introduction: front.body.trim(),
    links: checked.links,
  })
}

const noEntries = (location: Location): Problem => ({
  code: 'entry-not-live',
  severity: 'error',
  message: 'only a live blog can have entries',
  hint: 'move them to a story with “live: true”',
  location: location,
})

const noPictures = (src: string) => ({
  file: src,
  sight: {
    code: 'picture-missing',
    message: 'the introduction of a bulletin cannot show pictures',
    hint: 'remove it, or show it in a story',
  },
})

const badPlace = (file: string): Problem => ({
  code: 'bulletin-name',
  severity: 'error',
  message: 'the file of a bulletin must be named after its day',
  hint: 'name it content/bulletins/yyyy-mm-dd.md',
  location: locationOfFile(file),
})

const noFrontMatter = ({ file, text }: SourceFile): Problem => ({
  code: 'front-matter-missing',
  severity: 'error',
  message: 'the bulletin has no front matter',
  hint: 'begin the file with a line ---, then title and order, then a line ---',
  location: locationInText(file, text, 0, 3),
})
