// The facts about the site, from YAML files to plain data or to the problems in them.

import type * as z from 'zod/mini'
import type { Person, Section, SiteData, Topic } from '../domain/newsroom.ts'
import { type Problem, placeOfFile } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { parseYaml } from '../read/parse-yaml.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import type { SourceFile } from '../read/read-source.ts'
import { checkShape } from './check-shape.ts'
import { peopleSchema, sectionsSchema, siteSchema, topicsSchema } from './site-schema.ts'

// A site without people.yaml or topics.yaml is whole: authors are plain names, topics are named by their keys.
const empty: SourceFile = { file: '_data', text: '{}' }

export const validateSiteData = (files: NewsroomFiles): Result<SiteData, readonly Problem[]> => {
  const site = readData(files.site, '_data/site.yaml', siteSchema, Object.keys(siteSchema.shape))
  const sections = readData(files.sections, '_data/sections.yaml', sectionsSchema)
  const people = readData(files.people ?? empty, '_data/people.yaml', peopleSchema)
  const topics = readData(files.topics ?? empty, '_data/topics.yaml', topicsSchema)
  if (!site.ok || !sections.ok || !people.ok || !topics.ok) {
    return failure([site, sections, people, topics].flatMap(result => (result.ok ? [] : result.fault)))
  }
  const { tagline = null, contact, app, ...rest } = site.value
  return success({
    site: {
      ...rest,
      tagline,
      contact: { email: contact.email, phone: contact.phone ?? null, address: contact.address ?? null },
      app: app
        ? { name: app.name, text: app.text, ios: app.ios ?? null, android: app.android ?? null }
        : null,
    },
    sections: Object.entries(sections.value).map(
      ([key, { name, description = null }]): Section => ({ key, name, description }),
    ),
    people: new Map(
      Object.entries(people.value).map(
        ([key, { name, role = null, bio = null, email = null }]): [string, Person] => [
          key,
          { key, name, role, bio, email },
        ],
      ),
    ),
    topics: new Map(
      Object.entries(topics.value).map(([key, { name, description = null }]): [string, Topic] => [
        key,
        { key, name, description },
      ]),
    ),
  })
}

const readData = <Value>(
  source: SourceFile | null,
  file: string,
  schema: z.ZodMiniType<Value>,
  fields: readonly string[] = [],
): Result<Value, readonly Problem[]> => {
  if (source === null) return failure([missingFile(file)])
  const yaml = parseYaml({ ...source, start: 0, yaml: source.text })
  return yaml.ok ? checkShape(schema, yaml.value, fields) : failure([yaml.fault])
}

const missingFile = (file: string): Problem => ({
  code: 'file-missing',
  severity: 'error',
  message: `there is no readable ${file}`,
  hint: 'copy the one of the demonstration site and change it',
  place: placeOfFile(file),
})
