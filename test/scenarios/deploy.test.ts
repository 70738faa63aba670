// The script of docs/operators.md that copies the site to a server, run by a real rsync.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { isInstalled } from '../rig/programs.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { png } from '../rig/site-edits.ts'
import { createSite, projectRoot, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

let site: SiteFolder | null = null
afterEach(() => site?.dispose())

/** As it is documented, to a folder of this machine, and without the build. It says what it does with each file. */
const script = (to: string, buildStatus = 0): string => {
  const [, text = ''] =
    /write `deploy\.sh`:\n\n```sh\n(.*?)```/s.exec(
      readFileSync(join(projectRoot, 'docs/operators.md'), 'utf8'),
    ) ?? []
  expect(text).toContain('npm run -s build ')
  return text
    .replace('npm run -s build', `(exit ${buildStatus})`)
    .replaceAll('web:/srv/news/', `${to}/`)
    .replaceAll('rsync -a', "rsync -a --out-format='%i %n'")
}

const siteYaml = (hosting: string) => `${siteData['_data/site.yaml']}hosting: ${hosting}\n`
const now = at('2024-10-27T00:00:00Z')
const gone = 'content/stories/2024/10/23/gone.md'
const withdrawn = '{ date: 2024-10-25T00:00:00Z, reason: It was not so. }'

test('a story that is kept back stops no deploy; a build that published nothing does', () => {
  if (!isInstalled('rsync', '--version')) return
  const here = createSite({ '_site/index.html': 'news', 'srv/old.html': 'old' })
  site = here
  const deployAfter = (status: number) => {
    writeFileSync(join(here.root, 'deploy.sh'), script('srv', status))
    return here.spawn('sh', ['deploy.sh']).status
  }
  expect(deployAfter(1)).toBe(1)
  expect(Object.keys(here.snapshot('srv'))).toEqual(['old.html'])
  expect(deployAfter(3)).toBe(0)
  expect(Object.keys(here.snapshot('srv'))).toEqual(['index.html'])
})

test('the server has the site and nothing else: what came, what changed, and nothing of what went', async () => {
  if (!isInstalled('rsync', '--version')) return
  const here = createSite({
    [storyFile]: storyText({ tags: '[nato]' }, '![The quay](quay.png)\n'),
    [storyFile.replace('harbour-reopens.md', 'quay.png')]: png,
    [gone]: storyText({ title: 'Gone tomorrow', date: '2024-10-23T09:30:00+05:30' }),
    'content/static/notes': 'a file, and later a folder\n',
    'content/static/papers/one.txt': 'a folder, and later a file\n',
    '_data/site.yaml': siteYaml('{ precompress: true }'),
  })
  site = here
  mkdirSync(join(here.root, 'srv'))
  const deploy = () => {
    writeFileSync(join(here.root, 'deploy.sh'), script('srv'))
    const { status, stdout, stderr } = here.spawn('sh', ['deploy.sh'])
    expect(status, stderr).toBe(0)
    expect(here.snapshot('srv')).toEqual(here.snapshot('_site'))
    return stdout.trimEnd().split('\n')
  }
  await publishInProcess(here, now)
  deploy()
  expect(Object.keys(here.snapshot('srv'))).toContain('world/2024/10/23/gone/index.html.br')

  here.remove(gone)
  here.write(storyFile, storyText({ tags: '[nato]', withdrawn }))
  here.write(
    'content/stories/2024/10/24/tide.md',
    storyText({ title: 'The tide turns' }, '![The tide](tide.png)\n'),
  )
  here.write('content/stories/2024/10/24/tide.png', png)
  for (const file of ['content/static/notes', 'content/static/papers']) here.remove(file)
  here.write('content/static/notes/one.txt', 'a folder\n')
  here.write('content/static/papers', 'a file\n')
  await publishInProcess(here, now)
  const said = deploy()
  const isMade = (line: string) => /^>f\++ /.test(line)
  const isChanged = (line: string) => /^>f/.test(line) && !isMade(line)
  const isGone = (line: string) => line.startsWith('*deleting') && !/papers|notes/.test(line)
  // New files, then changed ones, then removals.
  expect(said.findLastIndex(line => isMade(line) && /media|tide/.test(line))).toBeLessThan(
    said.findIndex(isChanged),
  )
  // A folder or a file may have to go before another thing of its name comes.
  expect(said.findIndex(isGone)).toBeGreaterThan(said.findIndex(isChanged))

  here.write('_data/site.yaml', siteYaml('{}'))
  await publishInProcess(here, now)
  deploy()
  expect(Object.keys(here.snapshot('srv')).filter(file => /\.(?:gz|br)$/.test(file))).toEqual([])
})
