// The words of the interface: all that the pages need, each with the places that are to be filled in.

import * as z from 'zod/mini'
import { countedSentences, openWords, type Strings, sentences } from '../../domain/strings.ts'
import { complain } from '../fields.ts'
import { faultOfText, htmlInField } from '../text/shown-text.ts'

const sentence = (words: readonly string[]) =>
  z.string().check(payload => {
    const { value } = payload
    const found = openWords(value)
    const lost = words.find(word => !found.includes(word))
    const unknown = found.find(word => !words.includes(word))
    const fault = value.includes('<!--') ? htmlInField('<!--') : faultOfText(value)
    if (fault !== null) {
      complain(payload, fault.code, fault.message, fault.hint)
    } else if (value.trim() === '') {
      complain(payload, 'string-empty', 'the text is empty', 'write what readers should see')
    } else if (lost !== undefined) {
      complain(
        payload,
        'string-place-missing',
        `{${lost}} is missing from the text`,
        `put {${lost}} where it belongs`,
      )
    } else if (unknown !== undefined) {
      const hint = words.length === 0 ? 'remove it' : `write ${words.map(word => `{${word}}`).join(' or ')}`
      complain(payload, 'string-place-unknown', `there is no value for {${unknown}}`, hint)
    }
  })

/** Of a language as a BCP 47 tag, which decides which plural forms there must be. */
export const stringsSchema = (language: string): z.ZodMiniType<Strings> => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const counted = (words: readonly string[]) =>
    z.looseObject(Object.fromEntries(categories.map(category => [category, sentence(words)])))
  const fieldsOf = <Value>(
    from: Readonly<Record<string, readonly string[]>>,
    make: (words: readonly string[]) => Value,
  ) => Object.fromEntries(Object.entries(from).map(([name, words]) => [name, make(words)]))
  // Loose: a newsroom's own layouts may say more.
  const schema = z.looseObject({
    ...fieldsOf(sentences, sentence),
    ...fieldsOf(countedSentences, counted),
  })
  return schema as unknown as z.ZodMiniType<Strings>
}
