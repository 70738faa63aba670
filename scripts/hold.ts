// npm run hold: holds a story for later.

import { runCommand } from '../src/command/run-command.ts'
import { runStoryEdit, storyEditHelp, storyEditOptions } from '../src/command/run-story-edit.ts'
import { hold } from '../src/edit-story/edits/hold.ts'

const help = `Holds a story for later: it is nowhere before its embargo has passed.

npm run hold -- <story> --until=<time> [flags]
  --until=<time>              the instant at which it comes, such as 2024-10-25T06:00:00+05:30
  --unpublished               no build has published it yet, though its time has come
  ${storyEditHelp}`

await runCommand({
  help,
  options: {
    until: { type: 'string' },
    unpublished: { type: 'boolean', default: false },
    ...storyEditOptions,
  },
  allowPositionals: true,
  run: ({ values, words }) =>
    runStoryEdit({
      help,
      words,
      values,
      needs: [
        {
          flag: 'until',
          value: values.until,
          question: 'Until when? Such as 2024-10-25T06:00:00+05:30:',
          example: '2024-10-25T06:00:00+05:30',
        },
      ],
      plan: ([until = '']) => hold(until, values.unpublished),
    }),
})
