// The report of a build says what became of each story, with its address.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Run, type SiteFolder } from '../rig/site-folder.ts'

const folder = 'content/stories/2024/10/24'
const fileOf = (name: string) => `${folder}/${name}.md`
const names = [
  'gale',
  'squall',
  'storm',
  'calm',
  'fire',
  'flood',
  'tide',
  'dawn',
  'embargo',
  'draft',
  'wrong',
]
const textOf = (name: string, fields = {}, body?: string) =>
  storyText(
    { title: `The ${name}`, date: `2024-10-24T${10 + names.indexOf(name)}:30:00+05:30`, ...fields },
    body,
  )
const noon = '2024-10-25T12:00:00+05:30'
const evening = '2024-10-25T20:00:00+05:30'
const addressOf = (name: string, section = 'world') =>
  `https://bulletin.example/${section}/2024/10/24/${name}/`

let site: SiteFolder
let first: Run
let second: Run
let third: Run
let status: Run
let statusInJson: Run
beforeAll(async () => {
  const edited = (name: string, fields = {}, body?: string) =>
    site.write(fileOf(name), textOf(name, fields, body))
  const build = (now: string, ...flags: string[]) => runInProcess(site, 'build', `--now=${now}`, ...flags)
  site = createSite(Object.fromEntries(names.slice(0, 8).map(name => [fileOf(name), textOf(name)])))
  edited('embargo', { embargo: '2024-10-25T18:00:00+05:30' })
  first = await build(noon)
  edited('storm', { withdrawn: `{ date: ${noon}, reason: It was no storm. }` })
  edited('calm', { corrections: `[{ date: ${noon}, text: It was no calm. }]` })
  edited('fire', { updated: noon }, 'It burns.\n')
  edited('flood', { section: 'nation', aliases: '[/world/2024/10/24/flood/]' })
  edited('tide', { minor: 'true' }, 'The first pragraph.\n')
  edited('gale', {}, 'The first paragraph.\n\n<!-- ask Asha -->\n')
  edited('draft', { draft: 'true' })
  edited('wrong', { section: 'wrold' })
  site.remove(fileOf('dawn'))
  second = await build(evening, '--allow-lost')
  edited('squall', { title: 'A squall' })
  status = await runInProcess(site, 'status', `--now=${evening}`)
  statusInJson = await runInProcess(site, 'status', `--now=${evening}`, '--format=json')
  edited('squall')
  edited('wrong')
  // All is made anew, and is what it was.
  third = await build(evening, '--all', '--format=json')
})
afterAll(() => site.dispose())

describe('The report of a build', () => {
  test('names no story as new where nobody knows what readers had', () => {
    expect(first.stdout).toContain('8 stories are live\n')
    expect(first.stdout).not.toContain('went live')
  })

  test('names every story that went live, changed, moved or went, the gravest first', () => {
    const lines = second.stdout.split('\n').filter(line => line.includes('https://bulletin.example/'))
    expect(lines).toEqual([
      `gone       The dawn  ${addressOf('dawn')}`,
      `withdrawn  The storm  ${addressOf('storm')}`,
      `moved      The flood  ${addressOf('flood', 'nation')}  (it was at /world/2024/10/24/flood/)`,
      `corrected  The calm  ${addressOf('calm')}`,
      `updated    The fire  ${addressOf('fire')}`,
      `changed    The tide  ${addressOf('tide')}`,
      `went live  The embargo  ${addressOf('embargo')}`,
    ])
    expect(second.status).toBe(3)
  })

  test('as JSON is one object with all that the text says, in a full build as well', () => {
    const { problems, files, pagesChecked, ...rest } = JSON.parse(third.stdout)
    expect(rest).toEqual({
      published: true,
      status: 0,
      keptBack: [],
      stories: [
        {
          ...{ file: fileOf('wrong'), title: 'The wrong', url: addressOf('wrong') },
          ...{ movedFrom: null, kinds: ['live'] },
        },
      ],
      live: 8,
      picturesEncoded: 0,
      held: [],
      drafts: [fileOf('draft')],
      nextDue: '2024-10-26T10:30:00+05:30',
      fullBuildReason: expect.stringContaining('--all'),
    })
    expect(files.added).toContain('world/2024/10/24/wrong/index.html')
    expect([pagesChecked > 20, problems, files.foreign]).toEqual([true, [], []])
  })
})

describe('npm run status', () => {
  test('says how the newsroom stands, why a story stays back, and what changed since', () => {
    expect(status).toMatchObject({ status: 0, stderr: '' })
    const wrong = fileOf('wrong')
    expect(status.stdout.split('\n').filter(line => !line.startsWith('as published'))).toEqual([
      'published, but 1 file was kept back:',
      `  ${wrong}: readers do not get it until its problems are mended`,
      expect.stringMatching(new RegExp(`^    ${wrong}:5:10 error section-unknown: `)),
      '      → did you mean “world”?',
      'live today:',
      `  The embargo  ${addressOf('embargo')}`,
      'updated today:',
      `  The fire  ${addressOf('fire')}`,
      'corrected today:',
      `  The calm  ${addressOf('calm')}`,
      'withdrawn today:',
      `  The storm  ${addressOf('storm')}`,
      'drafts:',
      `  The draft  (${fileOf('draft')})`,
      'changed since; npm run build takes it in:',
      `  ${fileOf('squall')}`,
      '',
    ])
  })

  test('as JSON is one object', () => {
    expect(JSON.parse(statusInJson.stdout)).toMatchObject({
      published: evening,
      keptBack: [{ shown: 'nothing', url: null, problems: [{ code: 'section-unknown' }] }],
      held: [],
      drafts: [{ title: 'The draft' }],
      due: [],
      changed: [fileOf('squall')],
      fullBuildReason: null,
    })
  })
})
