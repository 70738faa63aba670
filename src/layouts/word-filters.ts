// Filters that write words in the site's language: sentences with values filled in, plurals, numbers, lists of names.

import nunjucks from 'nunjucks'
import { escapeHtml } from '../domain/escape.ts'
import { fillWords, type PluralForms } from '../domain/strings.ts'

/** HTML, as a macro returns it. */
type Markup = InstanceType<typeof nunjucks.runtime.SafeString>

type Value = string | Markup

const safe = (html: string): Markup => new nunjucks.runtime.SafeString(html)

const isMarkup = (value: unknown): value is Markup => value instanceof nunjucks.runtime.SafeString

const htmlOf = (value: Value): string => (isMarkup(value) ? value.toString().trim() : escapeHtml(value))

/** The HTML of a sentence, its {placeholders} filled in. Throws when one has no value. */
const fill = (sentence: string, values: Readonly<Record<string, Value>>): Markup =>
  safe(fillWords(escapeHtml(sentence), word => values[word] && htmlOf(values[word])))

export const createWordFilters = (language: string) => {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  const names = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    fill,
    /** 1234 → "1,234" */
    readerNumber: (value: number): string => numbers.format(value),
    /** The form for a count, the count filled in: "1 story", "1,234 stories" */
    plural: (forms: PluralForms, count: number): Markup =>
      fill(forms[rules.select(count)] ?? '', { count: numbers.format(count) }),
    /** "A, B and C" */
    joinNames: (items: readonly Value[]): Markup => {
      const parts = names.formatToParts(items.map((_item, index) => String(index)))
      const html = parts.map(({ type, value }) =>
        type === 'element' ? htmlOf(items[Number(value)] ?? '') : escapeHtml(value),
      )
      return safe(html.join(''))
    },
  }
}
