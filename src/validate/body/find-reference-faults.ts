// Lines such as `[Update]: closed`: to markdown they name the address of a link, and readers see nothing of them.

import type { Env, MarkdownIt } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

/** A line that names an address. */
export type Definition = {
  /** As markdown compares it. */
  readonly label: string
  /** Counts from 0 in the text, end-exclusive. */
  readonly lines: readonly [number, number]
}

type References = {
  readonly definitions: readonly Definition[]
  /** The labels that links lead to. */
  readonly used: ReadonlySet<string>
}

const none: References = { definitions: [], used: new Set() }

/** `env`: of a text that was read by a reader that keeps references. */
export const referencesOf = (env: Env): References =>
  (env as { readonly referencesMet?: References }).referencesMet ?? none

/** Makes a markdown reader remember what names an address, and which of them links ask for. */
export const keepReferences = (markdown: MarkdownIt): void => {
  markdown.core.ruler.after('block', 'references_met', ({ tokens, env }) => {
    const definitions = tokens.flatMap(({ type, meta, map }) =>
      type === 'reference_definition' && map ? [{ label: String(meta?.label), lines: map }] : [],
    )
    if (definitions.length === 0) return
    const used = new Set<string>()
    const references = env.references as Record<string, unknown>
    for (const [label, value] of Object.entries(references)) {
      const get = () => {
        used.add(label)
        return value
      }
      Object.defineProperty(references, label, { get })
    }
    env.referencesMet = { definitions, used } satisfies References
  })
}

export const findReferenceFaults = (lines: readonly string[], env: Env): readonly BodyFault[] => {
  const { definitions, used } = referencesOf(env)
  const met = new Set<string>()
  return definitions.flatMap(({ label, lines: [line] }): readonly BodyFault[] => {
    const words = /\[(?:\\.|[^\]\\])*\]/.exec(lines[line] ?? '')?.[0] ?? ''
    const isRepeated = met.has(label)
    met.add(label)
    if (isRepeated) return [{ line, words, ...repeated(words) }]
    return used.has(label) ? [] : [{ line, words, ...unused(words) }]
  })
}

const unused = (words: string) => ({
  code: 'reference-unused',
  message: `nothing in the text leads to ${words}, so readers would not see this line`,
  hint: `write \\${words}: to show it as it is, or [words]${words} where it is meant`,
})

const repeated = (words: string) => ({
  code: 'reference-repeated',
  message: `${words} is defined twice, and links would lead to the first of the two`,
  hint: `rename one of them, or write \\${words}: to show it as it is`,
})
