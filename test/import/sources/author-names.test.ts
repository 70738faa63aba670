import { expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'

it('a key of an author is the name that the archive’s own files of people have for it', () => {
  const authors = ['al', 'bo', 'cy', 'dee', 'ed', 'fay', 'gus', 'nobody-knows']
  const { stories } = importFiles({
    '_config.yml': 'collections: { authors: { output: true } }\n',
    '_data/authors.yml': 'al: { name: Al One }\nlist: { id: bo, full_name: Bo Two }\n',
    '_data/team.json': '[{ "username": "cy", "first_name": "Cy", "last_name": "Three" }]',
    '_authors/dee.md': '---\ntitle: Dee Four\n---\nAbout her.\n',
    '_authors/e.md': '---\nshort_name: ed\nname: Ed Five\n---\n',
    'content/people/fay/index.md': '---\nname: Fay Six\n---\n',
    'src/content/authors/gus.json': '{ "displayName": "Gus Seven" }',
    '_posts/2020-01-01-pier.md': `---\ntitle: Pier\nauthors: [${authors}]\n---\n${sentence}\n`,
  })
  expect(stories['2020/01/01/pier.md']).toContain(
    'authors:\n  - Al One\n  - Bo Two\n  - Cy Three\n  - Dee Four\n  - Ed Five\n  - Fay Six\n  - Gus Seven\n  - Nobody Knows\n',
  )
})
