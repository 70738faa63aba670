import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDisk } from '../../src/read/media-disk.ts'
import type { SourceFile } from '../../src/read/read-source.ts'
import { createStoryRules, validateStory } from '../../src/validate/story/validate-story.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { newsroomOf, noPicture, problemsOf, storyAt, storyOf } from '../rig/small-newsroom.ts'

const date = '2024-10-24T09:30:00+05:30'
const faultsOf = (fields: Record<string, string | undefined>) => problemsOf(storyAt(date, 'storm', fields))
const quoted = (text: string) => JSON.stringify(text)

describe('a field of a story is refused', () => {
  test.each([
    ['an empty title', 'title', '""', 'text-too-short', 'write more'],
    ['a title of blanks', 'title', quoted(' \u00a0\u3000 '), 'text-too-short', 'write more'],
    [
      'a title of characters that nobody sees',
      'title',
      quoted('\u200b\u2060\ufeff'),
      'text-too-short',
      'write more',
    ],
    ['a title with a control character', 'title', quoted('a\u0007b'), 'text-control-character', 'retype'],
    ['a title with half an emoji', 'title', '"a\\ud83d"', 'text-control-character', 'retype'],
    ['a title with HTML', 'title', quoted('A <b>b</b>'), 'html-in-text', 'without the angle brackets'],
    ['a title with a comment that never ends', 'title', quoted('A <!-- b'), 'comment-unclosed', '-->'],
    [
      'a title with a comment whose dashes were joined',
      'title',
      quoted('A <!— b —>'),
      'comment-joined',
      '<!--',
    ],
    ['a title with the end of two comments', 'title', quoted('A <!-- b --> -->'), 'comment-unclosed', '-->'],
    ['a title that is a comment', 'title', quoted('<!-- a -->'), 'text-too-short', 'write more'],
    [
      'a title that turns the site’s name',
      'title',
      quoted('A \u202eb'),
      'text-control-character',
      'delete it',
    ],
    ['a title that ends no direction', 'title', quoted('A \u2069b'), 'text-control-character', 'delete it'],
    ['a title with what is no character', 'title', quoted('A \ufdd0'), 'text-control-character', 'retype'],
    [
      'a title with a tag of a template',
      'title',
      quoted('A {{ page.title }}'),
      'template-in-text',
      'remove it',
    ],
    ['a title with an entity', 'title', quoted('Tom &amp; Jerry'), 'entity-in-text', 'itself: &'],
    ['a title with emphasis', 'title', quoted('The **port** shuts'), 'markdown-in-text', 'words alone'],
    ['a title longer than a page', 'title', 'x'.repeat(301), 'text-too-long', 'shorten it to 300'],
    ['a summary of 39 characters', 'summary', 'x'.repeat(39), 'text-too-short', 'write more'],
    ['a summary of 301 characters', 'summary', 'x'.repeat(301), 'text-too-long', 'shorten it to 300'],
    ['a summary of 39 emoji', 'summary', '🚢'.repeat(39), 'text-too-short', 'write more'],
    ['urgency 0', 'urgency', '0', 'urgency-range', '1 to 9'],
    ['urgency 10', 'urgency', '10', 'urgency-range', '1 to 9'],
    ['urgency one and a half', 'urgency', '1.5', 'urgency-range', '1 to 9'],
    ['a tag with capitals', 'tags', '[North Korea]', 'key-form', 'write north-korea'],
    ['a tag with accents', 'tags', '[Élysée]', 'key-form', 'write elysee'],
    ['a tag without a letter', 'tags', '["!"]', 'key-form', 'lower-case letters'],
    ['a tag that ends with a hyphen', 'tags', '[nato-]', 'key-form', 'write nato'],
    ['a tag too long for a folder', 'tags', `[${'x'.repeat(201)}]`, 'text-too-long', 'shorten'],
    ['a slug with a slash', 'slug', 'a/b', 'key-form', 'write a-b'],
    ['a source without a scheme', 'source', '{ name: X, url: example.org }', 'url-not-web', 'https://'],
    [
      'a source that is a program',
      'source',
      '{ name: X, url: "javascript:alert(1)" }',
      'url-not-web',
      'https://',
    ],
    [
      'a source with a blank',
      'source',
      '{ name: X, url: "https://example.org/a b" }',
      'url-not-web',
      'https://',
    ],
    ['an alias without its slash', 'aliases', '[old/path]', 'path-form', '/2019/05/old-name/'],
    ['an alias on another host', 'aliases', '["//evil.example/"]', 'path-form', '/2019/05/old-name/'],
    [
      'an alias longer than disks take',
      'aliases',
      `[${'/old'.repeat(300)}]`,
      'text-too-long',
      '800 characters',
    ],
    ['an alias that climbs', 'aliases', '[/a/../b/]', 'path-form', '/2019/05/old-name/'],
    ['an alias that climbs in disguise', 'aliases', '[/a/%2e%2e/b/]', 'path-form', '/2019/05/old-name/'],
    [
      'an alias that climbs where a browser reads it',
      'aliases',
      '["/a/%252E%252e/about/"]',
      'path-form',
      '/2019/05/old-name/',
    ],
    ['an alias that goes nowhere', 'aliases', '["/about/.%252e/about/"]', 'path-form', '/2019/05/old-name/'],
    ['an alias with a blank', 'aliases', '[/a b/]', 'path-form', 'write /a%20b/'],
    ['an alias with its host', 'aliases', '["https://old.example/a/"]', 'path-form', 'write /a/'],
    ['an alias with a place on a page', 'aliases', '["/a/#b"]', 'path-form', 'write /a/; if the “#”'],
    ['an alias with a script’s query', 'aliases', '["/post.php?id=3"]', 'path-form', 'write /post.php; if'],
    ['an alias with an encoded backslash', 'aliases', '["/a%5Cb/"]', 'path-form', '/2019/05/old-name/'],
    ['an alias with an encoded line break', 'aliases', '["/a%0Ab/"]', 'path-form', '/2019/05/old-name/'],
    ['an alias with an empty step', 'aliases', '["/a//b/"]', 'path-form', '/2019/05/old-name/'],
    ['an alias with an encoded empty step', 'aliases', '["/a%2F/b/"]', 'path-form', '/2019/05/old-name/'],
    ['an alias with a blank at an end', 'aliases', '["/a%20/"]', 'path-form', '/2019/05/old-name/'],
    ['an alias in an old encoding', 'aliases', '["/caf%E9/"]', 'path-form', 'for “é”, write %C3%A9'],
    ['a topic that Windows keeps', 'tags', '[aux]', 'key-reserved', 'aux-news'],
    ['a slug that Windows keeps', 'slug', 'com1', 'key-reserved', 'com1-news'],
    ['an alias with a query', 'aliases', '["/?p=12"]', 'path-form', 'a row in _data/redirects.yaml: /?p=12:'],
    ['an alias with a NUL', 'aliases', '["/a\\0b/"]', 'path-form', '/2019/05/old-name/'],
    [
      'an alias too long for a folder',
      'aliases',
      `[/${'x'.repeat(300)}/]`,
      'path-form',
      '/2019/05/old-name/',
    ],
  ])('%s', (_what, field, value, code, hint) => {
    const faults = faultsOf({ [field]: value })
    expect(faults).toMatchObject([{ code }])
    expect(faults[0]?.hint).toContain(hint)
  })
})

