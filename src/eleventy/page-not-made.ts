// Thrown when Eleventy fails: which page it was, if it says so, and what each of its nested errors says.

import { contentFolder, layoutFileOf } from '../domain/site-paths.ts'
import { missingValueIn } from '../layouts/layout-environment.ts'

type Nested = Error & { readonly originalError?: Error }

export class PageNotMade extends Error {
  /** The page's address, or the template's file below content/. */
  readonly page: string | null
  /** The innermost error's message, as it is, and the stack with the files that it went through. */
  readonly reason: string
  readonly trace: string

  constructor(message: string, page: string | null, innermost: Nested) {
    super(message)
    this.page = page
    this.reason = innermost.message
    this.trace = innermost.stack ?? ''
  }
}

/** Eleventy's errors stand one inside the other: the last one says what is wrong. */
export const innermostOf = (error: Nested): Error => {
  let inner: Nested = error
  while (inner.originalError) inner = inner.originalError
  return inner
}

const inContent = new RegExp(`from "\\./${contentFolder}/([^"]+)"`)

/** The innermost of Eleventy's nested errors says what is wrong; the outermost which page it was. */
export const pageNotMadeBy = (error: Nested): PageNotMade => {
  const page = inContent
    .exec(error.message)?.[1]
    ?.replace(/^dateline\/(.*)\.md$/, (_all, url: string) => decodeURIComponent(url))
  const inner = innermostOf(error)
  const reason = inner.message
    .replace(/^Template render error: /, '')
    .replace(`./${contentFolder}/_layouts/`, layoutFileOf(''))
    .replace(/\s*\n\s*/g, ': ')
  const message = `Eleventy could not make ${page ?? 'the pages'}: ${missingValueIn(reason) ?? reason}`
  return new PageNotMade(message, page ?? null, inner)
}
