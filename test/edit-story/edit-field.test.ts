// An edit of one field touches no other byte of a story's file.

import fc from 'fast-check'
import { CORE_SCHEMA, load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { editField, type FieldEdit } from '../../src/edit-story/edit-field.ts'
import { parseYaml } from '../../src/read/parse-yaml.ts'

const time = '2024-10-24T13:05:00+05:30'

const edited = (raw: string, edit: FieldEdit): string => {
  const result = editField(raw, edit)
  if (!result.ok) throw new Error(`${result.fault}\n${raw}`)
  return result.value
}

const story = (...lines: string[]) => `---\n${lines.join('\n')}\n---\nText: “---” stays.\n`

describe('A field that is set', () => {
  test.each<[string, string, string]>([
    ['keeps the comment behind it', 'updated: old # by AR', `updated: ${time} # by AR`],
    ['replaces quotes with its value', "updated: 'it''s old'  # x", `updated: ${time}  # x`],
    ['stands where nothing stood', 'updated:   # when?', `updated: ${time}   # when?`],
    ['replaces a text in lines of its own', 'updated: |\n  old\n  older\n', `updated: ${time}\n`],
    ['replaces a list', 'updated:\n  - a\n  - b # two', `updated: ${time}`],
    ['keeps a name in quotes', '"updated": x', `"updated": ${time}`],
    ['keeps a name with a question mark', '? updated\n: x', `? updated\n: ${time}`],
  ])('%s', (_what, before, after) => {
    const edit = { kind: 'set', field: 'updated', value: time } as const
    expect(edited(story('title: A', before, 'tags: [a]'), edit)).toBe(story('title: A', after, 'tags: [a]'))
  })

  test('comes behind the field that it follows, with its comment and its lines', () => {
    const edit = { kind: 'set', field: 'updated', value: time } as const
    expect(edited(story('title: A', 'date: x # y', '# of the text', 'summary: b'), edit)).toBe(
      story('title: A', 'date: x # y', `updated: ${time}`, '# of the text', 'summary: b'),
    )
    const withdrawn = {
      kind: 'set',
      field: 'withdrawn',
      value: { date: time, reason: 'No: "it" is not.' },
    } as const
    expect(edited(story('title: A', 'summary: |+', '  b', '', ''), withdrawn)).toBe(
      story(
        'title: A',
        'summary: |+',
        '  b',
        '',
        '',
        'withdrawn:',
        `  date: ${time}`,
        `  reason: 'No: "it" is not.'`,
      ),
    )
  })
})

describe('A list that grows', () => {
  const append = { kind: 'append', field: 'aliases', value: '/c/' } as const
  test.each<[string, string, string]>([
    ['in brackets', 'aliases: [/a/, /b/] # old', 'aliases: [/a/, /b/, /c/] # old'],
    [
      'in brackets over lines',
      'aliases: [\n  /a/, # one\n  "/b/", # two\n  ]',
      'aliases: [\n  /a/, # one\n  "/b/", /c/, # two\n  ]',
    ],
    ['in empty brackets', 'aliases: [ ]', 'aliases: [/c/ ]'],
    ['by hyphens', 'aliases:\n- /a/\n- /b/ # two\n# more', 'aliases:\n- /a/\n- /b/ # two\n- /c/\n# more'],
    ['by indented hyphens', 'aliases:\n    - /a/', 'aliases:\n    - /a/\n    - /c/'],
    ['from nothing', 'aliases:', 'aliases: [/c/]'],
  ])('%s', (_what, before, after) => {
    expect(edited(story('title: A', before, 'tags: [a]'), append)).toBe(story('title: A', after, 'tags: [a]'))
  })

  test('by a correction, whatever the ones before it look like', () => {
    const edit = {
      kind: 'append',
      field: 'corrections',
      value: { date: time, text: 'It was four, not ten.' },
    } as const
    const item = `- date: ${time}\n    text: "It was four, not ten."`
    const old = '  - date: x\n    text: >-\n      An old one.\n'
    expect(edited(story(`corrections:\n${old}`, '# on', 'tags: [a]'), edit)).toBe(
      story(`corrections:\n${old}  ${item}\n`, '# on', 'tags: [a]'),
    )
    expect(edited(story('title: A'), edit)).toBe(story('title: A', 'corrections:', `  ${item}`))
  })
})

test('A field that goes takes its lines along, and nothing else', () => {
  const remove = { kind: 'remove', field: 'draft' } as const
  expect(edited(story('title: A', '# why', 'draft: true # until noon', 'tags: [a]'), remove)).toBe(
    story('title: A', '# why', 'tags: [a]'),
  )
  expect(edited('---\n{ title: A, draft: true, tags: [a] }\n---\n', remove)).toBe(
    '---\n{ title: A, tags: [a] }\n---\n',
  )
  expect(edited('---\n{ title: A, draft: true }\n---\n', remove)).toBe('---\n{ title: A }\n---\n')
  expect(edited(story('title: A'), remove)).toBe(story('title: A'))
})

test('A value that two fields share is not changed behind the back of one of them', () => {
  const shared = story('date: &then 2024-10-24T09:30:00Z', 'updated: *then')
  for (const field of ['date', 'updated'])
    expect(editField(shared, { kind: 'set', field, value: time })).toMatchObject({
      ok: false,
      fault: expect.stringContaining('write the value out in both'),
    })
})

/** As people and programs write one field, with what stands above it. */
const pieces: Readonly<Record<string, readonly string[]>> = {
  title: [
    'title: The port: "shut"'.replace(': "', ' "'),
    "title: 'It''s on'",
    '"title": "A \\"b\\" # c" # d',
    'title:\n  over\n  two lines',
    '? title\n: |-\n  kept',
  ],
  date: [
    'date: 2024-10-24T09:30:00+05:30',
    'date:   "2024-10-24T09:30:00Z"   # early',
    '# when\ndate: !!str 2024-10-24T09:30:00Z',
  ],
  summary: [
    'summary: >\n  A folded\n  text.\n\n\n',
    'summary: |+\n  A kept one.\n\n',
    'summary: "one\n  that goes on"',
    '\n\nsummary: हिंदी 🛳️ — text',
  ],
  draft: ['draft: true', 'draft: false # until noon', 'draft:'],
  updated: ['updated:', 'updated: ~', 'updated: 2024-10-24T10:30:00Z # by AR'],
  aliases: [
    'aliases: []',
    'aliases:',
    'aliases: [ /a/ , "/b,c/", ]',
    'aliases:\n- /a/\n\n- /b/ # two',
    'aliases:\n  # first\n  - >-\n    /a/\n\n  - /b/',
    'aliases: [\n  /a/, # ] one\n  /b/\n]',
  ],
  corrections: [
    'corrections:',
    'corrections:\n  - date: x\n    text: |\n      An old one.\n',
    'corrections: [{ date: x, text: "} y" }]',
    'corrections:\n- { date: x, text: y } # }',
  ],
  live: ['live: { until: x }', 'live:\n  until: x', 'live: true'],
  tags: ['tags: [a, b] #c', '# of tags\ntags:\n  - a'],
}

const names = Object.keys(pieces)

const frontMatter = fc
  .tuple(fc.shuffledSubarray(names, { minLength: 2 }), fc.array(fc.nat(20), { minLength: 9, maxLength: 9 }))
  .map(([fields, choices]) =>
    fields.map((name, index) => {
      const all = pieces[name] ?? []
      return { name, text: `${all[(choices[index] ?? 0) % all.length]}\n` }
    }),
  )

const words = fc.oneof(
  fc.constantFrom(
    'It was four, not ten.',
    'a: b # c',
    "it's",
    '"q" \\',
    '[x]',
    '{ y',
    '- z',
    'null',
    '12',
    '---',
    '🛳️',
  ),
  fc.string({ minLength: 1, maxLength: 20 }),
)

const edit: fc.Arbitrary<FieldEdit> = fc.oneof(
  words.map(text => ({ kind: 'append', field: 'corrections', value: { date: time, text } }) as const),
  fc.constantFrom('/c/', '/caf%C3%A9/').map(value => ({ kind: 'append', field: 'aliases', value }) as const),
  fc
    .tuple(fc.constantFrom(...names), words)
    .map(([field, value]) => ({ kind: 'set', field, value }) as const),
  words.map(reason => ({ kind: 'set', field: 'withdrawn', value: { date: time, reason } }) as const),
  fc.constantFrom(...names).map(field => ({ kind: 'remove', field }) as const),
)

const yamlOf = (raw: string) => raw.replace('\ufeff', '').replaceAll('\r\n', '\n').split('---\n')[1] ?? ''
const fieldsIn = (raw: string) => load(yamlOf(raw), { schema: CORE_SCHEMA }) as Record<string, unknown>

/** How many characters two texts begin with alike. */
const alike = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

const wantedOf = (fields: Record<string, unknown>, change: FieldEdit) => {
  const { [change.field]: old, ...others } = fields
  if (change.kind === 'remove') return others
  const list = Array.isArray(old) ? old : []
  return { ...others, [change.field]: change.kind === 'set' ? change.value : [...list, change.value] }
}

test('All bytes outside the field stay, and it says the old fields and the change', () => {
  let tried = 0
  fc.assert(
    fc.property(
      frontMatter,
      edit,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\ufeff'),
      fc.constantFrom('', '', '  '),
      (parts, change, lineEnd, mark, indent) => {
        const written = (texts: readonly { text: string }[]) =>
          texts.map(({ text }) => text.replace(/^(?=.)/gm, indent).replaceAll('\n', lineEnd)).join('')
        const [head, tail] = [`${mark}---${lineEnd}`, `---${lineEnd}Text:${lineEnd}--- stays.\r`]
        const raw = head + written(parts) + tail
        const yaml = yamlOf(raw)
        fc.pre(parseYaml({ file: '', text: yaml, start: 0, yaml }).ok)
        tried++
        const after = edited(raw, change)
        expect(fieldsIn(after)).toEqual(wantedOf(fieldsIn(raw), change))
        const at = parts.findIndex(({ name }) => name === change.field)
        if (at === -1) {
          // What is new stands in one piece: without it, the old text is left.
          const start = alike(raw, after)
          expect(after.endsWith(raw.slice(start))).toBe(true)
          return
        }
        const [before, behind] = [head + written(parts.slice(0, at)), written(parts.slice(at + 1)) + tail]
        expect(after.startsWith(before)).toBe(true)
        expect(after.endsWith(behind)).toBe(true)
        const comments = (text: string) => text.match(/^ *#.*$/gm) ?? []
        if (change.kind === 'append') expect(comments(after)).toEqual(comments(raw))
        const inside = after.slice(before.length, after.length - behind.length)
        if (lineEnd === '\r\n') expect(inside.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      },
    ),
    { numRuns: 600 },
  )
  expect(tried).toBeGreaterThan(300)
})

/** As JSON and programs write it: all fields between { and }. */
const inBraces = fc.tuple(
  fc.shuffledSubarray(
    [
      'title: A port',
      '"date": "2024-10-24T09:30:00Z"',
      'draft: true',
      'updated:',
      'aliases: [/a/]',
      "corrections: [{ date: x, text: '} y' }]",
      'tags: [ ]',
    ],
    { minLength: 2 },
  ),
  fc.constantFrom(', ', ' ,\n  ', ', # } note, [\n'),
  fc.constantFrom(['{', '}'], ['{ ', ' }'], ['{\n  ', ',\n}']),
)

test('Fields between braces stay as they are written, but for the one that changes', () => {
  fc.assert(
    fc.property(inBraces, edit, ([parts, comma, [open, close]], change) => {
      const raw = `---\n${open}${parts.join(comma)}${close}\n---\nText.\n`
      const after = edited(raw, change)
      expect(fieldsIn(after)).toEqual(wantedOf(fieldsIn(raw), change))
      const isOther = (part: string) => !part.replaceAll('"', '').startsWith(`${change.field}:`)
      for (const part of parts.filter(isOther)) expect(after).toContain(part)
      if (change.kind !== 'remove') expect(after.match(/# } note/g)).toEqual(raw.match(/# } note/g))
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['Four\u0007 died.', '<U+0007>'],
  ['Four died.\nNot ten.', '<U+000A>'],
  ['Four died.\r\nNot ten.', '<U+000D>'],
])('words that a field cannot hold are to blame for it: %j', (words, shown) => {
  const correction = { date: time, text: words }
  expect(editField(story('title: A'), { kind: 'append', field: 'corrections', value: correction })).toEqual({
    ok: false,
    fault: `“corrections” cannot hold ${shown}, a character that nobody sees; type its words again, in one line`,
  })
})
