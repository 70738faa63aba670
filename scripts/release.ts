// npm run release: lets a draft or a held story go out now.

import { runCommand } from '../src/command/run-command.ts'
import { runStoryEdit, storyEditHelp, storyEditOptions } from '../src/command/run-story-edit.ts'
import { release } from '../src/edit-story/edits/release.ts'

const help = `Lets a draft or a held story go out now: dated now, without “draft” and “embargo”.

npm run release -- <story> [flags]
  ${storyEditHelp}`

await runCommand({
  help,
  options: { ...storyEditOptions },
  allowPositionals: true,
  run: ({ values, words }) => runStoryEdit({ help, words, values, plan: () => release }),
})
