// The summary of a draft: what its front matter says of it, or its words before "more", or its first words.

import { findSummary } from './fields/find-summary.ts'
import { asText } from './fields/read-fields.ts'
import type { AddressIndex } from './links/address-index.ts'
import type { Draft } from './read-draft.ts'
import { type ArchiveKind, createArchiveMarkdown } from './text/archive-markdown.ts'
import { textOfHtml, textOfMarkdown } from './text/plain-text.ts'
import { resolveTemplateTags } from './text/resolve-template-tags.ts'
import { withoutTemplateTags } from './text/without-template-tags.ts'

const tagNote = 'A template tag was left out of the summary'

/** `body` is the turned one. Null when there is too little text. */
export const summaryOfDraft = (
  draft: Draft,
  body: string,
  kind: ArchiveKind,
  index: AddressIndex,
): string | null => {
  const markdown = createArchiveMarkdown(kind)
  const silent = { kind, markdown, fields: draft.fields, pathOfPost: index.byFile, addNote: () => {} }
  const untagged = (text: string) => withoutTemplateTags(text, kind, markdown)
  const resolved = (text: string) => {
    const plain = resolveTemplateTags(text, silent)
    const bare = untagged(plain)
    if (bare !== plain) draft.addNote(tagNote, plain)
    return bare
  }
  const written = [
    'summary',
    'description',
    'excerpt',
    'dek',
    'standfirst',
    'lead',
    'lede',
    'subtitle',
    'teaser',
    'abstract',
  ]
    .map(name => asText(draft.reader.take(name)))
    .filter(text => text !== null)
    .map(text => textOfHtml(markdown.renderInline(resolved(text))))
    .filter(text => text !== '')
  const [before, after] = draft.body.split(/<!--\s*(?:more|excerpt)\s*-->/i, 2)
  const opening =
    after === undefined ? [] : [textOfMarkdown(untagged(resolveTemplateTags(before ?? '', silent)), markdown)]
  const given = [...written, ...opening].filter(text => text !== '')
  return findSummary(
    given,
    textOfMarkdown(untagged(body), markdown),
    untagged(draft.title).trim(),
    draft.addNote,
  )
}
