// The digest of a layout: of its file, of all files that it includes, and of the facts that every layout sees.

import type { Layouts } from '../store/rows.ts'
import { digestOf } from '../system/digest.ts'

const includeTags = /\{%-?\s*(?:extends|include|import|from)\b([\s\S]*?)-?%\}/g

/** Any other expression has a value only while a page is rendered, and could name any layout. */
const plainName = /^\s*(?:"([^"]+)"|'([^']+)')\s*(?:$|(?:as|ignore|import|with|without)\s)/

/** The files that a layout includes, directly or not, itself among them, sorted. */
export const filesOfLayout = (layouts: Layouts, name: string): readonly string[] => {
  const found = new Set<string>()
  const visit = (next: string) => {
    const source = layouts.get(next)
    if (source === undefined || found.has(next)) return
    found.add(next)
    for (const [, included = ''] of source.matchAll(includeTags)) {
      const [isPlain, one, other] = plainName.exec(included) ?? []
      if (isPlain === undefined) for (const any of layouts.keys()) visit(any)
      else visit(one ?? other ?? '')
    }
  }
  visit(name)
  return [...found].sort()
}

/** `facts`: digest of the facts about the site and of the engine. */
export const createLayoutDigests = (layouts: Layouts, facts: string): ((layout: string) => string) => {
  const digests = new Map<string, string>()
  const digest = (name: string) => {
    const known = digests.get(name) ?? digestOf(layouts.get(name) ?? '')
    digests.set(name, known)
    return known
  }
  return layout =>
    digestOf([facts, ...filesOfLayout(layouts, layout).map(name => `${name} ${digest(name)}`)].join('\n'))
}