describe('a field of a story is taken', () => {
  test('white space is folded, and accents are stored in one way', () => {
    expect(storyOf({ title: '"  Cafe\u0301 \\n by the\\tsea "' }).title).toBe('Café by the sea')
  })

  test('lengths count an emoji as one character', () => {
    expect(storyOf({ summary: '🚢'.repeat(300) }).summary).toBe('🚢'.repeat(300))
  })

  test('a zero-width joiner inside a word or an emoji stays', () => {
    expect(storyOf({ title: '"क्\u200dष 👩\u200d🚀"' }).title).toBe('क्\u200dष 👩\u200d🚀')
  })

  test.each(['/old/path/', '/2019/05/old.html', '/%E0%A4%B9/', '/हिंदी/'])('the alias %s', path => {
    expect(storyOf({ aliases: `["${path}"]` }).aliases).toEqual([path])
  })
})

describe('a fact about the site is refused', () => {
  const site = (from: string, to: string) =>
    problemsOf({ '_data/site.yaml': siteData['_data/site.yaml'].replace(from, to) })
  test.each([
    ['a time zone that does not exist', 'Asia/Kolkata', 'Asia/Atlantis', 'timezone-unknown'],
    ['a language with an underscore', 'en-IN', 'en_IN', 'language-form'],
    ['a language in the wrong case', 'en-IN', 'EN-in', 'language-form'],
    [
      'a site below a path',
      'url: https://bulletin.example',
      'url: https://x.example/news/',
      'url-not-origin',
    ],
    ['a site with a query', 'url: https://bulletin.example', 'url: https://x.example?a', 'url-not-origin'],
    ['a site without a scheme', 'url: https://bulletin.example', 'url: x.example', 'url-not-web'],
    ['a contact without an @', 'desk@bulletin.example', 'desk', 'email-form'],
    [
      'a description of three words',
      'News that exists so that tests have something to read.',
      'News for all',
      'text-too-short',
    ],
  ])('%s', (_what, from, to, code) => expect(site(from, to)).toMatchObject([{ code }]))

  test('the slash behind the site’s address is dropped', () => {
    const yaml = siteData['_data/site.yaml'].replace('.example\ntimezone', '.example/\ntimezone')
    expect(newsroomOf({ '_data/site.yaml': yaml }).newsroom.site.url).toBe('https://bulletin.example')
  })
})

