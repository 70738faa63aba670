// The two folders of an import: the old site's and the new one's, not one within the content of the other.

import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { failure, type Result, success } from '../domain/result.ts'
import type { ImportOptions } from '../import/import-archive.ts'

export const readImportFolders = (
  words: { readonly from?: string | undefined; readonly to?: string | undefined },
  folder: string,
): Result<Pick<ImportOptions, 'from' | 'to'>, string> => {
  if (words.from === undefined) return failure('Name the old site: --from <folder>.')
  const named = { from: resolve(folder, words.from), to: resolve(folder, words.to ?? '.') }
  if (!existsSync(named.from))
    return failure(`There is no folder or file ${words.from}; name the old site with --from.`)
  if (!statSync(named.to, { throwIfNoEntry: false })?.isDirectory())
    return failure(`There is no folder ${words.to}; name the site to write to with --to.`)
  // By whatever links they are named: one may lie in the other.
  const [from, to] = [realpathSync(named.from), realpathSync(named.to)]
  if (`${from}/`.startsWith(`${join(to, 'content')}/`))
    return failure(`${words.from} is part of the site that is imported into; name the old site with --from.`)
  return from === to
    ? failure('The archive and the site are the same folder; name another with --from or --to.')
    : success({ from, to })
}
