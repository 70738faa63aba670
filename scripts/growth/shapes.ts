// Hostile shapes of a story: whatever could make its reading cost more than twice as much when it is twice as long.

/** Files of a site, made of about `size` bytes. */
export type Shape = {
  readonly name: string
  readonly filesOf: (size: number) => Readonly<Record<string, string>>
}

const storyFile = 'content/stories/2024/10/24/growing.md'

const head = `title: Harbour reopens after the storm
date: 2024-10-24T09:30:00+05:30
summary: Ships move again at noon, says the harbour master, after two days.
section: nation`

const storyOf = (body: string, fields = ''): Readonly<Record<string, string>> => ({
  [storyFile]: `---\n${head}\n${fields}${fields.endsWith('\n') || fields === '' ? '' : '\n'}---\n${body}\n`,
})

/** `part` again and again, each with its number, up to about `size` bytes. */
const repeated = (size: number, part: (index: number) => string): string => {
  const parts: string[] = []
  for (let length = 0, index = 0; length < size; index++) {
    const next = part(index)
    parts.push(next)
    length += next.length
  }
  return parts.join('')
}

const countOf = (size: number, each: number): number => Math.max(1, Math.floor(size / each))

/** A text of `part` again and again between words. */
const inText = (name: string, part: (index: number) => string): Shape => ({
  name,
  filesOf: size => storyOf(`The port is shut.\n\n${repeated(size, part)}\n`),
})

const inFields = (name: string, part: (index: number) => string, before = '', after = ''): Shape => ({
  name,
  filesOf: size => storyOf('The port is shut.', `${before}${repeated(size, part)}${after}`),
})

const sentence = 'The port of Velikara closes at six this evening, and nine shelters are open. '

/** Openings of something which never ends. */
const openers: readonly (readonly [name: string, part: string])[] = [
  ['emphasis opened', '*a **b '],
  ['emphasis of every kind', '*a_ __b* **c_ '],
  ['asterisks', '*'],
  ['underscores', 'a_'],
  ['asterisks and underscores by turns', '*_'],
  ['brackets', '['],
  ['brackets closed', 'a](b'],
  ['brackets by pairs', '[a]'],
  ['pictures opened', '!['],
  ['pictures nested', '![a'],
  ['links opened', '[a]('],
  ['links with angles', '[a](<b'],
  ['notes opened', '[^a'],
  ['notes in a line', '^[a '],
  ['parentheses', '('],
  ['angle brackets', '<'],
  ['addresses opened', '<https://a'],
  ['e-mail opened', '<a@b.'],
  ['ampersands', '&'],
  ['entities', '&#x1F600;'],
  ['backslashes', '\\'],
  ['comments opened', '<!-- a '],
  ['comments', '<!-- a --> '],
  ['declarations opened', '<![CDATA[ '],
  ['instructions opened', '<?a '],
  ['tags opened', '<a b="'],
  ['braces', '{'],
  ['braces of a language', '[a]{lang=de} '],
  ['braces opened', '[a]{lang='],
  ['template tags', '{{ a }} {% b %} '],
  ['template tags opened', '{% a '],
  ['double quotes', '"'],
  ['double quotes in words', 'a "b c" '],
  ['double quotes opened', '"a '],
  ['single quotes', "'a "],
  ['apostrophes', "a'b "],
  ['dashes', '-- '],
  ['tildes', '~'],
  ['pipes', '|'],
  ['colons', ':'],
  ['equals', '='],
  ['blanks', ' '],
  ['tabs', '\t'],
  ['hard breaks', 'a  \n'],
  ['one word', 'a'],
  ['one word of digits', '7'],
  ['one word in Chinese', '港'],
  ['emoji', '👩‍👩‍👧 '],
  ['combining marks', 'a\u0301\u0302'],
  ['bidi marks', '\u202Ea '],
  ['no-break spaces', '\u00A0'],
  ['zero-width spaces', '\u200B'],
  ['bare addresses', 'https://a.example/b '],
  ['bare addresses without blanks', 'https://a.example/b?'],
  ['www', 'www.a'],
  ['bare e-mail', 'a@b.example '],
  ['many @', '@'],
  ['dots', '.'],
  ['dots and letters', 'a.'],
  ['slashes', '/'],
  ['times', '2024-10-24T09:30:00+05:30 '],
]

