// A pull request is held against what readers have, and so is a build whose record of the last publish is lost.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { commitIn, gitIn } from '../rig/git-site.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'

const folder = 'content/stories/2024/10/24'
const fileOf = (name: string) => `${folder}/${name}.md`
const urlOf = (name: string) => `/world/2024/10/24/${name}/`
const pageOf = (name: string) => `_site${urlOf(name)}index.html`
/** Each has its second. */
const dateOf = (name: string) => {
  const second = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1800, 0)
  return new Date(Date.parse('2024-10-24T10:00:00Z') + second * 1000).toISOString().replace('.000Z', '+05:30')
}
const story = (name: string, title: string, more = {}, words = 'The brigade says that ten people died.\n') =>
  storyText({ title, date: dateOf(name), ...more }, words)
const drawing = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 9 9"><path fill="${colour}" d="M0 0h9v9H0z"/></svg>\n`
const map = { image: '{ src: map.svg, alt: A map, credit: Desk }' }
const chart = { image: '{ src: chart.svg, alt: A chart, credit: Desk }' }
const later = '2024-10-24T13:00:00+05:30'
const strict = { '_data/site.yaml': `${siteData['_data/site.yaml']}edits: { silent: error }\n` }
const sound: Files = {
  ...strict,
  [fileOf('fire')]: story('fire', 'Ten dead in a mill fire'),
  [fileOf('calm')]: story('calm', 'A calm at last'),
}

let site: SiteFolder
afterEach(() => {
  vi.unstubAllEnvs()
  site.dispose()
})

const run = (script: string, ...flags: string[]) => {
  vi.stubEnv('DATELINE_NOW', later)
  return runInProcess(site, script, ...flags)
}

type Record = { readonly file: string; readonly code: string; readonly message: string }

