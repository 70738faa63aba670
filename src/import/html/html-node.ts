// An element of HTML, as turndown hands it to the rules.

/** As much of an element as the rules need; turndown brings its own DOM. */
export type HtmlNode = {
  readonly nodeName: string
  readonly textContent: string | null
  readonly innerHTML: string
  readonly parentNode: HtmlNode | null
  readonly firstChild: HtmlNode | null
  readonly childNodes: ArrayLike<HtmlNode>
  readonly getAttribute: (name: string) => string | null
  readonly querySelectorAll: (selector: string) => ArrayLike<HtmlNode>
}
