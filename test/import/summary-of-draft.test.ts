import { expect, it } from 'vitest'
import { importFiles } from './archive-on-disk.ts'

it('A summary is made of what a story says itself, of its quotations and lists only where there is little else', () => {
  const { stories } = importFiles({
    '_posts/2020-01-02-a.md': `---\ntitle: A\n---\nThe town has voted.\n\n> A wise budget.\n\n- one\n- two\n\nThe mayor thanks those who came to the hall.\n`,
    '_posts/2020-01-03-b.md': `---\ntitle: B\n---\nThe town has voted.\n\n> A wise budget, said the mayor of the town.\n`,
  })
  expect(stories['2020/01/02/a.md']).toContain(
    'summary: The town has voted. The mayor thanks those who came to the hall.\n',
  )
  expect(stories['2020/01/03/b.md']).toContain(
    'summary: The town has voted. A wise budget, said the mayor of the town.\n',
  )
})
