// A template tag as it stands in a text: `{% … %}`, `{{ … }}`, `{{< … >}}` or `{{% … %}}`.

import type { ArchiveKind } from '../text/archive-markdown.ts'

export type TemplateTag = {
  readonly name: string
  readonly rest: string
  readonly end: number
  readonly kind: 'tag' | 'output' | 'shortcode'
}

/** Null when no tag of this kind of site begins at `at`. */
export const readTemplateTag = (text: string, at: number, kind: ArchiveKind): TemplateTag | null => {
  const opening = text.slice(at, at + 3)
  const isShortcode = opening === '{{<' || opening === '{{%'
  if (!isShortcode && (kind === 'hugo' || !/^\{[%{]/.test(opening))) return null
  const closing = isShortcode ? (opening === '{{<' ? '>}}' : '%}}') : opening[1] === '%' ? '%}' : '}}'
  const close = text.indexOf(closing, at + 2)
  if (close === -1) return null
  const inside = text.slice(at + (isShortcode ? 3 : 2), close)
  if (/\n[ \t]*\n/.test(inside)) return null
  const end = close + closing.length
  const bare = inside.replace(/^-|-$/g, '').trim()
  if (!isShortcode && opening[1] === '{') return { name: '', rest: bare, end, kind: 'output' }
  const [, name = '', rest = ''] = /^(\/\*|\/?[\w.-]*)([\s\S]*)$/.exec(bare) ?? []
  return { name, rest, end, kind: isShortcode ? 'shortcode' : 'tag' }
}
