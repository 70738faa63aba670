import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

const head = '| port | tonnes |\n|---|---|\n'

describe('a row with more cells than its head is reported at the first that would be lost', () => {
  test.each([
    ['a word behind the last cell', `${head}| Velikara | 12 | of which 3 |\n`, '9:19', 'of which 3'],
    ['without outer lines', 'a | b\n--|--\nc | d | e\n', '9:9', 'e'],
    ['a line in code', `${head}| \`x|y\` | either |\n`, '9:11', 'either'],
    ['in a quotation', `> ${head.replaceAll('\n', '\n> ')}| c | d | e |\n`, '9:13', 'e'],
    ['in a list', `- ${head.replaceAll('\n', '\n  ')}| c | d | e |\n`, '9:13', 'e'],
    ['a sign is a word here', `${head}| c | d | – |\n`, '9:11', '–'],
    ['in a box', `::: facts A\n${head}| c | d | e |\n:::\n`, '10:11', 'e'],
  ])('%s', (_what, body, at, words) =>
    expect(faultsOf(body)).toEqual([{ code: 'table-cell-lost', at, words }]),
  )
})

test('the advice shows the head and the line of dashes, so that what was typed is a table', () => {
  const [fault] = problemsOf({ [storyFile]: storyText({}, `${head}| Velikara | 12 | of 3 | x |\n`) })
  expect(fault?.hint).toContain(
    'write the head as | port | tonnes | … | … | and the line below it as |---|---|---|---|;',
  )
  expect(faultsOf('| port | tonnes | … | … |\n|---|---|---|---|\n| Velikara | 12 | of 3 | x |\n')).toEqual([])
})

test.each([
  [`${head}| c | d |\nThe port is shut.\n`, '10:1', 'The port is shut.'],
  [`> ${head.replaceAll('\n', '\n> ')}| c | d |\n> The port is shut.\n`, '10:3', 'The port is shut.'],
])('text right below a table becomes a row of it: %j', (body, at, words) => {
  expect(faultsOf(body)).toEqual([{ code: 'table-row-text', at, words }])
})

describe('sound', () => {
  test.each([
    ['as many cells as the head', `${head}| c | d |\n`],
    ['of one column', '| port |\n|---|\nVelikara\n'],
    ['a caption', `${head}| c | d |\nTable: Fish landed\n`],
    ['fewer', `${head}| c |\n`],
    ['an empty cell too much', `${head}| c | d | |\n`],
    ['an escaped line', `${head}| c \\| d | \`e \\| f\` |\n`],
    ['an empty head', '| | |\n|---|---|\n| c | d |\n'],
    ['a table in code', `\`\`\`\n${head}| c | d | e |\n\`\`\`\n`],
    ['a line that is none', 'A | b\n\nc | d | e\n'],
  ])('%s', (_what, body) => expect(faultsOf(body)).toEqual([]))
})
