// Which generator an archive was written for: it decides where stories lived, and what tags mean.

import type { ArchiveKind } from '../text/archive-markdown.ts'

/** `texts` are the candidates' texts by path; `files` are all paths. */
export const detectKind = (files: readonly string[], texts: ReadonlyMap<string, string>): ArchiveKind => {
  const has = (form: RegExp) => files.some(file => form.test(file))
  if (has(/(?:^|\/)(?:\.?eleventy(?:\.config)?\.[cm]?js|[^/]*\.11tydata\.(?:[cm]?js|json))$/))
    return 'eleventy'
  if (
    has(/^(?:hugo\.(?:toml|ya?ml|json)$|config\.toml$|archetypes\/|config\/_default\/)|(?:^|\/)_index\.md$/)
  )
    return 'hugo'
  if (has(/^_config\.ya?ml$|(?:^|\/)_(?:posts|drafts|layouts)\//)) return 'jekyll'
  const all = [...texts.values()]
  const share = (form: RegExp) => all.filter(text => form.test(text)).length / Math.max(1, all.length)
  if (share(/^\s*\+\+\+|\{\{[<%]/) > 0.2) return 'hugo'
  const dated = [...texts.keys()].filter(file => /(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]+$/.test(file)).length
  return dated > texts.size / 2 && share(/\{% post_url|\{\{ ?site\.|^layout: post/m) > 0
    ? 'jekyll'
    : 'eleventy'
}
