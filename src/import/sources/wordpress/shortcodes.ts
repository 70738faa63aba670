// Tags in square brackets, as WordPress has them: [gallery ids="1,2"], [caption]…[/caption].

import { findCodeInHtml } from '../../html/find-code-in-html.ts'
import { type CodeRange, codeAt } from '../../text/find-code.ts'

export type Shortcode = {
  readonly name: string
  readonly values: readonly string[]
  readonly named: ReadonlyMap<string, string>
  /** What stands between it and its closing tag, and null where it has none. */
  readonly inside: string | null
}

/** Two brackets show a tag instead of calling it. */
const opening = /\[(\[?)([a-z][\w-]*)((?:[\s=/](?:"[^"]{0,5000}"|'[^']{0,5000}'|[^\]"'])*|["'])?)\](\]?)/gi

/** Each tag becomes what `replace` gives for it, and stays where that is null. Tags in code stay. */
export const replaceShortcodes = (html: string, replace: (tag: Shortcode) => string | null): string => {
  if (!html.includes('[')) return html
  const code = findCodeInHtml(html)
  const ends = indexEnds(html, code)
  let result = ''
  let done = 0
  for (const { 0: written, 1: before, 2: name = '', 3: rest = '', 4: behind, index } of html.matchAll(
    opening,
  )) {
    if (index < done || codeAt(code, index) !== null) continue
    if (before !== '' && behind !== '') {
      result += html.slice(done, index) + written.slice(1, -1)
      done = index + written.length
      continue
    }
    const from = index + written.length - (behind ?? '').length
    const end = /\/\s*$/.test(rest) ? undefined : ends(name.toLowerCase(), from)
    const inside = end === undefined ? null : html.slice(from, end.start)
    const text = replace({ name: name.toLowerCase(), ...argumentsIn(rest), inside })
    if (text === null) continue
    result += html.slice(done, index + (before ?? '').length) + text
    done = end?.end ?? from
  }
  return result + html.slice(done)
}

/** Where the next closing tag of a name stands. */
const indexEnds = (html: string, code: readonly CodeRange[]) => {
  const byName = new Map<string, { readonly start: number; readonly end: number }[]>()
  for (const { 0: written, 1: name = '', index } of html.matchAll(/\[\/([a-z][\w-]*)\s*\]/gi)) {
    if (codeAt(code, index) !== null) continue
    const all = byName.get(name.toLowerCase()) ?? []
    byName.set(name.toLowerCase(), all)
    all.push({ start: index, end: index + written.length })
  }
  return (name: string, from: number) => {
    const all = byName.get(name) ?? []
    while ((all[0]?.start ?? Number.POSITIVE_INFINITY) < from) all.shift()
    return all[0]
  }
}

const argument = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+)/g

/** `[youtube=https://…]` is an old spelling. Editors have turned quotes into typographic ones. */
const argumentsIn = (text: string): Pick<Shortcode, 'values' | 'named'> => {
  const values: string[] = []
  const named = new Map<string, string>()
  const plain = text
    .replace(/^=/, '')
    .replace(/\/\s*$/, '')
    .replace(/[“”„″»]|&(?:#8220|#8221|#8243|quot);/g, '"')
    .replace(/&amp;|&#0?38;/g, '&')
  for (const [, name, double, single, bare, ...values3] of plain.matchAll(argument)) {
    const value = double ?? single ?? bare
    if (name !== undefined && value !== undefined) named.set(name.toLowerCase(), value)
    else values.push(values3.find(each => each !== undefined) ?? '')
  }
  return { values, named }
}