describe('npm run validate -- --against=main', () => {
  const branch = (files: Files = {}) => {
    site = createSite({ ...sound, ...files })
    commitIn(site)
    gitIn(site, ['checkout', '--quiet', '-b', 'edits'])
  }

  test('finds what a pull request changes in silence and the addresses that it loses, and nothing else', async () => {
    branch({
      [fileOf('storm')]: story('storm', 'The storm is over', map),
      [`${folder}/map.svg`]: drawing('red'),
      [fileOf('gone')]: story('gone', 'Ships sail again', chart),
      [`${folder}/chart.svg`]: drawing('green'),
      [fileOf('draft')]: story('draft', 'Half written', { draft: 'true' }),
      [fileOf('held')]: story('held', 'The report of tomorrow', { embargo: '2024-10-25T10:30:00+05:30' }),
      [fileOf('said')]: story('said', 'The mayor speaks'),
      [fileOf('theirs')]: story('theirs', 'Somebody else’s story'),
    })
    gitIn(site, ['checkout', '--quiet', 'main'])
    site.write(fileOf('theirs'), story('theirs', 'Somebody else’s story', {}, 'Their new text.\n'))
    commitIn(site)
    gitIn(site, ['checkout', '--quiet', 'edits'])
    site.write(fileOf('fire'), story('fire', 'Four dead in a mill fire'))
    site.write(fileOf('calm'), story('calm', 'A calm at last', { section: 'nation' }))
    site.write(`${folder}/map.svg`, drawing('blue'))
    site.remove(fileOf('gone'))
    site.remove(`${folder}/chart.svg`)
    site.write(fileOf('draft'), story('draft', 'Half written again', { draft: 'true', section: 'nation' }))
    site.write(fileOf('held'), story('held', 'The report of today', { embargo: '2024-10-25T10:30:00+05:30' }))
    site.write(fileOf('said'), story('said', 'The mayor spoke', { updated: later }))
    site.write(fileOf('new'), story('new', 'Something new'))
    commitIn(site)
    const { stdout, status } = await run('validate', '--against=main', '--format=json')
    const found = JSON.parse(stdout) as readonly Record[]
    expect(found.map(({ file, code }) => `${file.slice(folder.length + 1)} ${code}`).sort()).toEqual([
      'calm.md address-lost',
      'fire.md edit-silent',
      'gone.md address-lost',
      'held.md date-before-release',
      'storm.md edit-silent',
    ])
    expect(stdout).toContain('headline: “Ten” became “Four”')
    expect(stdout).toContain('other pictures')
    expect(status).toBe(1)

    // A story that is wrong by itself hides none of that.
    site.write(fileOf('new'), story('new', 'Something new', { section: 'wrld' }))
    const github = await run('validate', '--against=main', '--format=github')
    expect(github.stdout.trim().split('\n')).toHaveLength(6)
    expect(github.stdout).toContain(
      `::error file=${fileOf('fire')},line=2,col=8,title=edit-silent::this story changed since readers saw it`,
    )
    expect(github.stdout).toContain('title=section-unknown')
  })

  test('what was wrong before the branch is a warning, in the files that it leaves alone', async () => {
    const [bulletin, page] = ['content/bulletins/2024-10-24.md', 'content/pages/team.md']
    branch({
      [fileOf('half')]: story('half', 'Half written', { draft: 'true', summary: 'tbd' }),
      [fileOf('other')]: story('other', 'Half written too', { draft: 'true', summary: 'tbd' }),
      [bulletin]: '---\ntitel: Thursday\n---\n',
      [page]: '---\nsummary: Who we are.\n---\nAll of us.\n',
    })
    site.write(fileOf('other'), story('other', 'Half written still', { draft: 'true', summary: 'tbd' }))
    const other = `${fileOf('other')} error text-too-short`
    const found = async () => {
      const { stdout, status } = await run('validate', '--against=main', '--format=json')
      const records = JSON.parse(stdout) as readonly (Record & { readonly severity: string })[]
      return {
        status,
        lines: records.map(each => `${each.file} ${each.severity} ${each.code}`).sort(),
        stdout,
      }
    }
    const { status, lines, stdout } = await found()
    expect(lines).toEqual([
      `${bulletin} warning field-unknown`,
      `${page} warning page-untitled`,
      `${fileOf('half')} warning text-too-short`,
      other,
    ])
    expect(stdout).toContain('as it was before this branch, so it is a warning here')
    expect(status).toBe(1)
    // What a change of site data makes wrong is of the branch.
    site.write('_data/sections.yaml', siteData['_data/sections.yaml'].replace('world:', 'wrld:'))
    expect((await found()).lines).toContain(`${fileOf('half')} error section-unknown`)
    expect((await run('validate')).stdout).toContain(`${fileOf('half')}:4:10 error`)
    site.write('_data/sections.yaml', siteData['_data/sections.yaml'])
    site.write(fileOf('other'), story('other', 'Written to the end', { draft: 'true' }))
    expect(await found()).toMatchObject({ status: 0 })
  })

  test('says so when all is well', async () => {
    branch()
    site.write(fileOf('new'), story('new', 'Something new'))
    const { stdout, status } = await run('validate', '--against=main')
    expect(stdout).toBe(
      `3 stories are valid; addresses and edits: held against commit ${gitIn(site, ['rev-parse', 'main']).slice(0, 10)}; links are checked when the site is built.\n`,
    )
    expect(status).toBe(0)
    site.write(fileOf('fire'), story('fire', 'Four dead in a mill fire'))
    expect((await run('validate')).status).toBe(0)
    expect((await run('validate', '--against=HEAD')).status).toBe(1)
  })

  test('a section that gets another key is one problem for its stories, with a count, and one for its front', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `story-${index}`)
    branch(Object.fromEntries(names.map(name => [fileOf(name), story(name, `Headline of ${name}`)])))
    site.write('_data/sections.yaml', siteData['_data/sections.yaml'].replace('world:', 'globe:'))
    for (const name of [...names, 'fire', 'calm']) {
      const text = site.read(fileOf(name))
      site.write(fileOf(name), text.replace('section: world', 'section: globe'))
    }
    const { stdout } = await run('validate', '--against=main')
    expect(stdout.match(/address-lost/g)).toHaveLength(2)
    expect(stdout).toContain('know the section “world” at /world/ and its feeds')
    expect(stdout).toContain('10 stories moved from the section “world” to “globe”')
    expect(stdout).toContain('write “world: { name: … }” into _data/sections.yaml, and section: world in')
    expect(stdout).toContain(`aliases: [${urlOf('calm')}] in ${fileOf('calm')}`)
    const json = await run('validate', '--against=main', '--format=json')
    expect(JSON.parse(json.stdout)).toHaveLength(2)
  })

  test.each<[string, string, string]>([
    ['an option of git', '--against=--output=x', '“--output=x” names no revision; write a branch, a tag or'],
    ['nothing', '--against=', '“” names no revision'],
    [
      'a branch that is not there',
      '--against=mian',
      'git knows no revision “mian” here; look for it by git log',
    ],
    ['a file of a commit', '--against=main:content', 'git knows no revision “main:content” here'],
    ['all but a commit', '--against=^main', 'git knows no revision “^main” here'],
  ])('does not take %s for a revision', async (_what, flag, words) => {
    branch()
    const { stderr, stdout, status } = await run('validate', flag)
    expect(stderr).toContain(`--against: ${words}`)
    expect([stdout, status]).toEqual(['', 2])
  })

  test('says what to do where git has too few commits, or none', async () => {
    branch()
    commitIn(site)
    const top = mkdtempSync(join(tmpdir(), 'dateline-clone-'))
    try {
      gitIn(site, ['clone', '--quiet', '--depth=1', '--no-local', `file://${site.root}`, join(top, 'clone')])
      site.remove('.git')
      expect((await run('validate', '--against=main')).stderr).toContain('content/ is in no git repository')
      site.spawn('cp', ['-r', join(top, 'clone', '.git'), '.'])
      const { stderr, status } = await run('validate', '--against=main')
      expect(stderr).toContain('git has only the newest commits here, and “main” or where')
      expect(stderr).toContain('“fetch-depth: 0” for actions/checkout')
      expect(status).toBe(2)
    } finally {
      rmSync(top, { recursive: true })
    }
  })
})

