// The first words of a text in HTML: the headline of an item that has none.

import { textOfHtml } from '../text/plain-text.ts'

export const firstWords = (html: string): string => {
  const words = textOfHtml(html).split(' ').slice(0, 10).join(' ')
  return [...words].slice(0, 100).join('')
}
