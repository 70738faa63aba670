// npm run entry: adds an entry to a live blog.

import { runCommand } from '../src/command/run-command.ts'
import { inOneLine, runStoryEdit, storyEditHelp, storyEditOptions } from '../src/command/run-story-edit.ts'
import { addEntry } from '../src/edit-story/edits/add-entry.ts'

const help = `Adds an entry to a live blog, with the time of now.

npm run entry -- <story> --headline="…" --text="…" [flags]
  --headline=<words>          of the entry
  --text=<words>              of the entry, in markdown
  ${storyEditHelp}`

await runCommand({
  help,
  options: { headline: { type: 'string' }, text: { type: 'string' }, ...storyEditOptions },
  allowPositionals: true,
  run: ({ values, words }) =>
    runStoryEdit({
      help,
      words,
      values,
      needs: [
        {
          flag: 'headline',
          value: values.headline,
          question: 'The headline of the entry?',
          example: 'The port is shut',
        },
        {
          flag: 'text',
          value: values.text,
          question: 'Its text?',
          example: 'The last trawler tied up at six.',
        },
      ],
      plan: ([headline = '', text = '']) => addEntry(inOneLine(headline), text),
    }),
})
