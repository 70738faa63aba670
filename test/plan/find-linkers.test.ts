// A publish that goes by what changed finds the broken links that a build of everything would find.

import { describe, expect, test } from 'vitest'
import { type Edits, editAndPublish, folder, story } from '../rig/edit-and-publish.ts'
import type { Files } from '../rig/site-folder.ts'

const calm = { date: '2024-10-24T11:00:00+05:30' }

describe('A link that leads nowhere any more is found where it stands', () => {
  const storm = story('storm', { aliases: '[/old/storm/]', tags: '[harbour]' }, '## The wind\n\nIt blew.\n')
  const linking = (href: string) => story('calm', calm, `Read [more](${href}).\n`)
  const nothing = { [`${folder}/storm.md`]: null }
  const url = '/world/2024/10/24/storm/'
  const page = (body: string) => ({
    'content/pages/team.md': `---\ntitle: Team\nsummary: Us.\n---\n${body}`,
  })
  const template = {
    'content/odd.njk':
      '---\npermalink: /odd/index.html\n---\n<!doctype html><title>Odd</title><p id="here">Odd</p>\n',
  }

  test.each<[string, Files, Edits, string | null]>([
    ['to a story that is removed', { ...storm, ...linking(url) }, nothing, 'link-broken'],
    [
      'by the full address',
      { ...storm, ...linking(`https://bulletin.example${url}`) },
      nothing,
      'link-broken',
    ],
    [
      'by the full address without encryption',
      { ...storm, ...linking(`http://bulletin.example${url}`) },
      nothing,
      'link-broken',
    ],
    [
      'by an address in a reference',
      { ...storm, ...story('calm', calm, `Read [more][1].\n\n[1]: ${url}\n`) },
      nothing,
      'link-broken',
    ],
    [
      'by an address in angles',
      { ...storm, ...story('calm', calm, `Read <https://bulletin.example${url}>.\n`) },
      nothing,
      'link-broken',
    ],
    [
      'to a file with brackets in its name',
      { 'content/static/report_(final).txt': 'so it is', ...linking('/report_(final).txt') },
      { 'content/static/report_(final).txt': null },
      'link-broken',
    ],
    [
      'to a file with spaces in its name, in angles',
      { 'content/static/final (2).txt': 'so it is', ...linking('</final (2).txt>') },
      { 'content/static/final (2).txt': null },
      'link-broken',
    ],
    [
      'from the name of a story’s source',
      {
        'content/static/report.txt': 'so it is',
        ...story('calm', {
          ...calm,
          source: '{ name: The report, url: https://bulletin.example/report.txt }',
        }),
      },
      { 'content/static/report.txt': null },
      'link-broken',
    ],
    ['with a place on it', { ...storm, ...linking(`${url}#the-wind`) }, nothing, 'link-broken'],
    ['with a query', { ...storm, ...linking(`${url}?from=calm`) }, nothing, 'link-broken'],
    [
      'to a story that is a draft again',
      { ...storm, ...linking(url) },
      story('storm', { draft: 'true' }),
      'link-broken',
    ],
    [
      'to a story that moves to another section',
      { ...storm, ...linking(url) },
      story('storm', { section: 'sport' }),
      'link-broken',
    ],
    [
      'to its old address, which it gives up',
      { ...storm, ...linking('/old/storm/') },
      story('storm'),
      'link-broken',
    ],
    [
      'to a topic that loses its last story',
      { ...storm, ...linking('/topics/harbour/') },
      story('storm'),
      'link-broken',
    ],
    [
      'to a subhead that is reworded',
      { ...storm, ...linking(`${url}#the-wind`) },
      story('storm', {}, '## The gale\n\nIt blew.\n'),
      'anchor-missing',
    ],
    [
      'from a bulletin’s introduction',
      {
        ...storm,
        ...story('calm', calm),
        'content/bulletins/2024-10-24.md': `---\n---\nRead [more](${url}).\n`,
      },
      nothing,
      'link-broken',
    ],
    ['from a page of the newsroom’s own', { ...storm, ...page(`[More](${url}).\n`) }, nothing, 'link-broken'],
    [
      'to a page of the newsroom’s own',
      { ...page('Us.\n'), ...linking('/team/') },
      { 'content/pages/team.md': null },
      'link-broken',
    ],
    [
      'to a place on a page of the newsroom’s own',
      { ...page('## Desk\n'), ...linking('/team/#desk') },
      page('## Office\n'),
      'anchor-missing',
    ],
    [
      'to a page that a template of the newsroom’s own makes',
      { ...template, ...linking('/odd/') },
      { 'content/odd.njk': null },
      'link-broken',
    ],
    [
      'to a static file',
      { 'content/static/files/report.pdf': '%PDF', ...linking('/files/report.pdf') },
      { 'content/static/files/report.pdf': null },
      'link-broken',
    ],
    [
      'to a story that is withdrawn: its tombstone is there',
      { ...storm, ...linking(url) },
      story('storm', { withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: It was not so. }' }),
      null,
    ],
    [
      'to a story that keeps its subhead',
      { ...storm, ...linking(`${url}#the-wind`) },
      story('storm', {}, '## The wind\n'),
      null,
    ],
    [
      'that goes with what it leads to',
      { ...storm, ...linking(url) },
      { ...nothing, ...story('calm', calm) },
      null,
    ],
  ])('%s', async (_what, files, edits, code) => {
    const { found, expected } = await editAndPublish(files, edits)
    const codes = expected.problems.map(problem => problem.split(' ')[1])
    expect(codes).toEqual(code === null ? [] : expect.arrayContaining([code]))
    expect(found).toEqual(expected)
  })
})

test('A file that only a layout names is missed as well', async () => {
  const { found, expected } = await editAndPublish(story('one'), { 'content/static/favicon.svg': null })
  expect(expected.problems).toHaveLength(1)
  expect(found).toEqual(expected)
})
