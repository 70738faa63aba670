// Editors correct, update, withdraw, hold, release and rename a story by a command, and add entries to a live blog.

import { afterEach, describe, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'

const file = 'content/stories/2024/10/24/fire.md'
const url = '/world/2024/10/24/fire/'
const now = '2024-10-24T13:00:00+05:30'
const later = '2024-10-24T18:00:00+05:30'
const fields = { title: 'Ten dead in a mill fire', date: '2024-10-24T10:30:00+05:30 # by AR' }

let site: SiteFolder
afterEach(() => site.dispose())

const open = (files: Files = {}) => {
  site = createSite({
    '_data/site.yaml': siteData['_data/site.yaml'].replace(/^edits:.*\n/m, ''),
    [file]: storyText(fields),
    ...files,
  })
}

const run = (command: string, ...flags: string[]) => runInProcess(site, command, `--now=${now}`, ...flags)
const buildAt = (time: string) => runInProcess(site, 'build', `--now=${time}`)

describe('A live story', () => {
  test('is corrected: the note, the update and nothing else are new, and the build takes it', async () => {
    open()
    await buildAt('2024-10-24T12:00:00+05:30')
    const before = site.read(file)
    const dry = await run('correct', 'fire', '--text=It was four, not ten.', '--dry-run')
    expect(dry.status).toBe(0)
    expect(dry.stdout).toContain('Nothing was written')
    expect(site.read(file)).toBe(before)

    const { status, stdout, stderr } = await run('correct', 'fire', '--text=It was four, not ten.')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(`${file}
       3 | date: 2024-10-24T10:30:00+05:30 # by AR
  +    4 | updated: ${now}
       5 | summary: Ships move again at noon, says the harbour master, after two days.
       6 | section: world
  +    7 | corrections:
  +    8 |   - date: ${now}
  +    9 |     text: "It was four, not ten."
      10 | ---

Correct the text as well, if you have not: this is the note that says so.
`)
    site.write(file, site.read(file).replace('Ten', 'Four'))
    expect((await buildAt(now)).status).toBe(0)
    expect(site.read(`_site${url}index.html`)).toContain('It was four, not ten.')
    expect(site.read('_site/corrections/index.html')).toContain('It was four, not ten.')
  })

  test('is updated, and what was minor before is so no more', async () => {
    open({ [file]: storyText({ ...fields, minor: 'true' }) })
    expect((await run('update', url)).status).toBe(0)
    expect(site.read(file)).toBe(
      storyText({ ...fields, summary: undefined, section: undefined }).replace(
        '---\nThe',
        `updated: ${now}\nsummary: Ships move again at noon, says the harbour master, after two days.\nsection: world\n---\nThe`,
      ),
    )
    const again = await run('update', `https://bulletin.example${url}`)
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`is updated at ${now} already`),
    })
  })

  test('is withdrawn once, and its address says why', async () => {
    open()
    await buildAt('2024-10-24T12:00:00+05:30')
    expect((await run('withdraw', file, '--reason=The brigade was wrong: nobody died.')).status).toBe(0)
    expect(site.read(file)).toContain(
      `section: world\nwithdrawn:\n  date: ${now}\n  reason: "The brigade was wrong: nobody died."\n---\n`,
    )
    expect((await buildAt(now)).status).toBe(0)
    expect(site.read(`_site${url}index.html`)).toContain('nobody died')
    for (const command of ['withdraw', 'correct'])
      expect(await run(command, file, '--reason=x', '--text=x').then(({ status }) => status)).not.toBe(0)
    expect(await run('correct', file, '--text=No')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('readers do not see its text'),
    })
  })

  test('gets another address, and the old one leads there; back again, too', async () => {
    const bulletin = 'content/bulletins/2024-10-24.md'
    open({ [bulletin]: '---\norder: [fire] # the fire first\n---\n' })
    await buildAt('2024-10-24T12:00:00+05:30')
    const moved = await run('rename', 'mill fire', '--slug=four-dead', '--section=nation')
    expect(moved).toMatchObject({ status: 0, stderr: '' })
    expect(moved.stdout).toContain(
      `It is at /nation/2024/10/24/four-dead/ from the next build on; ${url} leads there.`,
    )
    expect(site.read(file)).toContain(`section: nation\nslug: four-dead\naliases: [${url}]\n`)
    expect(site.read(bulletin)).toBe('---\norder: [four-dead] # the fire first\n---\n')
    const built = await buildAt(now)
    expect(built.status).toBe(0)
    expect(site.read(`_site${url}index.html`)).toContain('/nation/2024/10/24/four-dead/')

    expect((await run('rename', url, '--slug=fire', '--section=world')).status).toBe(0)
    expect(site.read(file)).toContain(
      'section: world\nslug: fire\naliases: [/nation/2024/10/24/four-dead/]\n',
    )
    expect((await buildAt(later)).status).toBe(0)
  })

  test('has another file: readers keep its address, and feeds are said to take it for another', async () => {
    open()
    await buildAt('2024-10-24T12:00:00+05:30')
    const { status, stdout } = await run('rename', file, '--file=mill-fire')
    expect(status).toBe(0)
    expect(stdout).toContain(`${file}\n→ content/stories/2024/10/24/mill-fire.md`)
    expect(stdout).toContain('whoever has it from a feed sees it there once more')
    expect(Object.keys(site.snapshot('content/stories'))).toEqual(['2024/10/24/mill-fire.md'])
    expect((await buildAt(now)).status).toBe(0)
    expect(site.read(`_site${url}index.html`)).toContain('/world/2024/10/24/mill-fire/')
  })

  test('moves to letters of its own where the site lets it, found by any spelling of its address', async () => {
    open()
    const refused = await run('rename', file, '--file=größe')
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('unicodeSlugs: true') })
    const apart = 'content/stories/2024/10/24/größe.md'.normalize('NFD')
    site.dispose()
    open({
      '_data/site.yaml': `${siteData['_data/site.yaml']}unicodeSlugs: true\n`,
      [file]: storyText({ ...fields, title: 'Another', draft: 'true' }),
      [apart]: storyText(fields),
    })
    const address = encodeURI('/world/2024/10/24/größe/')
    const { status, stderr } = await run('rename', address, `--slug=${'größer'.normalize('NFD')}`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(site.read(apart)).toContain('slug: größer\naliases: [/world/2024/10/24/größe/]\n')
    expect((await run('rename', '/world/2024/10/24/größer/', '--file=मिल-में-आग')).status).toBe(0)
    expect(site.read('content/stories/2024/10/24/मिल-में-आग.md')).toContain('slug: größer\n')
  })
})

