// npm run rename: gives a story another address or another file.

import { runCommand } from '../src/command/run-command.ts'
import { runStoryEdit, storyEditHelp, storyEditOptions } from '../src/command/run-story-edit.ts'
import { rename } from '../src/edit-story/edits/rename.ts'

const help = `Gives a story another address or another file. Readers who have the old address are led on.

npm run rename -- <story> --slug=<word>, --section=<key> or --file=<name> [flags]
  --slug=<word>               its new last word in the web address
  --section=<key>             its new section, a key of _data/sections.yaml
  --file=<name>               the new name of its file, in the same folder; to feeds it is another story then
  ${storyEditHelp}`

await runCommand({
  help,
  options: {
    slug: { type: 'string' },
    section: { type: 'string' },
    file: { type: 'string' },
    ...storyEditOptions,
  },
  allowPositionals: true,
  run: ({ values, words }) => {
    const { slug, section, file } = values
    const isNamed = [slug, section, file].some(value => value?.trim())
    return runStoryEdit({
      help,
      words,
      values,
      needs: isNamed
        ? []
        : [
            {
              flag: 'slug',
              value: undefined,
              question: 'Its new last word in the address?',
              example: 'harbour-reopens',
            },
          ],
      plan: ([answer]) => rename({ slug: answer ?? slug, section, file }),
    })
  },
})
