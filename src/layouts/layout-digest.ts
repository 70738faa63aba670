// What the pages of a kind look like, as a digest: their layout with all that it draws in, and the facts that every layout sees.

import type { Layouts } from '../store/rows.ts'
import { digestOf } from '../system/digest.ts'

const drawing = /\{%-?\s*(?:extends|include|import|from)\b([\s\S]*?)-?%\}/g

/** All other names are only known while a page is rendered, and could be any layout's. */
const plainName = /^\s*(?:"([^"]+)"|'([^']+)')\s*(?:$|(?:as|ignore|import|with|without)\s)/

/** The layouts that one draws in, itself among them, sorted. */
export const closureOf = (layouts: Layouts, name: string): readonly string[] => {
  const found = new Set<string>()
  const visit = (next: string) => {
    const source = layouts.get(next)
    if (source === undefined || found.has(next)) return
    found.add(next)
    for (const [, drawn = ''] of source.matchAll(drawing)) {
      const [isPlain, one, other] = plainName.exec(drawn) ?? []
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
    digestOf([facts, ...closureOf(layouts, layout).map(name => `${name} ${digest(name)}`)].join('\n'))
}
