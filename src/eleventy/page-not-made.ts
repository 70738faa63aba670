// Thrown when Eleventy fails: which page it was, if it says so, and what each of its nested errors says.

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