describe('A story that readers do not have', () => {
  const draft = storyText({ ...fields, date: '2024-10-22T10:30:00+05:30', draft: 'true', embargo: later })

  test('is held, and released with the time of its release', async () => {
    open({ [file]: draft.replaceAll('\n', '\r\n') })
    const held = await run('hold', 'mill', '--until', '2024-10-25T06:00:00+05:30')
    expect(held.status).toBe(0)
    expect(held.stdout).toContain('It is a draft, and stays one')
    expect(site.read(file)).toContain('embargo: 2024-10-25T06:00:00+05:30\r\n')
    expect((await run('release', 'mill')).status).toBe(0)
    expect(site.read(file)).toBe(storyText({ ...fields, date: now }).replaceAll('\n', '\r\n'))
    expect((await buildAt(now)).status).toBe(0)
    expect(site.read(`_site${url}index.html`)).toContain('Ten dead')
    expect(await run('release', 'mill')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('needs no release'),
    })
  })

  test('is not corrected, updated or withdrawn; renamed it leaves no address behind', async () => {
    open({ [file]: draft })
    expect(await run('withdraw', file, '--reason=x')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('where they have, first take out “draft: true”'),
    })
    for (const [command = '', ...flags] of [['correct', '--text=x'], ['update']])
      expect(await run(command, file, ...flags)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('is a draft: readers have not seen it'),
      })
    expect((await run('rename', file, '--slug=mill')).status).toBe(0)
    expect(site.read(file)).toBe(draft.replace('draft:', 'slug: mill\ndraft:'))
  })

  test('is held after its time only when somebody says that it is not out yet', async () => {
    open()
    const refused = await run('hold', file, `--until=${later}`)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('“Ten dead in a mill fire” is live')
    expect(refused.stderr).toContain(`npm run withdraw -- ${file} --reason="…"`)
    expect(refused.stderr).toContain('--unpublished')
    expect(site.read(file)).toBe(storyText(fields))
    const held = await run('hold', file, `--until=${later}`, '--unpublished')
    expect(held.status).toBe(0)
    expect(held.stdout).toContain('readers would see 2024-10-24T10:30:00+05:30 as its time')
    expect(held.stdout).toContain(`write date: ${later} as well`)
    expect(site.read(file)).toContain(`embargo: ${later}\n`)
    expect((await buildAt(now)).status).toBe(0)
    expect(() => site.read(`_site${url}index.html`)).toThrow()
  })

  test('is held until a time that is one, and lies ahead', async () => {
    open()
    expect(await run('hold', file, '--until=2024-10-25T06:00')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('in Asia/Kolkata write 2024-10-25T06:00:00+05:30'),
    })
    expect(await run('hold', file, '--until=2024-10-23T06:00:00+05:30')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('which has passed'),
    })
    expect(site.read(file)).toBe(storyText(fields))
  })
})