describe('A build without the record of the last publish', () => {
  const lose = () => {
    site.remove('.dateline')
    site.remove('_site')
  }
  const begun = async (files: Files = {}) => {
    site = createSite({ ...sound, ...files })
    commitIn(site)
    expect((await run('build', '--now=2024-10-24T12:00:00+05:30')).status).toBe(0)
  }

  test('holds the last commit against the one before it, and shows of what stays back the version of then', async () => {
    await begun({
      [fileOf('wrong')]: story('wrong', 'It was right'),
      [fileOf('gone')]: story('gone', 'Ships sail again'),
    })
    const parent = gitIn(site, ['rev-parse', 'HEAD'])
    site.write(fileOf('fire'), story('fire', 'Four dead in a mill fire'))
    site.write(fileOf('calm'), story('calm', 'A calm at last', { section: 'nation' }))
    site.write(fileOf('wrong'), story('wrong', 'It is wrong', { section: 'wrld' }))
    site.remove(fileOf('gone'))
    site.write(fileOf('new'), story('new', 'Something new'))
    commitIn(site, later)
    lose()
    const { stdout, status } = await run('build')
    expect(status).toBe(3)
    expect(stdout).toContain('published, but 4 files were kept back')
    expect(stdout).toContain(
      `addresses and edits: held against commit ${parent.slice(0, 10)} (the one before the last)\n`,
    )
    expect(site.read(pageOf('fire'))).toContain('Ten dead')
    expect(site.read(pageOf('calm'))).toContain('A calm at last')
    expect(site.read(pageOf('wrong'))).toContain('It was right')
    expect(site.read(pageOf('gone'))).toContain('Ships sail again')
    expect(site.read(pageOf('new'))).toContain('Something new')

    // And against the last commit what is not committed.
    site.write(fileOf('new'), story('new', 'Something else'))
    lose()
    const dirty = await run('build')
    expect(dirty.stdout).toContain('(the last one, before what is not committed)')
    expect(dirty.stdout).toContain(`${fileOf('new')}:2:8 error edit-silent`)
    expect(dirty.stdout).not.toContain(fileOf('fire'))
  })

  test('goes by the instant of changes.json where that is left', async () => {
    await begun()
    const first = gitIn(site, ['rev-parse', 'HEAD'])
    for (const words of ['Four died.\n', 'Five died.\n']) {
      site.write(fileOf('fire'), story('fire', 'Ten dead in a mill fire', {}, words))
      commitIn(site, '2024-10-24T12:30:00+05:30')
    }
    site.remove('.dateline/current.json')
    const { stdout } = await run('build')
    expect(stdout).toContain(
      `held against commit ${first.slice(0, 10)} (as of the last publish in .dateline/changes.json)`,
    )
    expect(stdout).toContain('“The brigade says that ten people” became “Five”')
  })

  test('lets a story change that was not out yet when its words were replaced', async () => {
    await begun({ [fileOf('held')]: story('held', 'Before', { date: '2024-10-24T12:45:00+05:30' }) })
    site.write(fileOf('held'), story('held', 'After', { date: '2024-10-24T12:45:00+05:30' }))
    commitIn(site, '2024-10-24T12:30:00+05:30')
    lose()
    expect(await run('build')).toMatchObject({ status: 0 })
    expect(site.read(pageOf('held'))).toContain('After')
  })

  test('says in one line that it holds them against nothing, and how that changes', async () => {
    site = createSite(sound)
    const nothing =
      'addresses and edits: held against nothing, as the record of the last publish is not there, and'
    const cache = 'keep .dateline/ from build to build (in CI: cache it)\n'
    await run('build')
    site.remove('.dateline')
    expect((await run('build')).stdout).toContain(`${nothing} content/ is in no git repository; ${cache}`)
    expect((await run('build')).stdout).not.toContain('held against')
    commitIn(site)
    site.remove('.dateline')
    expect((await run('build')).stdout).toContain(`${nothing} this is the first commit; ${cache}`)
    site.remove('.dateline')
    expect((await run('build', '--allow-lost')).stdout).toContain('held against nothing')
  })

  test('says calmly that there is nothing yet, where nothing is left of an earlier publish', async () => {
    site = createSite(sound)
    const first = 'first publish here: nothing to hold addresses and edits against yet, as'
    const { stdout } = await run('build')
    expect(stdout).toContain(`${first} content/ is in no git repository\n`)
    expect(stdout).not.toContain('record')
    lose()
    commitIn(site)
    expect((await run('build')).stdout).toContain(`${first} this is the first commit\n`)
    lose()
    site.write(fileOf('calm'), story('calm', 'A calm at last', { urgency: '4' }))
    commitIn(site)
    expect((await run('build')).stdout).toContain(' (the one before the last)\n')
    // A new file alone is not committed either.
    lose()
    site.write(fileOf('fresh'), story('fresh', 'A story that is new'))
    expect((await run('build')).stdout).toContain(' (the last one, before what is not committed)\n')
  })
})
