// Two things at one place: an old address that a section has taken since, a static file or a plain page where a page goes.

import type { Newsroom } from '../domain/newsroom.ts'
import { type Problem, placeOfFile } from '../domain/problem.ts'
import { outputPathOf } from './output-path.ts'
import type { Plan } from './plan-site.ts'

type Claim = { readonly output: string; readonly what: string; readonly file: string | null }

type Others = Pick<Newsroom, 'staticFiles' | 'plainPages'>

/** Letter case does not tell places apart: some disks ignore it. */
export const findConflicts = (
  { pages, pictures }: Plan,
  { staticFiles, plainPages }: Others,
): readonly Problem[] => {
  const claims: readonly Claim[] = [
    ...staticFiles.map(file => ({ output: file, what: `the file ${file}`, file: `content/static/${file}` })),
    ...pictures.map(({ from, to }) => ({ output: to, what: `the picture ${from}`, file: from })),
    ...plainPages.map(({ title, url }) => ({
      output: outputPathOf(url),
      what: `the page “${title}”`,
      file: null,
    })),
    ...pages.map(({ output, kind, url, file }) => ({ output, what: `the ${kind} page ${url}`, file })),
  ]
  const owners = new Map<string, Claim>()
  const folders = new Map<string, Claim>()
  for (const claim of claims) for (const folder of foldersOf(claim)) folders.set(folder, claim)
  return claims.flatMap((claim): Problem[] => {
    const owner = owners.get(placeOf(claim)) ?? folders.get(placeOf(claim))
    if (!owners.has(placeOf(claim))) owners.set(placeOf(claim), claim)
    return owner === undefined ? [] : [conflict(owner, claim)]
  })
}

const placeOf = ({ output }: Claim): string => output.normalize('NFC').toLowerCase()

/** "a/b/c.html" → "a", "a/b" */
const foldersOf = (claim: Claim): readonly string[] => {
  const place = placeOf(claim)
  return [...place.matchAll(/\//g)].map(({ index }) => place.slice(0, index))
}

const conflict = (owner: Claim, claim: Claim): Problem => ({
  code: 'url-taken',
  severity: 'error',
  message: `${owner.what} and ${claim.what} would stand at one place`,
  hint: 'remove the alias or the static file, or give the story another slug',
  place: placeOfFile(owner.file ?? claim.file ?? `_site/${claim.output}`),
})
