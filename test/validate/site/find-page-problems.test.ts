import { describe, expect, test } from 'vitest'
import type { NewsroomFiles } from '../../../src/read/read-newsroom-files.ts'
import { findPageProblems } from '../../../src/validate/site/find-page-problems.ts'
import { filesInMemory } from '../../rig/small-newsroom.ts'

const problemsIn = (text: string, file = 'content/pages/about.md'): readonly string[] => {
  const files: NewsroomFiles = { ...filesInMemory({}), otherMarkdown: [{ file, text }] }
  return findPageProblems(files).map(({ code, location }) => `${location.line}:${location.column} ${code}`)
}

const page = (body: string, title = 'About') => `---\ntitle: "${title}"\n---\n${body}`

describe('a page of the newsroom’s own has nothing that nobody meant for readers', () => {
  test.each([
    ['HTML', page('One <b>two</b>.\n'), '4:5 html-in-text'],
    ['HTML behind a comment', page('<!-- a\nb -->\n\nOne <b>two</b>.\n'), '7:5 html-in-text'],
    ['a comment that is never closed', page('One <!-- two.\n'), '4:5 comment-unclosed'],
    ['a comment in another one', page('<!-- a\n\n<!-- b -->\n'), '4:1 comment-unclosed'],
    ['a control character', page('One\b.\n'), '4:4 text-control-character'],
    ['an open direction', page('One \u202etwo.\n'), '4:5 text-control-character'],
    ['a conflict', page('<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> desk\n'), '4:1 conflict-marker'],
    ['words that markdown would lose', page('[Update]: closed\n'), '4:1 reference-unused'],
    ['cells that a table has no column for', page('| a |\n|---|\n| b | c |\n'), '6:7 table-cell-lost'],
    ['a year that begins a list', page('1984. That was it.\n'), '4:1 list-of-one'],
    ['what was left to be written', page('One [name TK] two.\n'), '4:5 leftover-in-text'],
    ['a comment whose dashes were joined', page('One <!— two —>\n'), '4:5 comment-joined'],
    ['HTML in its title', page('One.\n', 'A <b>b</b>'), '2:9 html-in-text'],
    ['a comment in its title', page('One.\n', 'A <!-- b -->'), '2:9 html-in-text'],
    ['an open direction in its title', page('One.\n', 'A \u202eb'), '2:9 text-control-character'],
  ])('%s', (_what, text, problem) => expect(problemsIn(text)).toEqual([problem]))
})

test('templates are what pages are for, and a comment is left out of them', () => {
  expect(
    problemsIn(
      page('One. <!-- a <b> -->\n\n{% if site.search %}[Search](/search/){% endif %} {{ site.name }}\n'),
    ),
  ).toEqual([])
})

test('what a template writes into a table is not known', () => {
  expect(problemsIn(page('| a |\n|---|\n| {{ b | upper }} |\n'))).toEqual([])
})

test('a page in another language than markdown is its own affair', () => {
  expect(problemsIn('---\ntitle: A\ntemplateEngineOverride: njk\n---\n<b>One</b>\n')).toEqual([])
})

test('markdown that is copied as it is may hold all but a conflict', () => {
  expect(problemsIn('<b>One</b>\b\n', 'content/static/a.md')).toEqual([])
  expect(problemsIn('<<<<<<< HEAD\nOne.\n', 'content/static/a.md')).toEqual(['1:1 conflict-marker'])
})
