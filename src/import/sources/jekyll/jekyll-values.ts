// The data that the texts of a Jekyll site may name: `site`, with its configuration and `_data`, and `page`.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readDataFile } from '../../fields/read-data-file.ts'
import { asMap, asText, type Fields } from '../../fields/read-fields.ts'
import type { LiquidScope } from '../../tags/liquid-values.ts'
import type { Archive } from '../archive.ts'
import { listFolder } from '../list-folder.ts'

// https://jekyllrb.com/docs/variables/
const madeBySite =
  /^(?:time|pages|posts|related_posts|static_files|html_pages|html_files|collections|data|documents|categories|tags|github)$/
const madeByPage =
  /^(?:content|excerpt|url|date|id|next|previous|path|name|dir|collection|relative_path|ext|slug|categories|tags)$/

/** For each story by its fields. */
export const jekyllScopes = ({ root }: Archive, config: Fields): ((fields: Fields) => LiquidScope) => {
  let data: unknown
  const site = {
    ...Object.fromEntries(config),
    // Links are known by their paths.
    url: '',
    baseurl: '',
    get data() {
      data ??= dataOf(join(root, asText(config.get('data_dir')) ?? '_data'))
      return data
    },
  }
  const collections = new Set(asMap(config.get('collections'))?.keys())
  const mayHave = ([root, name = '']: readonly string[]): boolean =>
    root === 'site'
      ? madeBySite.test(name) || collections.has(name)
      : root === 'page' && madeByPage.test(name)
  return fields => {
    const { date: _, ...page } = Object.fromEntries(fields)
    return { names: { site, page, jekyll: { environment: 'production' } }, mayHave }
  }
}

/** Folders are members that have members. A file that cannot be read is no member. */
const dataOf = (folder: string): Readonly<Record<string, unknown>> => {
  const data: Record<string, unknown> = {}
  for (const { file } of existsSync(folder) ? listFolder(folder, null) : []) {
    const path = /^((?:[\w-]+\/)*)([\w-]+)\.(?:ya?ml|json)$/.exec(file)
    const value = path === null ? null : readDataFile(join(folder, file))
    if (path === null || value === null) continue
    const folders = (path[1] ?? '').split('/').filter(Boolean)
    if ([...folders, path[2]].includes('__proto__')) continue
    const into = folders.reduce<Record<string, unknown>>((at, name) => {
      const inner = Object.hasOwn(at, name) ? at[name] : {}
      const next = (typeof inner === 'object' && inner !== null ? inner : {}) as Record<string, unknown>
      at[name] = next
      return next
    }, data)
    into[path[2] ?? ''] = value
  }
  return data
}
