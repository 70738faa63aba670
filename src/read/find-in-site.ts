// Where words of a page come from that its story does not have: site data, a layout, a page of the newsroom's own, or another story.

import { join } from 'node:path'
import { type Found, findAlone, findSpelling } from '../domain/find-words.ts'
import { type Location, locationInText } from '../domain/problem.ts'
import { bulletinFolder, dataFolder, layoutFolder, pageFolder, storyFolder } from '../domain/site-paths.ts'
import { listFiles, readText } from '../system/files.ts'
import { parseYaml, type YamlDocument } from './parse-yaml.ts'
import { splitFrontMatter } from './split-front-matter.ts'

type Source = { readonly file: string; readonly text: string }

const textFile = /\.(?:njk|ya?ml|json|[cm]?js|html?|css|md|markdown|liquid)$/

/** Each reads the whole archive, which may be large. */
const mostSearches = 20

/** Each looks through all data and layouts. Nobody mends more problems at once. */
const mostQuestions = 1000

/** Reads the files when it is first asked; those of the archive one by one, when no other has an address. */
export const createFindInSite = (root: string): ((spellings: readonly string[]) => Location | null) => {
  const filesIn = (folder: string) => listFiles(root, folder).filter(file => textFile.test(file))
  const read = (file: string): Source => ({ file, text: readText(join(root, file)) ?? '' })
  let known: readonly Source[] | null = null
  let [questions, searches] = [0, 0]
  const archiveFor = (spellings: readonly string[]) =>
    spellings.some(words => words.includes('/')) && searches++ < mostSearches
      ? [bulletinFolder, storyFolder].flatMap(filesIn)
      : []
  return spellings => {
    if (questions++ >= mostQuestions) return null
    known ??= [dataFolder, layoutFolder, pageFolder].flatMap(filesIn).map(read)
    return (
      findFirst(known, source => located(source, findAlone(source.text, spellings))) ??
      findFirst(known, source => findInYaml(source, spellings)) ??
      findFirst(known, source => located(source, findSpelling(source.text, spellings))) ??
      findFirst(archiveFor(spellings), file => {
        const source = read(file)
        return located(source, findAlone(source.text, spellings)) ?? findInYaml(source, spellings)
      })
    )
  }
}

const findFirst = <Item>(items: readonly Item[], find: (item: Item) => Location | null): Location | null => {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}

const located = ({ file, text }: Source, found: Found | null): Location | null =>
  found && locationInText(file, text, found.at, found.length)

/** YAML may write letters by their numbers, and break lines. */
export const findInYaml = (source: Source, spellings: readonly string[]): Location | null => {
  const document = documentOf(source)
  return document && findInValue(document, document.value, [], spellings)
}

const documents = new WeakMap<Source, YamlDocument | null>()

/** Parsed once, as a site may have a thousand broken links; null where all values stand in the text as they are. */
const documentOf = (source: Source): YamlDocument | null => {
  const known = documents.get(source)
  if (known !== undefined) return known
  const { file, text } = source
  const front = /\.ya?ml$/.test(file) ? { yaml: text, yamlStart: 0 } : splitFrontMatter(text)
  const isPlain = front === null || !/\\|\n\s+\S/.test(front.yaml)
  const parsed = isPlain ? null : parseYaml({ file, text, start: front.yamlStart, yaml: front.yaml })
  const document = parsed?.ok ? parsed.value : null
  documents.set(source, document)
  return document
}

const findInValue = (
  document: YamlDocument,
  value: unknown,
  path: readonly (string | number)[],
  spellings: readonly string[],
): Location | null => {
  if (typeof value === 'string') return findAlone(value, spellings) && document.locationOf(path, 'value')
  if (typeof value !== 'object' || value === null) return null
  const isList = Array.isArray(value)
  return findFirst(Object.entries(value), ([key, inner]) =>
    findInValue(document, inner, [...path, isList ? Number(key) : key], spellings),
  )
}
