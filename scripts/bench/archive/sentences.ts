// Sentences, headlines and summaries of invented news, of the lengths that newspapers use.

import { remarks } from './phrases.ts'
import type { Random } from './random.ts'
import { bodies, deeds, openers, places, speakers, tails, things } from './vocabulary.ts'

export const countWords = (text: string): number =>
  text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const tail = (random: Random): string =>
  random
    .pick(tails)
    .replace('{n}', String(random.between(2, 940)))
    .replace('{y}', String(random.between(1948, 2019)))

const deed = (random: Random): string =>
  `${random.pick(bodies)} in ${random.pick(places)} ${random.pick(deeds)} ${random.pick(things)}`

const forms: readonly ((random: Random) => string)[] = [
  random => `${capital(deed(random))}, ${tail(random)}.`,
  random => `${random.pick(openers)}, ${deed(random)}, ${tail(random)}.`,
  random => `${capital(deed(random))}.`,
  random => `“${random.pick(remarks)},” said ${random.pick(speakers)} in ${random.pick(places)}.`,
  random =>
    `${capital(random.pick(speakers))} said that ${deed(random)}, and that ${lower(random.pick(remarks))}.`,
  random =>
    `Between ${random.between(3, 40)} and ${random.between(41, 900)} people are affected, ${tail(random)}.`,
  random =>
    `${capital(random.pick(bodies))} did not answer questions about **${random.pick(things)}** in time.`,
  random => `What *${random.pick(speakers)}* calls a success, others call a delay: ${deed(random)}.`,
  random =>
    `In ${random.pick(places)} alone there are ${random.between(12, 8000)} such cases, ${tail(random)}.`,
]

/** 7 to 40 words, in markdown, now and then with emphasis. */
export const sentence = (random: Random): string => random.pick(forms)(random)

/** Up to about twelve words, without a full stop. */
export const headline = (random: Random): string => {
  const body = random.pick(bodies).replace(/^the /, '')
  const thing = random.pick(things).replace(/^(?:the|its|an?) /, '')
  return `${capital(random.pick(places))} ${body} ${random.pick(deeds)} ${thing}`
}

/** 40 to 300 characters, plain text. */
export const summary = (random: Random): string =>
  `${capital(deed(random))}, ${tail(random)}. ${capital(random.pick(speakers))} expects more before the year is out.`
