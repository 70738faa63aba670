// The story that an editor means: by its file, by an address, or by words of its headline.

import { isAbsolute, relative, sep } from 'node:path'
import { nearMiss } from '../domain/near-miss.ts'
import type { Site } from '../domain/newsroom.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { isStory, nameOf, readStoryFile, storyFolderOf } from '../domain/site-paths.ts'
import { addressKey, parseUrl, servedPath } from '../domain/web-address.ts'
import { readFrontMatter } from '../read/read-front-matter.ts'
import type { SourceFile } from '../read/read-source.ts'
import { parseInstant } from '../time/parse-instant.ts'
import { dayOf } from '../time/wire-time.ts'

type Stories = {
  readonly root: string
  readonly site: Pick<Site, 'url' | 'timezone'>
  /** Below a folder, or all. */
  readonly list: (folder?: string) => readonly string[]
  /** Null for a file that cannot be read. */
  readonly read: (file: string) => SourceFile | null
}

/** The fault says what to write instead. */
export const findStory = (word: string, stories: Stories): Result<string, string> => {
  if (/^https?:\/\//.test(word) || (word.startsWith('/') && !word.endsWith('.md')))
    return byAddress(word, stories)
  return /\.md$/.test(word) ? byFile(word, stories) : byHeadline(word, stories)
}

const byFile = (word: string, { root, list }: Stories): Result<string, string> => {
  const path = isAbsolute(word) ? relative(root, word) : word
  const file = path.replaceAll(sep, '/').replace(/^(?:\.\/)+/, '')
  const all = list()
  if (all.includes(file)) return success(file)
  const ends = all.filter(other => other.endsWith(`/${file}`))
  if (ends.length > 0) return oneOf(ends, `the name ${file}`, other => other)
  const names = all.filter(other => nameOf(other) === nameOf(file))
  const same = names.at(-1)
  const hint = same
    ? `did you mean ${same}?`
    : (nearMiss(file, all.filter(isStory)) ?? 'name it from content/ on')
  return failure(`there is no story ${file}; ${hint}`)
}

const byAddress = (word: string, stories: Stories): Result<string, string> => {
  const { site, list, read } = stories
  const url = parseUrl(word, site.url)
  if (url === null || url.host !== new URL(site.url).host)
    return failure(`${word} is no address of ${site.url}`)
  const path = servedPath(url.pathname)
  const [, day = ''] = /\/(\d{4}\/\d{2}\/\d{2})\//.exec(path) ?? []
  const slug = path.split('/').findLast(part => part !== '') ?? ''
  const isAt = (file: string) => {
    const source = read(file)
    // Only a story that names its last word can have it.
    const names = (text: string) => text.normalize('NFC').includes(slug.normalize('NFC'))
    if (source === null || !(names(file) || names(source.text))) return false
    return addressesOf(source, site.timezone).some(other => addressKey(other) === addressKey(path))
  }
  const found =
    (day === '' ? undefined : list(storyFolderOf(day.replaceAll('/', '-'))).find(isAt)) ?? list().find(isAt)
  return found === undefined ? failure(`no story has the address ${path}`) : success(found)
}

const addressesOf = (source: SourceFile, zone: string): readonly string[] => {
  const { section, date, slug, aliases } = fieldsOf(source)
  const at = parseInstant(date, zone)
  const name = readStoryFile(source.file)?.name
  const old = Array.isArray(aliases) ? aliases.filter(alias => typeof alias === 'string').map(aliasUrl) : []
  return at.ok ? [`/${section}/${dayOf(at.value, zone).replaceAll('-', '/')}/${slug ?? name}/`, ...old] : old
}

const byHeadline = (word: string, { list, read }: Stories): Result<string, string> => {
  const asked = wordsOf(word)
  const longest = asked.split(' ').toSorted((one, other) => other.length - one.length)[0] ?? ''
  if (longest === '') return failure('name the story: its file, its address, or words of its headline')
  const found = list().flatMap(file => {
    const source = read(file)
    if (source === null || !source.text.toLowerCase().includes(longest)) return []
    const title = String(fieldsOf(source).title ?? '')
    return ` ${wordsOf(title)} `.includes(asked) ? [{ file, title }] : []
  })
  if (found.length === 0)
    return failure(`no story has “${word}” in its headline; name its file or its address`)
  // The headline in full is that of no other that goes on.
  const exact = found.filter(({ title }) => wordsOf(title) === asked)
  const titles = new Map(found.map(({ file, title }) => [file, title]))
  return oneOf(
    (exact.length === 1 ? exact : found).map(({ file }) => file),
    `“${word}” in their headline`,
    file => `${file}  ${titles.get(file)}`,
  )
}

/** Punctuation and letter case tell no headlines apart. */
const wordsOf = (text: string): string =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')

const fieldsOf = (source: SourceFile): Readonly<Record<string, unknown>> => {
  const front = readFrontMatter(source)
  const value: unknown = front?.ok ? front.value.value : null
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const mostShown = 10

const oneOf = (
  files: readonly string[],
  common: string,
  show: (file: string) => string,
): Result<string, string> => {
  const [first] = files
  if (first !== undefined && files.length === 1) return success(first)
  const newest = files.toSorted().reverse()
  const more = files.length > mostShown ? `\n  and ${files.length - mostShown} more` : ''
  const lines = newest.slice(0, mostShown).map(file => `  ${show(file)}`)
  return failure(`${files.length} stories have ${common}; name one by its file:\n${lines.join('\n')}${more}`)
}