const lines: readonly (readonly [name: string, part: (index: number) => string])[] = [
  ['paragraphs', () => `${sentence}\n\n`],
  ['lines', () => `${sentence}\n`],
  ['short lines', () => 'a\n'],
  ['blank lines', () => '\n'],
  ['headings', n => `## Subhead ${n}\n\n`],
  ['headings of the same words', () => '## Subhead\n\n'],
  ['headings of numbers', n => `## ${n % 10}\n\n`],
  ['headings underlined', () => 'a\n---\n'],
  ['rules', () => '---\n\n'],
  ['lists', n => `- entry ${n}\n`],
  ['lists of every mark', n => `${['-', '*', '+'][n % 3]} entry\n`],
  ['numbered lists', n => `${n + 1}. entry\n`],
  ['loose lists', () => '- entry\n\n'],
  ['quotations', () => '> words\n\n'],
  ['lazy quotations', () => '> words\nwords\n'],
  ['quotations of lists', () => '> - words\n'],
  ['fences', () => '```\na\n```\n'],
  ['fences opened', () => '```\n'],
  ['fences of every length', n => `${'`'.repeat(3 + (n % 50))}\n`],
  ['code of every length', n => `a${'`'.repeat(n % 800)} `],
  ['tables', () => '| a | b |\n|---|---|\n| 1 | 2 |\n\n'],
  ['table rows', n => (n === 0 ? '| a | b |\n|---|---|\n' : '| 1 | 2 |\n')],
  ['table captions', () => 'Table: a\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'],
  ['references', n => `[a${n}]: https://a.example/${n}\n`],
  ['references of one name', () => '[a]: https://a.example/\n'],
  ['references opened', () => '[a]: <b\n'],
  ['reference titles opened', () => '[a]: b "c\n'],
  ['links', n => `[a](https://a.example/${n}) `],
  ['links to one page', () => '[a](/about/) '],
  ['links to many missing pages', n => `[a](/missing-${n}/) `],
  ['links to missing subheads', n => `[a](#b${n}) `],
  ['links that are not allowed', n => `[a](javascript:${n})\n\n`],
  ['pictures missing', n => `![a](b${n}.jpg)\n\n`],
  ['pictures without words', () => '![](b.jpg) '],
  ['pictures elsewhere', n => `![a](https://a.example/${n}.jpg)\n\n`],
  ['videos missing', n => `![a](b${n}.mp4)\n\n`],
  ['embeds', n => `https://youtu.be/dQw4w9WgX${n % 100}\n\n`],
  ['notes', n => `a[^${n}]\n\n[^${n}]: b\n\n`],
  ['notes without text', n => `a[^${n}] `],
  ['notes unused', n => `[^${n}]: b\n\n`],
  ['notes repeated', () => '[^a]: b\n\n'],
  ['notes in a ring', n => `[^${n}]: b[^${n + 1}]\n\n`],
  ['boxes', () => '::: pullquote\nwords\n:::\n\n'],
  ['boxes unclosed', () => '::: pullquote\nwords\n\n'],
  ['boxes unknown', n => `::: box${n}\n\n`],
  ['boxes stray', () => ':::\n\n'],
  ['boxes of two colons', () => ':: facts\n\n'],
  ['boxes nested', n => `${':'.repeat(Math.max(3, 400 - n))} facts a\n\n`],
  ['key points', () => '::: keypoints\n- a\n:::\n\n'],
  ['fact boxes', () => '::: facts a\nwords\n:::\n\n'],
  ['definitions', () => 'a\n: b\n\n'],
  ['HTML lines', () => '<div>\n\n'],
  ['HTML tables', () => '<table><tr><td>a</td></tr></table>\n'],
  ['conflict markers', () => '<<<<<<< a\n=======\n>>>>>>> b\n'],
]

const nested = (name: string, open: string, close = ''): Shape => ({
  name,
  filesOf: size => {
    const count = countOf(size, open.length + close.length)
    return storyOf(`${open.repeat(count)}words${close.repeat(count)}`)
  },
})

const special: readonly Shape[] = [
  nested('quotations nested', '> '),
  nested('lists nested', '- '),
  nested('numbered lists nested', '1. '),
  nested('brackets nested', '[', ']'),
  nested('links nested', '[', '](b)'),
  nested('pictures nested and closed', '![', '](b)'),
  nested('emphasis nested', '*a ', ' b*'),
  nested('strong emphasis nested', '**a ', ' b**'),
  nested('parentheses in a link', '[a](('),
  nested('parentheses nested', '(', ')'),
  nested('notes nested', '^[', ']'),
  nested('quotes nested', '"a ', ' b"'),
  {
    name: 'lists indented',
    filesOf: size => {
      const depth = Math.floor(Math.sqrt(size))
      return storyOf(Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'))
    },
  },
  {
    name: 'quotations of growing depth',
    filesOf: size => {
      const depth = Math.floor(Math.sqrt(size))
      return storyOf(Array.from({ length: depth }, (_, n) => `${'> '.repeat(n)}a`).join('\n'))
    },
  },
  {
    name: 'brackets in lines',
    filesOf: size => storyOf(`${'[a\n'.repeat(countOf(size, 3))}`),
  },
  {
    name: 'one Chinese letter in a long story',
    filesOf: size => storyOf(`港 ${repeated(size, () => `${sentence}\n\n`)}`),
  },
  {
    name: 'a story in Chinese',
    filesOf: size => storyOf(repeated(size / 3, () => '港口今晚六点关闭，九个避难所开放。\n\n')),
  },
  {
    name: 'one Thai letter in one line',
    filesOf: size => storyOf(`ก ${repeated(size, () => sentence)}`),
  },
  {
    name: 'one note used often',
    filesOf: size => storyOf(`${repeated(size, () => 'a[^a] ')}\n\n[^a]: b`),
  },
  {
    name: 'many notes used twice',
    filesOf: size =>
      storyOf(
        `${repeated(size / 2, n => `a[^${n}] b[^${n}] `)}\n\n${repeated(size / 2, n => `[^${n}]: b\n\n`)}`,
      ),
  },
  {
    name: 'one reference used often',
    filesOf: size => storyOf(`${repeated(size, () => '[a] ')}\n\n[a]: https://a.example/`),
  },
  {
    name: 'one long reference used often',
    filesOf: size =>
      storyOf(`${'[a] '.repeat(countOf(size, 8))}\n\n[a]: https://a.example/${'b'.repeat(size / 2)}`),
  },
  {
    name: 'references used once each',
    filesOf: size =>
      storyOf(`${repeated(size / 2, n => `[a${n}] `)}\n\n${repeated(size / 2, n => `[a${n}]: /about/\n`)}`),
  },
  {
    name: 'a table of many columns',
    filesOf: size => {
      const columns = countOf(size, 10)
      return storyOf(`${'| a '.repeat(columns)}|\n${'|---'.repeat(columns)}|\n${'|1'.repeat(columns)}|`)
    },
  },
  {
    name: 'a table of many columns and short rows',
    filesOf: size => {
      const columns = countOf(size / 2, 8)
      return storyOf(
        `${'| a '.repeat(columns)}|\n${'|---'.repeat(columns)}|\n${'|1\n'.repeat(countOf(size / 2, 3))}`,
      )
    },
  },
  {
    name: 'entries of a live blog',
    filesOf: size =>
      storyOf(
        repeated(size, n => `::: entry ${instant(n)} Entry ${n}\nThe port is shut.\n:::\n\n`),
        'live: true',
      ),
  },
  {
    name: 'entries of one time',
    filesOf: size =>
      storyOf(
        repeated(size, n => `::: entry ${instant(0)} Entry ${n}\nThe port is shut.\n:::\n\n`),
        'live: true',
      ),
  },
  {
    name: 'a timeline',
    filesOf: size => storyOf(`::: timeline\n${repeated(size, () => '- 2024-10-24: The port closes.\n')}:::`),
  },
  {
    name: 'a timeline without times',
    filesOf: size => storyOf(`::: timeline\n${repeated(size, n => `- entry ${n}\n`)}:::`),
  },
  {
    name: 'key points many',
    filesOf: size => storyOf(`::: keypoints\n${repeated(size, n => `- entry ${n}\n`)}:::`),
  },
  {
    name: 'front matter without end',
    filesOf: size => ({ [storyFile]: `---\n${head}\n${repeated(size, () => `${sentence}\n`)}` }),
  },
  inFields('a long title', () => 'Storm ', 'kicker: '),
  inFields('tags', n => `tag-${n}, `, 'tags: [', 'last]'),
  inFields('tags of one name', () => 'storm, ', 'tags: [', 'storm]'),
  inFields('tags that are none', n => `Tag ${n}, `, 'tags: [', 'last]'),
  inFields('authors', n => `Asha Rao ${n}, `, 'authors: [', 'Tom Field]'),
  inFields('authors unknown', n => `asha-rao-${n}, `, 'authors: [', 'Tom Field]'),
  inFields('aliases', n => `/old/${n}/, `, 'aliases: [', '/old/]'),
  inFields('aliases that are none', n => `old ${n}, `, 'aliases: [', '/old/]'),
  inFields(
    'corrections',
    n => `  - { date: ${instant(n)}, text: An earlier version gave the wrong hour. }\n`,
    'corrections:\n',
  ),
  inFields('corrections without text', n => `  - { date: ${instant(n)} }\n`, 'corrections:\n'),
  inFields('unknown fields', n => `field${n}: a\n`),
  inFields('fields twice', () => 'kicker: a\n'),
  inFields('YAML nested in brackets', () => '[', 'tags: '),
  inFields('YAML nested in braces', () => '{a: ', 'tags: '),
  inFields('YAML anchors', n => `  - &a${n} b\n`, 'tags:\n'),
  inFields('YAML aliases', n => (n === 0 ? '  - &a b\n' : '  - *a\n'), 'tags:\n'),
  inFields('YAML quotes opened', () => '"a\n', 'kicker: '),
  inFields('YAML text in lines', () => '  a\n', 'kicker: |\n'),
  inFields('YAML folded text', () => '  a\n\n', 'kicker: >\n'),
  inFields('YAML comments', () => '# a\n'),
  inFields('YAML numbers', n => `${n}, `, 'tags: [', '1]'),
  inFields('YAML indented', n => `${' '.repeat(n % 400)}a:\n`),
  inFields('YAML long number', () => '9', 'urgency: '),
  inFields('YAML long date', () => '2024-10-24 ', 'updated: '),
  {
    name: 'SVG nested',
    filesOf: size => drawing(`${'<g>'.repeat(countOf(size, 7))}${'</g>'.repeat(countOf(size, 7))}`),
  },
  { name: 'SVG of many parts', filesOf: size => drawing(repeated(size, n => `<path d="M0 ${n}h1"/>`)) },
  { name: 'SVG of a long path', filesOf: size => drawing(`<path d="${repeated(size, n => `M0 ${n}h1`)}"/>`) },
  {
    name: 'SVG of many attributes',
    filesOf: size => drawing(`<path ${repeated(size, n => `a${n}="b" `)}/>`),
  },
  { name: 'SVG of many links', filesOf: size => drawing(repeated(size, n => `<use href="#a${n}"/>`)) },
  {
    name: 'SVG of a long style',
    filesOf: size => drawing(`<style>${repeated(size, () => 'a{b:url(')}</style>`),
  },
  { name: 'SVG of comments', filesOf: size => drawing(repeated(size, () => '<!-- a -->')) },
  { name: 'SVG of entities', filesOf: size => drawing(`<text>${repeated(size, () => '&amp;')}</text>`) },
  {
    name: 'SVG with namespaces nested',
    filesOf: size => {
      const count = countOf(size, 24)
      return drawing(
        `${Array.from({ length: count }, (_, n) => `<g xmlns:a${n}="b">`).join('')}${'</g>'.repeat(count)}`,
      )
    },
  },
]

const instant = (n: number): string => {
  const time = new Date(Date.UTC(2024, 9, 24, 4, 0, 0) + 1000 * (n % 60_000))
  return time.toISOString().replace('.000Z', 'Z')
}

const drawing = (inside: string): Readonly<Record<string, string>> => ({
  ...storyOf('![a drawing](drawing.svg)'),
  'content/stories/2024/10/24/drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${inside}</svg>\n`,
})

export const shapes: readonly Shape[] = [
  ...openers.map(([name, part]) => inText(name, () => part)),
  ...lines.map(([name, part]) => inText(name, part)),
  ...special,
]
