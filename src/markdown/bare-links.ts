// A full address in the text becomes a link; a name that only looks like an address does not.

import type { MarkdownIt } from 'markdown-it'

export const addBareLinks = (markdown: MarkdownIt): void => {
  const { linkify } = markdown
  linkify.set({ fuzzyLink: false, fuzzyEmail: false })
  const search = linkify.test.bind(linkify)
  // The search takes longer than all the rest of a paragraph, and hardly any paragraph contains an address.
  linkify.test = text => (text.includes('//') || /:\S/.test(text)) && search(text)
  // As it is copied from the source of a page: https://bulletin.example/?a=1&amp;b=2
  const { normalizeLink, normalizeLinkText } = markdown
  markdown.normalizeLink = address => normalizeLink(withoutEntity(address))
  markdown.normalizeLinkText = address => normalizeLinkText(withoutEntity(address))
}

const withoutEntity = (address: string): string => address.replaceAll('&amp;', '&')
