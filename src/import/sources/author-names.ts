// The names behind the keys that stories give their authors by: from data files of people, and from pages of them.

import { join } from 'node:path'
import { membersOf, readDataFile } from '../fields/read-data-file.ts'
import { asMap, asText, type Fields, readFields } from '../fields/read-fields.ts'
import { readFrontMatter } from '../fields/read-front-matter.ts'
import type { Archive } from './archive.ts'

const dataFolders = ['.', 'src', 'content'].flatMap(folder => [`${folder}/_data`, `${folder}/data`])
const dataNames = ['authors', 'people', 'team', 'members', 'staff', 'contributors']

/** `_authors/jane.md`, `content/people/jane/index.md`, `src/content/authors/jane.json` */
const ofOnePerson =
  /(?:^|\/)_?(?:authors?|people|staff|team|members|contributors)\/([^/]+?)(?:\/_?index)?\.(mdx?|markdown|ya?ml|json)$/

export const authorNamesIn = (archive: Archive): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const add = (key: string | null, name: string | null) => {
    if (key !== null && name !== null && !names.has(key)) names.set(key, name)
  }
  const paths = dataFolders.flatMap(folder =>
    dataNames.flatMap(name => ['yml', 'yaml', 'json', 'toml'].map(ending => `${folder}/${name}.${ending}`)),
  )
  for (const [member, value] of paths.flatMap(path => membersOf(join(archive.root, path)))) {
    const person = asMap(value)
    if (person === null) add(member, asText(value))
    else for (const key of keysOf(person, member)) add(key, nameOf(person))
  }
  for (const { file } of archive.files) {
    const [, key, ending = ''] = ofOnePerson.exec(file) ?? []
    const person = key === undefined ? null : personIn(archive, file, ending)
    if (key !== undefined && person !== null)
      for (const each of keysOf(person, key)) add(each, nameOf(person))
  }
  return names
}

const personIn = ({ root, read }: Archive, file: string, ending: string): Fields | null => {
  if (!/^m/.test(ending)) return asMap(readDataFile(join(root, file)))
  const text = read(file)
  const parsed = text.ok ? readFrontMatter(text.value, () => {}) : text
  // What has a date is a story about people.
  return parsed.ok && !parsed.value.fields.has('date') ? parsed.value.fields : null
}

const nameOf = (person: Fields): string | null => {
  const reader = readFields(person)
  const parts = ['first_name', 'last_name'].map(part => reader.takeText(part))
  const joined = parts.every(part => part !== null) ? parts.join(' ') : null
  return reader.takeText('full_name', 'name', 'display_name') ?? joined ?? reader.takeText('title')
}

/** The first is the one by which its list or its folder names a person. */
const keysOf = (person: Fields, key: string): readonly string[] => {
  const own = ['id', 'key', 'username', 'short_name', 'slug', 'nickname'].map(name =>
    asText(person.get(name)),
  )
  return [...own.filter(text => text !== null), key]
}
