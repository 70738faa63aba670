// npm run validate: what a reporter is told about each mistake. One run over one newsroom that has them all.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { type Mistake, mistakes } from './mistakes.ts'

const fileOf = ({ name }: Mistake) =>
  `content/stories/2024/10/24/${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')}.md`

type Record = { code: string; file: string; line: number; column: number; hint: string; severity: string }

let site: SiteFolder
let problems: readonly Record[]
beforeAll(async () => {
  site = createSite(Object.fromEntries(mistakes.map(mistake => [fileOf(mistake), mistake.text])))
  problems = JSON.parse((await runInProcess(site, 'validate', '--format=json')).stdout)
})
afterAll(() => site.dispose())

describe('a reporter who makes a mistake is told where, and what to write', () => {
  test.each(mistakes)('$name', mistake => {
    const found = problems.filter(problem => problem.file === fileOf(mistake))
    const { at, code, hint } = mistake
    expect(
      found.map(problem => ({
        at: `${problem.line}:${problem.column}`,
        code: problem.code,
        hint: problem.hint,
      })),
    ).toEqual([{ at, code, hint }])
  })
})

describe('npm run validate', () => {
  test('marks the place under the line itself', async () => {
    const { stdout } = await runInProcess(site, 'validate')
    expect(stdout).toContain(
      [
        'content/stories/2024/10/24/an-author-with-a-slip.md:6:22 error author-unknown',
        '  authors: there is no “asha-roa” in _data/people.yaml',
        '  6 | authors: [tom-field, asha-roa]',
        '                           ^^^^^^^^',
        '  → did you mean “asha-rao”?',
      ].join('\n'),
    )
    expect(stdout).toMatch(new RegExp(`${mistakes.length} problems\n$`))
  })

  test('says the same to machines: one annotation a problem for GitHub', async () => {
    const { stdout, status } = await runInProcess(site, 'validate', '--format=github')
    expect(status).toBe(1)
    expect(stdout.trim().split('\n')).toHaveLength(mistakes.length)
    expect(stdout).toContain(
      '::error file=content/stories/2024/10/24/a-section-with-a-slip.md,line=5,col=10,title=section-unknown::section: there is no section “wrld”. did you mean “world”?\n',
    )
  })

  test('builds nothing', () => expect(site.snapshot('_site')).toEqual({}))
})

describe('the status', () => {
  const validate = async (text: string, ...flags: string[]) => {
    const sound = createSite({ [storyFile]: text })
    try {
      return await runInProcess(sound, 'validate', ...flags)
    } finally {
      sound.dispose()
    }
  }

  test('is 0 when all is sound', async () => {
    expect(await validate(storyText())).toMatchObject({
      status: 0,
      stdout:
        '1 story is valid; links are checked when the site is built; edits and addresses of live stories with --against=<revision>.\n',
    })
    expect(await validate(storyText(), '--format=json')).toMatchObject({ status: 0, stdout: '[]\n' })
  })

  test('is 0 when there are only warnings, and they are printed', async () => {
    const { status, stdout } = await validate(storyText({ date: '2024-10-23T09:30:00+05:30' }))
    expect(stdout).toContain(`${storyFile}:3:7 warning story-folder`)
    expect(stdout).toContain(
      '→ move it to content/stories/2024/10/23/harbour-reopens.md, or correct the date',
    )
    expect(status).toBe(0)
  })

  test('is 1 when there is a problem, 2 for a flag that is none', async () => {
    expect((await validate(storyText({ section: 'x' }))).status).toBe(1)
    expect(await validate(storyText(), '--formt=json')).toMatchObject({ status: 2, stdout: '' })
    expect((await validate(storyText(), '--format=xml')).stderr).toBe(
      '--format is “xml”; write text, json or github\n',
    )
  })
})
