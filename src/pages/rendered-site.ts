// What rendering made, as the checks see it: nothing of it is published yet.

/** `output` is relative to the published folder; `url` is the page's path on the site. */
export type RenderedPage = { readonly url: string; readonly output: string; readonly content: string }

/** `template`: the newsroom's file that says how, relative to the site's root; of planned pages it is on no disk. */
export type MadePage = RenderedPage & { readonly template: string }
