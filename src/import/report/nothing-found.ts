// What is said where an archive holds nothing that could be a story: most often it is packed, or another folder was meant.

import type { ReportedFile } from './import-report.ts'

/** Null where there is something. `from`: as the command was given it. */
export const nothingFound = (files: readonly ReportedFile[], from: string): string | null => {
  if (files.some(({ status }) => status !== 'skipped')) return null
  const packed = files.map(({ file }) => file).filter(file => packedName.test(file))
  const [first] = packed
  if (first !== undefined)
    return `There is no story in ${from}. ${first} is packed: unpack it${packed.length === 1 ? '' : ' and the others like it'}, and name what comes out with --from.`
  return `There is no story in ${from}: no markdown, no HTML, no export and no feed. Name the folder of the old site, or its export, with --from.`
}

const packedName = /\.(?:zip|gz|tgz|bz2|xz|tar|7z|rar|zst|wpress)$/i
