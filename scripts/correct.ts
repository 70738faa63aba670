// npm run correct: puts a correction on a live story.

import { runCommand } from '../src/command/run-command.ts'
import { inOneLine, runStoryEdit, storyEditHelp, storyEditOptions } from '../src/command/run-story-edit.ts'
import { correct } from '../src/edit-story/edits/say-edit.ts'

const help = `Puts a correction on a live story: a note that readers see, and the time of its update.

npm run correct -- <story> --text="…" [flags]
  --text=<words>              what was wrong and what is right, as readers will see it
  ${storyEditHelp}`

await runCommand({
  help,
  options: { text: { type: 'string' }, ...storyEditOptions },
  allowPositionals: true,
  run: ({ values, words }) =>
    runStoryEdit({
      help,
      words,
      values,
      needs: [
        {
          flag: 'text',
          value: values.text,
          question: 'What was wrong, and what is right?',
          example: 'An earlier version gave the wrong hour.',
        },
      ],
      plan: ([text = '']) => correct(inOneLine(text)),
    }),
})
