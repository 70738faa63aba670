// VS Code shows what `validate` prints where it stands: its task has patterns for the lines of a problem.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { printProblems } from '../src/domain/print-problems.ts'
import { locationInText, locationOfFile, type Problem } from '../src/domain/problem.ts'
import { runInProcess } from './rig/run-in-process.ts'
import { storyFile, storyText } from './rig/site-data.ts'
import { createSite, projectRoot, type SiteFolder } from './rig/site-folder.ts'

type Pattern = { readonly regexp: string; readonly [part: string]: string | number }

const { tasks } = JSON.parse(readFileSync(join(projectRoot, '.vscode/tasks.json'), 'utf8'))
const [{ command, problemMatcher }] = tasks
const [head, message]: readonly [Pattern, Pattern] = problemMatcher.pattern

/** As VS Code reads them: each pattern takes the line after that of the one before. */
const shownBy = (printed: string) => {
  const lines = printed.split('\n')
  return lines.flatMap((line, index) => {
    const found = new RegExp(head.regexp).exec(line)
    const text = found && new RegExp(message.regexp).exec(lines[index + 1] ?? '')
    if (!found || !text) return []
    const part = (name: string) => found[Number(head[name])]
    return [
      [
        part('file'),
        part('line'),
        part('column'),
        part('severity'),
        part('code'),
        text[Number(message.message)],
      ],
    ]
  })
}

const text = '---\ntitle: Storm\ndate: 2024-10-24T09:30:00\n---\n'
const problem = (file: string, code: string, more: Partial<Problem> = {}): Problem => ({
  ...{ code, severity: 'error', message: `what is wrong with ${code}`, hint: 'see a.md:1:1 error b' },
  location: locationInText(file, text, text.indexOf('2024'), 19),
  ...more,
})

let site: SiteFolder | null = null
afterEach(() => site?.dispose())

test('each problem that is printed is shown once, at its place, with its code and its message', () => {
  const problems = [
    problem(storyFile, 'date-no-offset'),
    problem('content/static/12:30 a draft (2).md', 'file-not-portable', { severity: 'warning' }),
    problem('_data/site.yaml', 'field-missing', { location: locationOfFile('_data/site.yaml') }),
  ]
  expect(shownBy(printProblems(problems))).toEqual(
    problems.map(({ location: { file, line, column }, severity, code, message: said }) => [
      ...[file, `${line}`, `${column}`, severity, code, said],
    ]),
  )
})

test('the task runs what prints them', async () => {
  expect(command).toMatch(/ validate$/)
  site = createSite({ [storyFile]: storyText({ date: '2024-10-24T09:30:00' }) })
  const { stdout, stderr } = await runInProcess(site, 'validate')
  expect(shownBy(stdout + stderr)).toEqual([
    [storyFile, '3', '7', 'error', 'date-no-offset', expect.stringContaining('the offset is missing')],
  ])
})
