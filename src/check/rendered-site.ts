// What rendering made, as the checks see it: nothing of it is published yet.

/** `output` is relative to the published folder; `url` is the page's path on the site. */
export type RenderedPage = { readonly url: string; readonly output: string; readonly content: string }
