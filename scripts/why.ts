// npm run why: lists the stories on a page, or the pages that a story is on.

import { runCommand } from '../src/command/run-command.ts'
import { explain } from '../src/pipeline/why.ts'
import { forReaders } from '../src/store/edition.ts'

const help = `Lists the stories on a published page, or the pages that a story is on.

npm run why -- <page or story>
  <page or story>             a path such as /world/, or a file such as content/stories/2024/10/24/storm-passes.md
  --help                      show this text`

await runCommand({
  help,
  options: {},
  allowPositionals: true,
  run: async ({ words: [asked, ...more] }) => {
    if (!asked?.trim() || more.length > 0) {
      console.error(`Name one page or one story.\n\n${help}`)
      return 2
    }
    const why = await explain(process.cwd(), forReaders, asked)
    if (why === null) {
      console.error(
        `the last publish has no page and no story ${asked}; write a path such as /world/, or a file below content/stories/`,
      )
      return 1
    }
    if (why.about === 'other') console.log(`${why.url}  made from ${why.madeFrom}`)
    else if (why.about === 'page') {
      console.log(`${why.url}  ${why.kind}${why.file ? ` of ${why.file}` : ''}`)
      for (const { file, title } of why.stories) console.log(`  ${title}  (${file})`)
    } else {
      console.log(`${why.story.title}  (${why.story.file})`)
      for (const { url, kind } of why.pages) console.log(`  ${url}  ${kind}`)
      if (why.pages.length === 0) console.log('  is on no page: it is not live')
    }
    return 0
  },
})
