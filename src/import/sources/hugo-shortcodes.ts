// What Hugo's shortcodes stand for, where that is plain: `{{< name … >}}` and `{{% name … %}}`.

import { asText } from '../fields/read-fields.ts'
import { pageOfEmbed } from '../text/embed-url.ts'
import { embedHtml, linkedHtml, pictureHtml } from '../text/html-piece.ts'
import type { TagContext } from './liquid-tags.ts'
import { readArguments } from './tag-arguments.ts'

/** The text that stands for a shortcode without an inside; null when its meaning is not plain. */
export const resolveShortcode = (name: string, rest: string, context: TagContext): string | null => {
  const { values, named } = readArguments(rest)
  const first = values[0]
  switch (name) {
    case 'ref':
    case 'relref': {
      const path = named.get('path') ?? first
      return path === undefined ? null : (context.pathOfPost(path) ?? path)
    }
    case 'figure':
    case 'img':
    case 'image': {
      const src = named.get('src') ?? first
      if (src === undefined) return null
      const caption = named.get('caption') ?? named.get('title') ?? null
      const picture = pictureHtml(src, named.get('alt') ?? values[1] ?? caption ?? '', caption)
      return linkedHtml(picture, named.get('link'))
    }
    case 'param':
      return asText(context.fields.get(first ?? ''))
    default: {
      const id =
        named.get('id') ??
        named.get('url') ??
        (name === 'gist' ? values.slice(0, 2).join('/') : (values[1] ?? first))
      const url = id === undefined ? null : pageOfEmbed(name, id)
      return url === null ? null : embedHtml(url, named.get('title') ?? null)
    }
  }
}