describe('A live blog', () => {
  const entry = (hour: number, words: string) =>
    `::: entry 2024-10-24T${hour}:00:00+05:30 At ${hour}\n${words}\n:::\n`
  const blog = (body: string) => storyText({ ...fields, live: 'true' }, body)

  test('has its new entry on top, where the newest stands on top, and else at its end', async () => {
    open({ [file]: blog(`Follow us.\n\n${entry(12, 'It burns.')}\n${entry(11, 'Smoke.')}`) })
    expect((await run('entry', 'mill', '--headline=It is out', '--text=The fire is out.')).status).toBe(0)
    const added = `::: entry ${now} It is out\nThe fire is out.\n:::\n`
    expect(site.read(file)).toBe(
      blog(`Follow us.\n\n${added}\n${entry(12, 'It burns.')}\n${entry(11, 'Smoke.')}`),
    )
    expect((await buildAt(now)).status).toBe(0)
    expect(site.read(`_site${url}index.html`)).toContain('The fire is out.')

    site.write(file, blog(`Follow us.\n\n${entry(11, 'Smoke.')}\n${entry(12, 'It burns.')}`))
    await run('entry', 'mill', '--headline=Boxes', '--text=::: facts A\nOne.\n:::')
    expect(site.read(file)).toBe(
      blog(
        `Follow us.\n\n${entry(11, 'Smoke.')}\n${entry(12, 'It burns.')}\n:::: entry ${now} Boxes\n::: facts A\nOne.\n:::\n::::\n`,
      ),
    )
  })

  test('and only a live blog has entries', async () => {
    open()
    const { status, stderr } = await run('entry', 'mill', '--headline=Out', '--text=The fire is out.')
    expect(status).toBe(1)
    expect(stderr).toContain(`${file}:9:1 error entry-not-live`)
    expect(stderr).toContain('write “live: true” among its fields')
    expect(stderr).toContain('Nothing was written')
    expect(site.read(file)).toBe(storyText(fields))
  })
})

describe('A command is refused with advice, and writes nothing', () => {
  const other = 'content/stories/2024/10/23/fire.md'
  const all = {
    [other]: storyText({ title: 'A mill fire is out', date: '2024-10-23T10:30:00+05:30' }),
    'content/stories/2024/10/24/broken.md': '---\ntitle: [\n---\n',
    'content/stories/2024/10/24/shared.md': storyText({
      title: 'Shared',
      date: '&then 2024-10-24T09:30:00+05:30',
      updated: '*then',
    }),
  }

  test.each<[string, readonly string[], number, string]>([
    [
      'correct',
      [],
      2,
      'This is missing: the story: its file, its address, or words of its headline; --text, such as',
    ],
    [
      'withdraw',
      ['fire'],
      2,
      'This is missing: --reason, such as --reason="The figures could not be confirmed."',
    ],
    ['rename', ['ten dead'], 2, 'This is missing: --slug, such as --slug="harbour-reopens"'],
    [
      'update',
      ['mill fire'],
      2,
      `2 stories have “mill fire” in their headline; name one by its file:\n  ${file}  Ten dead`,
    ],
    ['update', ['fire.md'], 2, '2 stories have the name fire.md'],
    ['update', ['flood'], 2, 'no story has “flood” in its headline'],
    ['update', ['content/stories/2024/10/25/fire.md'], 2, `did you mean ${file}?`],
    ['update', ['/world/2024/10/24/flood/'], 2, 'no story has the address /world/2024/10/24/flood/'],
    ['update', ['https://elsewhere.example/a/'], 2, 'is no address of https://bulletin.example'],
    ['update', ['broken.md'], 1, 'Nothing was written: correct this first.'],
    ['update', ['Shared'], 1, 'write the value out in both'],
    ['rename', ['ten dead', '--section=wrold'], 1, 'did you mean “world”?'],
    ['rename', ['ten dead', '--slug=Ten Dead'], 1, `${file}:6:8 error key-form`],
    [
      'rename',
      ['ten dead', '--slug=shared'],
      1,
      'is already the address of content/stories/2024/10/24/shared.md',
    ],
    ['rename', ['ten dead', '--file=Ten Dead'], 2, 'such as --file=ten-dead'],
    ['rename', ['ten dead', '--file=shared'], 1, 'exists already; choose another name'],
    ['rename', ['ten dead', '--slug=fire'], 1, 'if it was changed by hand'],
    ['hold', ['ten dead', '--untl=x'], 2, 'there is no flag --untl'],
  ])('%s %j', async (command, flags, status, words) => {
    open(all)
    const before = site.snapshot('content')
    const refused = await run(command, ...flags)
    expect(refused.stderr).toContain(words)
    expect(refused.status).toBe(status)
    expect(site.snapshot('content')).toEqual(before)
  })
})
