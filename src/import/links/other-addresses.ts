// Addresses that are given in the site already: to stories that came from elsewhere, and by rows of redirects.yaml.

import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { aliasUrl } from '../../domain/site-addresses.ts'
import { isStory, redirectsFile, storyFolder } from '../../domain/site-paths.ts'
import { addressKey } from '../../domain/web-address.ts'
import { splitFrontMatter } from '../../read/split-front-matter.ts'
import { exists, listFiles, readText } from '../../system/files.ts'
import { asMap, asText, asTexts, type Fields } from '../fields/read-fields.ts'
import type { ImportedFiles } from '../imported-files.ts'

type OtherAddresses = {
  readonly isOfStory: (path: string) => boolean
  readonly isOfRow: (path: string) => boolean
}

/** `items`: those of the archive, whose stories keep what they have. */
export const createOtherAddresses = (
  site: string,
  items: ReadonlySet<string>,
  { archiveOf }: Pick<ImportedFiles, 'archiveOf'>,
): OtherAddresses => {
  const rows = new Set(rowsOf(site).map(keyOf))
  const stories = new Set<string>()
  const files = exists(join(site, storyFolder)) ? listFiles(site, storyFolder).filter(isStory) : []
  for (const file of files) {
    const archive = archiveOf(file)
    if (archive === 'this') continue
    const fields = fieldsOf(readText(join(site, file)))
    const item = asText(asMap(fields.get('imported'))?.get('from'))
    if (archive === 'unknown' && item !== null && items.has(item)) continue
    for (const path of addressesOf(file, fields)) stories.add(keyOf(path))
  }
  return { isOfStory: path => stories.has(keyOf(path)), isOfRow: path => rows.has(keyOf(path)) }
}

const keyOf = (path: string): string => addressKey(aliasUrl(path))

const rowsOf = (site: string): readonly string[] => [
  ...mapIn(exists(join(site, redirectsFile)) ? readText(join(site, redirectsFile)) : null).keys(),
]

const addressesOf = (file: string, fields: Fields): readonly string[] => {
  const path = file.slice(storyFolder.length + 1).replace(/\.md$/, '')
  const slug = asText(fields.get('slug'))
  const own = slug === null ? path : path.replace(/[^/]*$/, slug)
  return [`/${asText(fields.get('section'))}/${own}/`, ...asTexts(fields.get('aliases'), null)]
}

const fieldsOf = (text: string | null): Fields => mapIn(splitFrontMatter(text ?? '')?.yaml ?? null)

/** What cannot be read is a problem of the next build. */
const mapIn = (yaml: string | null): Fields => {
  try {
    return asMap(load(yaml ?? '', { schema: CORE_SCHEMA })) ?? new Map()
  } catch {
    return new Map()
  }
}
