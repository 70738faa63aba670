// npm run withdraw: takes a story back.

import { runCommand } from '../src/command/run-command.ts'
import { inOneLine, runStoryEdit, storyEditHelp, storyEditOptions } from '../src/command/run-story-edit.ts'
import { withdraw } from '../src/edit-story/edits/withdraw.ts'

const help = `Takes a story back: its address then says when and why.

npm run withdraw -- <story> --reason="…" [flags]
  --reason=<words>            why, as readers will see it
  ${storyEditHelp}`

await runCommand({
  help,
  options: { reason: { type: 'string' }, ...storyEditOptions },
  allowPositionals: true,
  run: ({ values, words }) =>
    runStoryEdit({
      help,
      words,
      values,
      needs: [
        {
          flag: 'reason',
          value: values.reason,
          question: 'Why, as readers will see it?',
          example: 'The figures could not be confirmed.',
        },
      ],
      plan: ([reason = '']) => withdraw(inOneLine(reason)),
    }),
})
