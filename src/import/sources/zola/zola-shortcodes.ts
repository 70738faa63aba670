// Zola's shortcodes, where their meaning is plain: `{{ name(a="b") }}`, and `{% name(a="b") %} … {% end %}`.

import { meaningOfShortcode } from '../../tags/hugo-shortcodes.ts'
import { readTag } from '../../tags/read-tag.ts'
import { readArguments } from '../../tags/tag-arguments.ts'
import type { TagLanguage } from '../../text/text-dialect.ts'

export const zolaShortcodes: TagLanguage = {
  openings: ['{{', '{%'],
  read: (text, start) => {
    const isPair = text[start + 1] === '%'
    const tag = readTag(text, start, 2, isPair ? '%}' : '}}')
    if (tag === null) return null
    const { end } = tag
    // Shown instead of called.
    const shown = /^\/\*([\s\S]*)\*\/$/.exec(tag.inside)?.[1]
    if (shown !== undefined) {
      const written = isPair ? `{%${shown}%}` : `{{${shown}}}`
      return { start, end, resolve: () => ({ text: written, end }) }
    }
    const call = /^(\w+)\(([\s\S]*)\)$/.exec(tag.inside)
    if (call === null && !(isPair && tag.inside === 'end')) return null
    const [, name = '', rest = ''] = call ?? []
    const label = call === null ? '{% end %}' : isPair ? `{% ${name}() %}` : `{{ ${name}() }}`
    const closing = isPair ? /\{%-?\s*end\s*-?%\}/ : /(?!)/
    return {
      ...{ start, end },
      call: { name, ...readArguments(rest), label, closing, isEnd: call === null },
      resolve: context => {
        if (context.isCode || isPair) return null
        const meaning = meaningOfShortcode(name, readArguments(rest), context)
        return meaning === null ? null : { text: meaning, end }
      },
    }
  },
}
