// The summary of a draft: from its front matter, else its words before "more", else its first words.

import type { MarkdownIt } from 'markdown-it'
import { findSummary, shortestSummary } from './fields/find-summary.ts'
import { deckNames } from './fields/other-names.ts'
import { asText } from './fields/read-fields.ts'
import { findCodeInHtml } from './html/find-code-in-html.ts'
import type { Draft } from './read-draft.ts'
import { resolveTags, withoutTags } from './tags/resolve-tags.ts'
import { createArchiveMarkdown } from './text/archive-markdown.ts'
import { findCode } from './text/find-code.ts'
import { ownWordsOfMarkdown, sentencesOfHtml, textOfHtml, textOfMarkdown } from './text/plain-text.ts'
import type { TagRules, TextDialect } from './text/text-dialect.ts'

const fieldNames = [
  ...['summary', ...deckNames, 'description', 'excerpt', 'teaser', 'abstract', 'blurb'],
  ...['meta_description', 'seo_description', 'og_description'],
]

const tagNote = 'Removed a template tag from the summary'

/** `written` is the body as the archive has it, `body` the converted one. */
export const summaryOfDraft = (
  draft: Draft,
  written: string,
  body: string,
  dialect: TextDialect,
  known: Pick<TagRules, 'fieldText' | 'addressOfFile' | 'meanings' | 'values'>,
): string => {
  const markdown = createArchiveMarkdown(dialect)
  // Notes on tags in the body are added when the body is converted.
  const context = { ...known, format: draft.format, addNote: () => {} }
  const codeInMarkdown = (text: string) => findCode(text, markdown)
  const isHtml = draft.format === 'html'
  const codeIn = isHtml ? findCodeInHtml : codeInMarkdown
  const resolved = (text: string) => resolveTags(text, dialect.tags, codeIn, context)
  const untagged = (text: string) => withoutTags(text, dialect.tags, codeIn)
  const sentencesOf = (text: string) => (isHtml ? sentencesOfHtml(text) : textOfMarkdown(text, markdown))
  const inField = (text: string) => {
    const plain = resolved(text)
    const bare = untagged(plain)
    if (bare !== plain) draft.addNote(tagNote, plain)
    return textOfHtml(isHtml ? bare : markdown.renderInline(bare))
  }
  const inFields = fieldNames
    .map(name => asText(draft.reader.take(name)))
    .filter(text => text !== null)
    .map(inField)
  const [before = '', after] = written.split(/<!--\s*(?:more|excerpt)\s*-->/i, 2)
  const opening = after === undefined ? [] : [sentencesOf(untagged(resolved(before)))]
  const words = firstWords(withoutTags(body, dialect.tags, codeInMarkdown), markdown)
  return findSummary(
    [...inFields, ...opening].filter(text => text !== ''),
    // Its tags are words by now.
    isHtml ? withoutTags(words, dialect.tags, () => []) : words,
    untagged(draft.title).trim(),
    draft.addNote,
  )
}

/** Quotations and lists only where there is little else. */
const firstWords = (body: string, markdown: MarkdownIt): string => {
  const own = ownWordsOfMarkdown(body, markdown)
  return [...own].length >= shortestSummary ? own : textOfMarkdown(body, markdown)
}