test('whatever stands behind whatever field, the answer is a story or problems with a code, a hint and a place', () => {
  const { newsroom } = newsroomOf({})
  const rules = createStoryRules(newsroom, noPicture, emptyDisk)
  const field = fc.constantFrom(...Object.keys(rules.schema.shape), 'titel', '__proto__', '"', '- ')
  const pieces = [
    'a',
    '2024',
    '-10-24',
    'T09:30:00+05:30',
    ' ',
    '\n',
    '\n  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ': ',
    '"',
    "'",
    '&x ',
    '*x',
    '🛳️',
    '~',
    '\u0000',
    '/',
    'https://',
  ]
  const anything = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces)).map(some => some.join('')),
    fc.json(),
  )
  const property = fc.property(field, anything, fc.boolean(), (name, value, isQuoted) => {
    const source: SourceFile = {
      file: storyFile,
      text: storyText({ [name]: isQuoted ? quoted(value) : value }),
    }
    const checked = validateStory(source, rules)
    for (const { code, message, hint, location } of checked.ok ? checked.value.warnings : checked.fault) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
      expect(message).not.toMatch(/undefined|\[object/)
      expect(hint).not.toBe('')
      if (location.length > 0) expect(location.text).toBe(source.text.split('\n')[location.line - 1])
      expect(location.column).toBeLessThanOrEqual(location.text.length + 1)
    }
  })
  fc.assert(property, { numRuns: 2000 })
})

test.each([
  ['title', '""', 'write more'],
  ['summary', 'Too short.', 'write more'],
  ['kicker', '""', 'write more, or remove the line'],
  ['image', '{ src: a.jpg, alt: x, credit: "" }', 'write more'],
  ['image', '{ src: a.jpg, alt: x, credit: x, caption: "" }', 'write more, or remove the line'],
])(
  'a text that is too short may be removed only where its field may be absent: %s: %s',
  (field, value, hint) => {
    expect(faultsOf({ [field]: value })).toMatchObject([{ code: 'text-too-short', hint }])
  },
)

test.each([
  ['hindi', 'write hi'],
  ['हिन्दी', 'write hi'],
  ['English', 'write en'],
  ['en_IN', 'write en-IN'],
  ['EN-in', 'write en-IN'],
  ['plain words', 'write a BCP 47 tag such as en, en-IN or hi'],
])('a language that is no tag is told its tag: %s', (language, hint) => {
  const site = siteData['_data/site.yaml'].replace('en-IN', language)
  const problems = problemsOf({ ...siteData, '_data/site.yaml': site })
  expect(problems.find(({ code }) => code.startsWith('language-'))?.hint).toBe(hint)
})

test.each([
  ['corrections', '[{ date: soon, text: The port closes at six. }]', '2026-11-30T09:30:00+05:30'],
  ['corrections', '[{ date: "18:40", text: The port closes at six. }]', '2026-11-30T18:40:00+05:30'],
  ['updated', 'today 6:40 pm', '2026-11-30T09:30:00+05:30'],
  ['embargo', '"18:40"', '2026-11-30T18:40:00+05:30'],
  ['withdrawn', '{ date: never, reason: It was wrong. }', '2026-11-30T09:30:00+05:30'],
  ['live', '{ until: tonight }', '2026-11-30T09:30:00+05:30'],
])('a time in advice is of the story’s own day: %s: %s', (field, value, time) => {
  const [problem] = problemsOf(storyAt('2026-11-30T09:30:00+05:30', 'storm', { [field]: value }))
  expect(problem?.hint).toContain(time)
})

test('the day in advice for a story without a date is that of its folder', () => {
  const file = 'content/stories/2026/11/30/storm.md'
  const [problem] = problemsOf({ [file]: storyText({ date: 'today' }) })
  expect(problem?.hint).toBe('write a time with its offset, such as 2026-11-30T09:30:00+05:30')
})
