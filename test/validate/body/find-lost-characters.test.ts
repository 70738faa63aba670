import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'
import { render } from '../../rig/markdown.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

describe('characters that markdown takes for its own are a warning', () => {
  test.each([
    ['It is in C:\\_new\\a.doc now.\n', '7:10', 'C:\\_new\\a.doc'],
    ['All of D:\\x\\*.doc\n', '7:8', 'D:\\x\\*.doc'],
    ['On \\\\server\\share\n', '7:4', '\\\\server\\share'],
    ['Well ¯\\_(ツ)_/¯\n', '7:6', '¯\\_(ツ)_/¯'],
    ['| a |\n|---|\n| C:\\#x |\n', '9:3', 'C:\\#x'],
    ['It`s true, and I don`t care\n', '7:1', 'It`s'],
    ['He is O`Neill`s son\n', '7:7', 'O`Neill'],
    ['`Twas in the `90s\n', '7:14', '`90s'],
  ])('%j', (body, at, words) => expect(faultsOf(body)).toEqual([{ code: 'character-lost', at, words }]))

  test.each([
    ['C:\\_new', 'C:\\_new'],
    ['\\\\server\\_x', '\\\\server\\_x'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
  ])('%s: what they advise shows it', (typed, shown) => {
    const [problem] = problemsOf({ [storyFile]: storyText({}, `${typed}\n`) })
    const advised = /^write (.*) to show/.exec(problem?.hint ?? '')?.[1] ?? ''
    expect(render(advised)).toBe(`<p>${shown}</p>\n`)
    expect(faultsOf(`${advised}\n`)).toEqual([])
  })
})

test.each([
  'C:\\Users\\me\\a.doc and \\alpha\n',
  'C:\\\\_new\n',
  '`C:\\_new` and `\\\\server`\n',
  '```\nC:\\_new, it`s\n```\n',
  '2\\*3, \\#5, 1984\\. and 50\\%\n',
  'The `code`s of `a`, (`b`) and `c`.\n',
  '请运行`npm`命令\n',
  'The fields `a` and`started_on`.\n',
  "The reporter's `quoted' word and one ` alone, don`t\n",
  'One\\\ntwo\n',
])('sound: %j', body => expect(faultsOf(body)).toEqual([]))
