// A fault of a rendered page, before anybody knows which file a person must correct.

export type PageFault = {
  /** Default: an error. */
  readonly severity?: 'warning'
  readonly code: string
  readonly message: string
  readonly hint: string
  /** Where it is in the page's HTML, XML or JSON. */
  readonly offset: number
  /** The words of the page that are at fault, where the story may contain them too: "/nowhere/". */
  readonly words?: string
  /** Of all that stands on the page, so that the story's text or the site's data must change. */
  readonly isOfAll?: boolean
}
