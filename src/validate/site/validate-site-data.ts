// The facts about the site, from YAML files to plain data or to the problems in them.

import type * as z from 'zod/mini'
import { curlQuotes } from '../../domain/curl-quotes.ts'
import { labelIn, type NamesFile, namesFiles } from '../../domain/listing.ts'
import type { SiteData } from '../../domain/newsroom.ts'
import { errorAt, locationOfFile, type Problem } from '../../domain/problem.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { dataFiles, dataFolder, namesFileOf, stringsFileOf } from '../../domain/site-paths.ts'
import type { Strings } from '../../domain/strings.ts'
import { parseYaml } from '../../read/parse-yaml.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { findConflictMarkers } from '../find-conflict-markers.ts'
import { findCutTexts } from '../find-cut-texts.ts'
import { validateShape } from '../validate-shape.ts'
import { type Curl, completeNamed, completePerson, completeSite } from './complete-site-data.ts'
import { namesSchema, peopleSchema, sectionsSchema } from './entries-schemas.ts'
import { siteSchema } from './site-schema.ts'
import { stringsSchema } from './strings-schema.ts'

// A site without people.yaml or topics.yaml is whole: authors are plain names, topics are named by their keys.
const empty: SourceFile = { file: dataFolder, text: '{}' }

export const validateSiteData = (files: NewsroomFiles): Result<SiteData, readonly Problem[]> => {
  const site = readData(files.site, dataFiles.site, siteSchema, Object.keys(siteSchema.shape))
  const sections = readData(files.sections, dataFiles.sections, sectionsSchema)
  const people = readData(files.people ?? empty, dataFiles.people, peopleSchema)
  const names = namesFiles.map(name => readNames(name, files.names[name]))
  const strings = site.ok ? readStrings(files.strings, site.value.language) : success(null)
  if (
    !site.ok ||
    !sections.ok ||
    !people.ok ||
    !names.every(({ ok }) => ok) ||
    !strings.ok ||
    !strings.value
  ) {
    const results = [site, sections, people, ...names, strings]
    return failure(results.flatMap(result => (result.ok ? [] : result.fault)))
  }
  const curl: Curl = text => curlQuotes(text, site.value.language)
  return success({
    site: completeSite(site.value, curl),
    sections: Object.entries(sections.value).map(entry => completeNamed(entry, curl)),
    people: byKey(Object.entries(people.value).map(entry => completePerson(entry, curl))),
    names: Object.fromEntries(
      names.flatMap((read, at) =>
        read.ok
          ? [[namesFiles[at], byKey(Object.entries(read.value).map(entry => completeNamed(entry, curl)))]]
          : [],
      ),
    ) as SiteData['names'],
    strings: strings.value,
  })
}

const byKey = <Item extends { readonly key: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map(item => [item.key, item]))

type WrittenNames = z.infer<typeof sectionsSchema>

const readNames = (names: NamesFile, source: SourceFile | null): Result<WrittenNames, readonly Problem[]> =>
  readData(source ?? empty, namesFileOf(names), namesSchema(labelIn(names)))

/** "mr-IN" is said in the words of mr-IN.yaml or, if there is none, of mr.yaml. */
const readStrings = (
  sources: readonly SourceFile[],
  language: string,
): Result<Strings, readonly Problem[]> => {
  const names = [language, new Intl.Locale(language).language].map(stringsFileOf)
  const source = names.map(name => sources.find(({ file }) => file === name)).find(found => found)
  if (source) return readData(source, source.file, stringsSchema(language), [], 'all')
  return failure([missingStrings(language, names.at(-1) as string)])
}

const readData = <Value>(
  source: SourceFile | null,
  file: string,
  schema: z.ZodMiniType<Value>,
  fields: readonly string[] = [],
  texts: ReadonlySet<string> | 'all' = textFields,
): Result<Value, readonly Problem[]> => {
  if (source === null) return failure([missingFile(file)])
  const conflicts = findConflictMarkers(source)
  if (conflicts.length > 0) return failure(conflicts)
  const yaml = parseYaml({ ...source, start: 0, yaml: source.text })
  if (!yaml.ok) return failure([yaml.fault])
  // Few files hold a #; a long one without is not searched text by text.
  const cuts = /\s#\S/.test(source.text) ? findCutTexts(yaml.value, { texts, allowComments: true }) : []
  return cuts.length > 0 ? failure(cuts) : validateShape(schema, yaml.value, fields)
}

/** Comments behind them are common in these files, so only what cannot be one is a fault. */
const textFields: ReadonlySet<string> = new Set([
  'name',
  'title',
  'tagline',
  'shortName',
  'description',
  'role',
  'bio',
  'text',
  'address',
])

const missingStrings = (language: string, file: string): Problem =>
  errorAt(locationOfFile(file), {
    code: 'strings-missing',
    message: `there is no file of texts in the site's language, ${language}`,
    hint: `copy another file of _data/strings/ to ${file} and translate it`,
  })

const missingFile = (file: string): Problem =>
  errorAt(locationOfFile(file), {
    code: 'file-missing',
    message: `${file} is missing or not readable`,
    hint: 'copy it from the demonstration site and change it',
  })
