// Addresses as newsrooms have them: what looks like a date is not one unless it is.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const folder = 'content/stories/2024/10/24'

describe('what looks like a date, and is none, is a name as any other', () => {
  const notDays = ['helpline-0800-99-99', 'report-of-2017-04-31', '2023-02-29', '0000-00-00-and-9999-99-99']
  let site: SiteFolder
  beforeAll(async () => {
    const stories = notDays.map((name, index) => [
      `${folder}/${name}.md`,
      storyText({
        date: `2024-10-24T09:3${index}:00+05:30`,
        tags: `[tag-${name}]`,
        aliases: `[/old/${name}/, /old/${name}.html]`,
        authors: `[Desk ${name}]`,
      }),
    ])
    site = createSite({
      ...Object.fromEntries(stories),
      [`${folder}/slugged.md`]: storyText({ slug: 'call-1800-13-00' }),
      'content/pages/call-0800-99-99.md': '---\ntitle: Call us\nsummary: How.\n---\nCall.\n',
      'content/pages/of-2024-10-24-a-day.md':
        '---\ntitle: A day\nsummary: Of it.\npermalink: /a-day/index.html\n---\n{{ page.date.toISOString() }}\n',
      'content/static/form-2024-13-45.txt': 'A form.\n',
    })
    await publishInProcess(site, now)
  })
  afterAll(() => site.dispose())

  test.each(notDays)('%s', name => {
    const files = Object.keys(site.snapshot('_site'))
    for (const path of [
      `world/2024/10/24/${name}/index.html`,
      `topics/tag-${name}/index.html`,
      `bylines/desk-${name}/index.html`,
      `old/${name}/index.html`,
      `old/${name}.html`,
    ])
      expect(files).toContain(path)
  })

  test('also as a slug, and in the names of pages and files of the newsroom’s own', () => {
    const files = site.snapshot('_site')
    expect(files['world/2024/10/24/call-1800-13-00/index.html']).toContain('<h1>Harbour reopens')
    expect(files['call-0800-99-99/index.html']).toContain('Call.')
    expect(files['form-2024-13-45.txt']).toBe('A form.\n')
  })

  test('and a day in the name of such a page is still its date', () =>
    expect(site.snapshot('_site')['a-day/index.html']).toContain('2024-10-24T00:00:00.000Z'))
})
