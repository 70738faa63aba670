// Live blogs, timelines and key points of many entries.

import { instant, repeated, type Shape, storyOf } from './shape.ts'

export const furniture: readonly Shape[] = [
  {
    name: 'entries of a live blog',
    filesOf: size =>
      storyOf(
        repeated(size, n => `::: entry ${instant(n)} Entry ${n}\nThe port is shut.\n:::\n\n`),
        'live: true',
      ),
  },
  {
    name: 'entries of one time',
    filesOf: size =>
      storyOf(
        repeated(size, n => `::: entry ${instant(0)} Entry ${n}\nThe port is shut.\n:::\n\n`),
        'live: true',
      ),
  },
  {
    name: 'a timeline',
    filesOf: size => storyOf(`::: timeline\n${repeated(size, () => '- 2024-10-24: The port closes.\n')}:::`),
  },
  {
    name: 'a timeline without times',
    filesOf: size => storyOf(`::: timeline\n${repeated(size, n => `- entry ${n}\n`)}:::`),
  },
  {
    name: 'key points many',
    filesOf: size => storyOf(`::: keypoints\n${repeated(size, n => `- entry ${n}\n`)}:::`),
  },
]
