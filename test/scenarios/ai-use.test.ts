// What machines may do with the words, said in five places: each of them must say the same.

import { expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { createSite } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const withdrawn = {
  'content/stories/2024/10/23/gone.md': storyText({
    title: 'Gone',
    date: '2024-10-23T20:00:00+05:30',
    withdrawn: '{ date: 2024-10-24T00:00:00Z, reason: It was not so. }',
  }),
}

test.each([
  ['everything, where nothing is said', '', { learn: true, answer: true }],
  ['everything', 'ai: allow\n', { learn: true, answer: true }],
  ['all but learn', 'ai: deny-training\n', { learn: false, answer: true }],
  ['nothing', 'ai: deny\n', { learn: false, answer: false }],
])('machines may do %s', async (_what, yaml, may) => {
  const site = createSite({
    ...withdrawn,
    [storyFile]: storyText(),
    '_data/site.yaml': siteData['_data/site.yaml'] + yaml,
  })
  try {
    await publishInProcess(site, at('2024-11-10T00:00:00Z'))
    const published = site.snapshot('_site')
    const robots = (published['robots.txt'] ?? '').split('\n')
    const [own = [], all = []] = may.learn ? [[], robots] : splitAt(robots, '')
    for (const name of ['GPTBot', 'ClaudeBot', 'Google-Extended', 'CCBot'])
      expect(own.includes(`User-agent: ${name}`), name).toBe(!may.learn)
    for (const name of ['ChatGPT-User', 'PerplexityBot'])
      expect(own.includes(`User-agent: ${name}`), name).toBe(!may.answer)
    expect(own.filter(line => !line.startsWith('User-agent: '))).toEqual(may.learn ? [] : ['Disallow: /'])
    const usage = may.learn ? [] : ['Content-Usage: train-ai=n']
    expect(all.slice(0, 2 + usage.length)).toEqual(['User-agent: *', ...usage, 'Allow: /'])

    const trust = published['trust.txt'] ?? ''
    expect(published['.well-known/trust.txt']).toBe(trust)
    expect(trust.match(/^datatrainingallowed=.*$/gm)).toEqual([
      `datatrainingallowed=${may.learn ? 'yes' : 'no'}`,
    ])

    const headers = (published._headers ?? '').match(/^ +Content-Usage: .*$/gm) ?? []
    expect(headers.map(line => line.trim())).toEqual(usage)
    for (const server of ['nginx', 'caddy'])
      expect(/content-usage "?train-ai=n"?/i.test(site.run('server-config', server).stdout), server).toBe(
        !may.learn,
      )

    const pages = Object.entries(published).filter(([file]) => file.endsWith('.html'))
    expect(pages.map(([file]) => file)).toEqual(
      expect.arrayContaining(['404.html', 'about/index.html', 'world/2024/10/23/gone/index.html']),
    )
    for (const [file, page] of pages)
      expect(page.includes('<meta name="tdm-reservation" content="1">'), file).toBe(!may.learn)
  } finally {
    site.dispose()
  }
})

const splitAt = (lines: readonly string[], line: string) => [
  lines.slice(0, lines.indexOf(line)),
  lines.slice(lines.indexOf(line) + 1),
]
