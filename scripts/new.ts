// npm run new: starts a story.

import { readNow } from '../src/command/read-now.ts'
import { runCommand } from '../src/command/run-command.ts'
import { createStory } from '../src/new-story/create-story.ts'

const help = `Starts a story: writes its file as a draft, for you to fill in.

npm run new -- "Headline" --section=world [flags]
  --section=<key>             its section, a key of _data/sections.yaml (required)
  --author=<key>              its author, a key of _data/people.yaml; repeatable
  --slug=<word>               its word in the web address (default: made from the headline)
  --now=<time>                its date, such as 2024-10-24T09:30:00+05:30 (default: DATELINE_NOW, else the clock)
  --help                      show this text`

await runCommand({
  help,
  options: {
    section: { type: 'string' },
    author: { type: 'string', multiple: true },
    slug: { type: 'string' },
    now: { type: 'string' },
  },
  allowPositionals: true,
  run: ({ values, words }) => {
    const headline = words.join(' ')
    const { section, author: authors = [], slug } = values
    const missing = [
      ...(headline.trim() === '' ? ['a headline, in quotes'] : []),
      ...(section === undefined ? ['a section, such as --section=world'] : []),
    ]
    if (missing.length > 0 || section === undefined) {
      console.error(`A new story needs ${missing.join(', and ')}.\n\n${help}`)
      return 2
    }
    const created = createStory(process.cwd(), { headline, section, authors, slug, now: readNow(values.now) })
    if (!created.ok) {
      console.error(created.fault.message)
      return created.fault.kind === 'call' ? 2 : 1
    }
    const { file, address } = created.value
    console.log(`${file}
will be published at ${address}

Next: replace the summary and the text; \`npm start\` shows the draft as you write.
Then: npm run release -- ${file}; it goes out with the next build.`)
    return 0
  },
})
