import { expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'

const post = `---\ndate: 2020-01-01\n---\n# The pier\n\n${sentence}\n`

it('what a configuration or a folder gives to all stories is no story’s own title, summary or picture', () => {
  const given = `title: All\n      description: ${sentence.replace('Monday', 'Sunday')}\n      image: /card.png\n      author: Asha Rao\n`
  const [jekyll = ''] = Object.values(
    importFiles({
      '_config.yml': `defaults:\n  - scope: { path: '' }\n    values:\n      ${given}`,
      '_posts/2020-01-01-pier.md': post,
    }).stories,
  )
  const [eleventy = ''] = Object.values(
    importFiles({
      'eleventy.config.js': '',
      'posts/posts.yaml': given.replace(/^ +/gm, ''),
      'posts/pier.md': post,
    }).stories,
  )
  for (const text of [jekyll, eleventy]) {
    expect(text).toContain(`title: The pier\n`)
    expect(text).toContain(`summary: ${sentence}\n`)
    expect(text).toContain('authors:\n  - asha-rao\n')
    expect(text).not.toContain('image:')
  }
})
