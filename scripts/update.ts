// npm run update: says that a live story tells more.

import { runCommand } from '../src/command/run-command.ts'
import { runStoryEdit, storyEditHelp, storyEditOptions } from '../src/command/run-story-edit.ts'
import { update } from '../src/edit-story/edits/say-edit.ts'

const help = `Says that a live story tells more than it did: sets its “updated” to now.

npm run update -- <story> [flags]
  ${storyEditHelp}`

await runCommand({
  help,
  options: { ...storyEditOptions },
  allowPositionals: true,
  run: ({ values, words }) => runStoryEdit({ help, words, values, plan: () => update }),
})
