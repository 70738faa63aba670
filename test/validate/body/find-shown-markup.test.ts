import { describe, expect, test } from 'vitest'
import { faultLines, faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

describe('HTML that readers would see is an error with its place', () => {
  test.each([
    ['in a paragraph', 'One.\n\nTwo <b>three</b>.\n', '9:5', '<b>'],
    ['pasted from Word', '<p class="MsoNormal">One.<o:p></o:p></p>\n', '7:1', '<p class="MsoNormal">'],
    ['in a list', '- one\n- two<br>three\n', '8:6', '<br>'],
    ['in a quotation', '> One <i>two</i>\n', '7:7', '<i>'],
    ['in a subhead', '## One <small>two</small>\n', '7:8', '<small>'],
    ['in a table', '| a | b |\n|---|---|\n| c<br>d | e |\n', '9:4', '<br>'],
    ['in the title of a box', '::: facts A <b>b</b>\nOne.\n:::\n', '7:13', '<b>'],
    ['in a box', '::: facts A\nOne<br>two.\n:::\n', '8:4', '<br>'],
    ['in the words of a link', '[a <b>b</b>](/world/)\n', '7:4', '<b>'],
    ['in a footnote', 'One.[^1]\n\n[^1]: Two <b>b</b>\n', '9:11', '<b>'],
    ['behind a comment', 'One.\n\n<!-- a\n<b>b -->\n\nTwo <b>b</b>.\n', '12:5', '<b>'],
    ['the rest of a comment', 'One <!-- a.\n\nTwo.\n', '7:5', '<!--'],
  ])('%s', (_what, body, at, words) => {
    const [fault, ...more] = faultsOf(body)
    expect(fault).toEqual({ code: words === '<!--' ? 'comment-unclosed' : 'html-in-text', at, words })
    expect(more).toEqual([])
  })

  test('in the headline of a live entry', () => {
    const entry = '::: entry 2024-10-24T10:00:00+05:30 The <b>port</b>\nShut.\n:::\n'
    expect(faultLines(entry, {}, { live: 'true' })).toEqual(['8:41 html-in-text'])
  })

  test('in the words and the caption of a picture', () => {
    expect(faultLines('![a <b>b</b>](a.svg)\n')).toEqual(['7:5 html-in-text'])
    expect(faultLines('![a](a.svg "b <i>c</i>")\n')).toEqual(['7:15 html-in-text'])
    expect(faultLines('[a](/world/ "b <!-- c")\n')).toEqual(['7:16 comment-unclosed'])
  })
})

describe('a comment whose dashes a program joined would be read by everybody', () => {
  test.each([
    ...['<!— our source is Jane —>', '<!– our source –>', '<!–- our source -–>', '<! -- our source -->'],
    ...['<!- our source ->', '<!—our source', '<!—our source — Jane —>', '<!—\nour\nsource\n—>'],
    ...['&lt;!-- our source --&gt;', '<!‑‑ our source ‑‑>'],
  ])('%s', comment => {
    const [fault, ...more] = faultsOf(`One.\n\nTwo ${comment} three.\n`)
    expect([fault?.code, fault?.at]).toEqual(['comment-joined', '9:5'])
    expect(more).toEqual([])
  })

  test('but not where it is shown as code, and not what only looks alike', () => {
    for (const text of ['`<!— a —>`', 'a <!> b', 'a < !— b', '&lt;b&gt;', 'a \\<!— b'])
      expect(faultsOf(`One ${text} two.\n`), text).toEqual([])
  })
})

test('a text that was pasted as HTML is three problems, and says of how many places', () => {
  const body = '<p>One.</p>\n\n'.repeat(9)
  const problems = problemsOf({ [storyFile]: storyText({}, body) })
  expect(problems.map(({ location }) => location.line)).toEqual([7, 9, 11])
  expect(problems[2]?.message).toContain('and so in 6 more places of this text')
})

test('the advice is what to type', () => {
  const hintOf = (body: string) => problemsOf({ [storyFile]: storyText({}, body) })[0]?.hint
  expect(hintOf('One <b>two</b>\n')).toBe(
    'write **bold** words between two stars; to show it as it is, put it in backquotes: `<b>`',
  )
  expect(hintOf('<a href="/x/">One</a>\n')).toContain('write a link as [its words](https://…)')
  expect(hintOf('One <font size=2>two</font>\n')).toContain('paste the text as plain text')
})

describe('a tag of a template is a warning', () => {
  test.each(['{% youtube x %}', '{{ page.title }}', '{{< figure >}}', '[gallery ids="1"]', '<%= a %>'])(
    '%s',
    tag => {
      expect(faultsOf(`One.\n\nTwo ${tag} three.\n`)).toEqual([
        { code: 'template-in-text', at: '9:5', words: tag },
      ])
      const [problem] = problemsOf({ [storyFile]: storyText({}, `Two ${tag}\n`) })
      expect(problem?.severity).toBe('warning')
    },
  )
})

test.each(['&#0;', '&#8;', '&#x1F;', '&#xFFFE;', '&#150;', '&#xD800;', '&#1114112;'])(
  '%s stands for a character that no page can show',
  written => {
    expect(faultsOf(`One.\n\nTwo ${written}.\n`)).toEqual([
      { code: 'text-control-character', at: '9:5', words: written },
    ])
  },
)

test.each([
  '`<b>` and ``{{ a }}`` and `&#0;`',
  '```\n<p>{% a %}\n&#0;\n```',
  '\\<b> and \\{{ a }} and \\[gallery]',
  '<https://bulletin.example/> and a < b, c > d',
  '&#8217; &nbsp; &lt;b&gt; &amp;#0;',
  '[gallery](/world/) [caption][w]\n\n[w]: /world/',
])('no fault: %s', body => expect(faultsOf(`${body}\n`)).toEqual([]))

test.each(['- a ` b\n- c <!-- d --> e ` f\n', '- ```\n\n<!-- d --> e\n'])(
  'a comment that seems to stand in code, and does not, is an error: %j',
  body => {
    const [problem] = problemsOf({ [storyFile]: storyText({}, body) })
    expect(problem).toMatchObject({ code: 'comment-unclosed', severity: 'error' })
    expect(problem?.message).toContain('readers would see this comment')
  },
)
