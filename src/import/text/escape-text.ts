// Words of HTML as markdown that shows the same words: every sign that markdown would take for its own is escaped.

/** `turndownEscape` is turndown's own; `text` is one run of words, which may begin a line. An address stays as it is. */
export const escapeText = (text: string, turndownEscape: (text: string) => string): string =>
  text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMore(turndownEscape(part))))
    .join('')

/** What turndown leaves: tags, entities, struck words, and lists and headings that end with their sign. */
const escapeMore = (text: string): string =>
  text
    .replace(/<(?=[a-zA-Z/!?])/g, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')
    .replace(/(?<!\\)~(?=~)/g, '\\~')
    .replace(/^(\s*)(#{1,6}|\+)(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
