// A full address in the text becomes a link; a name that only looks like an address does not.

import type { MarkdownIt } from 'markdown-it'

export const addBareLinks = (markdown: MarkdownIt): void => {
  const { linkify } = markdown
  linkify.set({ fuzzyLink: false, fuzzyEmail: false })
  const search = linkify.test.bind(linkify)
  // The search takes longer than all the rest of a paragraph, and hardly any paragraph contains an address.
  linkify.test = text => (text.includes('//') || /:\S/.test(text)) && search(text)
}
