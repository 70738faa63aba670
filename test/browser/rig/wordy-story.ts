// A plain story of 600 words, of the length that many reports have: what the others of the demonstration begin with.

import { listFiles } from '../../../src/system/files.ts'
import type { SiteFolder } from '../../rig/site-folder.ts'

const words = 600

const countWords = (text: string): number => text.split(/\s+/).length

export const wordyStory = {
  file: 'content/stories/2023/12/06/six-hundred-words.md',
  url: '/world/2023/12/06/six-hundred-words/',
  fields: {
    title: 'What the others begin with, in six hundred words',
    date: '2023-12-06T09:30:00+05:30',
    authors: '[asha-rao]',
    tags: '[weather]',
    dateline: 'Velikara',
  },
  bodyFrom: ({ root, read }: SiteFolder): string => {
    const paragraphs = listFiles(root, 'content/stories')
      .filter(file => file.endsWith('.md'))
      .flatMap(file => read(file).split('\n\n').slice(1, 3))
      .filter(paragraph => /^[A-Z][\w ,.;:’'–-]+\.$/.test(paragraph))
    const body: string[] = []
    while (countWords(body.join(' ')) < words) {
      const next = paragraphs.shift()
      if (next === undefined) throw new Error('the demonstration has not enough plain paragraphs')
      body.push(next)
    }
    return `${body.join('\n\n')}\n`
  },
}
