// Many addresses that one edit loses as one problem, with a count and the one line that keeps them all.

import type { Fault, Problem } from '../domain/problem.ts'
import { dataFiles, redirectsFile } from '../domain/site-paths.ts'
import type { LostAddress } from './lost-addresses.ts'

/** From so many on, a list is a wall. */
const many = 6

/** Those of one cause as one, where they are many: it keeps all their stories back. */
export const foldLost = (lost: readonly LostAddress[]): readonly Problem[] => {
  const causes = new Map<string | null, LostAddress[]>()
  for (const address of lost) {
    const cause = causeOf(address)
    const known = causes.get(cause)
    if (known === undefined) causes.set(cause, [address])
    else known.push(address)
  }
  return [...causes].flatMap(([cause, each]) => {
    const [first] = each
    if (first === undefined || cause === null || each.length < many) return each.map(({ problem }) => problem)
    const files = new Set(each.flatMap(({ problem }) => [problem.location.file, ...(problem.keepsToo ?? [])]))
    files.delete(first.problem.location.file)
    return [{ ...first.problem, ...faultOf(first, each.length), keepsToo: [...files] }]
  })
}

/** Null for one that has a cause of its own. */
const causeOf = ({ url, before, after }: LostAddress): string | null => {
  if (url !== before.url) return null
  if (after === null) return 'gone'
  if (after.section !== before.section) return `section ${before.section} ${after.section}`
  return after.day === before.day ? null : 'day'
}

const faultOf = ({ url, before, after }: LostAddress, count: number): Pick<Fault, 'message' | 'hint'> => {
  if (after === null)
    return {
      message: `the files of ${count} stories are gone that readers know, such as “${before.title}” at ${url}: their addresses would lead nowhere`,
      hint: `put the files back; or write a row for each into ${redirectsFile}, such as “${url}: gone”; or build with --allow-lost`,
    }
  const each = `give each story its old address, such as aliases: [${url}] in ${after.file}`
  if (after.section !== before.section)
    return {
      message: `${count} stories moved from the section “${before.section}” to “${after.section}”: the addresses that readers know, such as ${url}, would lead nowhere`,
      hint: `a section that only gets another name keeps its key: write “${before.section}: { name: … }” into ${dataFiles.sections}, and section: ${before.section} in the stories; or ${each}`,
    }
  return {
    message: `${count} stories moved to another day: the addresses that readers know, such as ${url}, would lead nowhere`,
    hint: `where the site's timezone changed, put it back in ${dataFiles.site}; or ${each}`,
  }
}
