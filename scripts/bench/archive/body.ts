// The text of one invented story: 450 to 700 words of markdown under three subheads.

import { remarks, subheads } from './phrases.ts'
import type { Random } from './random.ts'
import { countWords, sentence } from './sentences.ts'
import { bodies, places, speakers, things } from './vocabulary.ts'

const parts = 4
/** The last sentence may go beyond what was asked for: forty words at the most. */
const fewest = 450
const most = 655

/** An earlier story to link to. */
export type Earlier = { readonly title: string; readonly url: string }

export const bodyOf = (random: Random, earlier: Earlier | null): string => {
  const target = random.between(fewest, most)
  const heads = random.draw(subheads, parts - 1)
  const extra = random.between(1, parts - 2)
  const blocks: string[] = []
  let words = 0
  const add = (block: string) => {
    blocks.push(block)
    words += countWords(block)
  }
  for (let part = 0; part < parts; part += 1) {
    const head = heads[part - 1]
    if (head !== undefined) add(`## ${head}`)
    if (part === extra) add(oddBlock(random))
    if (part === extra && earlier !== null) add(reference(random, earlier))
    const quota = (target * (part + 1)) / parts
    while (words < quota) add(paragraph(random, quota - words))
  }
  return `${blocks.join('\n\n')}\n`
}

/** Two to four sentences; fewer when enough has been written. */
const paragraph = (random: Random, wanted: number): string => {
  const sentences: string[] = []
  const length = random.between(2, 4)
  while (sentences.length < length && countWords(sentences.join(' ')) < wanted)
    sentences.push(sentence(random))
  return sentences.join(' ')
}

/** What most stories do without: a list, a quotation, or just one more sentence. */
const oddBlock = (random: Random): string => {
  const kind = random.between(1, 4)
  if (kind === 1) {
    const items = random.draw(things, random.between(3, 4))
    return items.map(item => `- ${item}, in ${random.pick(places)}`).join('\n')
  }
  if (kind === 2)
    return `> ${random.pick(remarks)}, and there is no more to be said about it.\n>\n> — ${random.pick(speakers)}`
  return sentence(random)
}

const reference = (random: Random, { title, url }: Earlier): string =>
  `This newspaper reported on it before: [${title}](${url}). ${sentence(random)} Since then ${random.pick(bodies)} has kept silent.`
