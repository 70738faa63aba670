// Tags in square brackets that nobody here knows: each is in a note, and stays as text. "[sic]" is none.

import { readArguments } from '../../tags/tag-arguments.ts'
import type { TagLanguage } from '../../text/text-dialect.ts'

const pattern = /^\[(\/?)([a-z][\w-]*)((?:\s+[\w-]+\s*=\s*(?:"[^"\]]*"|'[^'\]]*'|[^\s\]"']+)){0,30})\s*\/?\]/i

/** As far as a closing tag is looked for. */
const reach = 20_000

export const unknownShortcodes: TagLanguage = {
  openings: ['['],
  read: (text, start) => {
    const [written = '', isEnd, name = '', values = ''] = pattern.exec(text.slice(start, start + 2000)) ?? []
    if (written === '') return null
    const end = start + written.length
    const other = isEnd === '' ? `[/${name}]` : `[${name}`
    const near = isEnd === '' ? text.slice(end, end + reach) : text.slice(Math.max(0, start - reach), start)
    if (values === '' && !near.includes(other)) return null
    const closing = new RegExp(`\\[/${name}\\s*\\]`, 'i')
    const call = { name, ...readArguments(values), label: `[${name}]`, closing, isEnd: isEnd !== '' }
    return { start, end, call, resolve: () => null }
  },
}
