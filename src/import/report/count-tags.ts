// Template tags that were left as text, by their names, and what an editor can say of them.

import { tagMeanings } from '../tags/tag-meanings.ts'

export type TagCounts = {
  readonly count: (label: string, name: string | null) => void
  /** Most often first. */
  readonly remarks: () => readonly string[]
}

const shown = 12

export const createTagCounts = (): TagCounts => {
  const counts = new Map<string, { count: number; readonly name: string | null }>()
  return {
    count: (label, name) => {
      const known = counts.get(label)
      if (known === undefined) counts.set(label, { count: 1, name })
      else known.count++
    },
    remarks: () => {
      const sorted = [...counts].toSorted(([, one], [, other]) => other.count - one.count)
      const [, named] = sorted.find(([, { name }]) => name !== null) ?? []
      const rest = sorted.length - shown
      return [
        ...sorted.slice(0, shown).map(([label, { count }]) => `${count} × ${label} stays as text`),
        ...(rest > 0 ? [`${rest} more kinds of template tags stay as text`] : []),
        ...(named === undefined
          ? []
          : [
              `Say what a tag stands for, and import again: --tag ${named.name}=text (or ${tagMeanings.filter(meaning => meaning !== 'text').join(', ')})`,
            ]),
      ]
    },
  }
}
