// No live story says something else than readers saw, without a word about it.

import { afterEach, describe, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const file = 'content/stories/2024/10/24/fire.md'
const page = '_site/world/2024/10/24/fire/index.html'
const fields = {
  title: 'Ten dead in a mill fire',
  date: '2024-10-24T10:30:00+05:30',
  summary: 'Ten people died in a fire in a mill, the fire brigade says.',
}
const body = 'The fire brigade says that ten people died.\n'
const text = (more = {}, words = body) => storyText({ ...fields, ...more }, words)

const strict = { '_data/site.yaml': `${siteData['_data/site.yaml']}edits: { silent: error }\n` }

let site: SiteFolder
afterEach(() => site.dispose())

const buildAt = (time: string, ...flags: string[]) => runInProcess(site, 'build', `--now=${time}`, ...flags)
const noon = '2024-10-24T12:00:00+05:30'
const later = '2024-10-24T13:00:00+05:30'

const published = async (files = {}) => {
  site = createSite({ ...strict, [file]: text(), ...files })
  expect((await buildAt(noon)).status).toBe(0)
}

describe('A live story that changes keeps its last version', () => {
  test('until its readers hear of it: the report shows the changed words', async () => {
    await published()
    site.write(
      file,
      text({ title: 'Four dead in a mill fire' }, 'The fire brigade says that four people died.\n'),
    )
    const { status, stdout } = await buildAt(later)
    expect(status).toBe(3)
    expect(stdout).toContain(`${file}:2:8 error edit-silent`)
    expect(stdout).toContain(
      'this story changed since readers saw it, and nothing says so: headline: “Ten” became “Four”; text: “ten” became “four”',
    )
    expect(stdout).toContain(
      `→ if it was wrong: npm run correct -- ${file} --text="…"; if it tells more: npm run update -- ${file}, or write “updated: 2024-10-24T13:00:00+05:30”\n`,
    )
    expect(site.read(page)).toContain('Ten dead')
    expect((await buildAt(later, '--all')).status).toBe(3)
    expect(site.read(page)).toContain('Ten dead')
  })

  test.each<[string, string]>([
    ['its summary', text({ summary: 'Some people died in a fire in a mill, the fire brigade says.' })],
    ['its text', text({}, 'The fire brigade says that people died.\n')],
    ['a figure, though it is called minor', text({ minor: 'true' }, body.replace('ten', 'nine'))],
    [
      'a name, though it is called minor',
      text({ minor: 'true' }, 'The Fire brigade says that ten people died.\n'),
    ],
    ['an old update', text({ updated: '2024-10-24T10:30:00+05:30' }, 'Another text.\n')],
  ])('%s', async (_what, edited) => {
    await published()
    site.write(file, edited)
    expect((await buildAt(later)).status).toBe(3)
  })

  test('more than a slip of spelling, though it is called minor', async () => {
    await published({ [file]: text({ minor: 'true' }) })
    site.write(file, text({ minor: 'true' }, body.replace('says', 'denies')))
    const { status, stdout } = await buildAt(later)
    expect(stdout).toContain(
      '; “minor: true” is for slips of spelling, which this is not: “says” became “denies”\n',
    )
    expect(status).toBe(3)
  })

  test('its picture', async () => {
    const drawing = (colour: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 9 9"><path fill="${colour}" d="M0 0h9v9H0z"/></svg>\n`
    const image = { image: '{ src: map.svg, alt: A map, credit: Desk }' }
    const picture = 'content/stories/2024/10/24/map.svg'
    await published({ [file]: text(image), [picture]: drawing('red') })
    site.write(picture, drawing('blue'))
    const { status, stdout } = await buildAt(later)
    expect(status).toBe(3)
    expect(stdout).toContain('other pictures')
    expect(stdout).not.toContain('minor')
    const all = await buildAt(later, '--all')
    expect(all.status).toBe(3)
    expect(Object.values(site.snapshot('_site')).filter(each => each.includes('fill="blue"'))).toEqual([])
  })

  test('an entry of a live blog', async () => {
    const entry = (words: string) => `::: entry 2024-10-24T11:00:00+05:30 Ten dead\n${words}\n:::\n`
    await published({ [file]: text({ live: 'true' }, entry('The mill burns.')) })
    site.write(file, text({ live: 'true' }, entry('The mill does not burn.')))
    const { status, stdout } = await buildAt(later)
    expect(status).toBe(3)
    expect(stdout).toContain('entry of 2024-10-24T11:00:00+05:30: “burns” became “does not burn”')
  })

  test('at the words that are new, where others are gone', async () => {
    const entry = (hour: number, words: string) =>
      `::: entry 2024-10-24T${hour}:00:00+05:30 At ${hour}\n${words}\n:::\n`
    await published({ [file]: text({ live: 'true' }, `${entry(11, 'It burns.')}${entry(10, 'It began.')}`) })
    site.write(file, text({ live: 'true' }, entry(10, 'It began early.')))
    const { stdout } = await buildAt(later)
    expect(stdout).toContain(`${file}:9:10 error edit-silent`)
    expect(stdout).toContain('“At 11 It burns” is gone')
  })
})

describe('A live story changes at once', () => {
  test.each<[string, string, string]>([
    ['with a newer update', text({ updated: later }, 'Four died.\n'), 'Four died.'],
    [
      'with a correction',
      text({ corrections: `[{ date: ${later}, text: It was four. }]` }, 'Four died.\n'),
      'Four died.',
    ],
    [
      'when only punctuation, blanks and markup do',
      text({}, '*The* fire brigade says:\n  that ten people died!\n'),
      'died!',
    ],
    ['when it is minor and says so', text({ minor: 'true' }, body.replace('people', 'poeple')), 'poeple'],
    ['with more fields that nobody reads', text({ urgency: '4' }), 'Ten dead'],
  ])('%s', async (_what, edited, shown) => {
    await published()
    site.write(file, edited)
    expect(await buildAt(later)).toMatchObject({ status: 0 })
    expect(site.read(page)).toContain(shown)
  })

  test('a live blog with one more entry', async () => {
    const entry = (hour: number, words: string) =>
      `::: entry 2024-10-24T${hour}:00:00+05:30 At ${hour}\n${words}\n:::\n`
    await published({ [file]: text({ live: 'true' }, entry(11, 'The mill burns.')) })
    site.write(file, text({ live: 'true' }, `${entry(12, 'It is out.')}\n${entry(11, 'The mill burns.')}`))
    expect(await buildAt(later)).toMatchObject({ status: 0 })
    expect(site.read(page)).toContain('It is out.')
  })

  test('in the first minutes after its release', async () => {
    site = createSite({ ...strict, [file]: text() })
    await buildAt('2024-10-24T10:31:00+05:30')
    site.write(file, text({}, 'Four died.\n'))
    expect(await buildAt('2024-10-24T10:39:00+05:30')).toMatchObject({ status: 0 })
    site.write(file, text({}, 'Five died.\n'))
    expect(await buildAt('2024-10-24T10:41:00+05:30')).toMatchObject({ status: 3 })
  })

  test('where the newsroom only wants to be warned', async () => {
    await published(siteData)
    site.write(file, text({}, 'Four died.\n'))
    const { status, stdout } = await buildAt(later)
    expect(status).toBe(0)
    expect(stdout).toContain('warning edit-silent')
    expect(site.read(page)).toContain('Four died.')
  })
})

describe('A word about it counts only where readers get it with the change', () => {
  test.each<[string, string, string]>([
    ['an update that lies ahead', 'updated: 2024-10-26T10:00:00+05:30', '“updated” lies ahead'],
    [
      'a correction that lies ahead',
      'corrections: [{ date: 2024-10-26T10:00:00+05:30, text: Four died. }]',
      'the new correction lies ahead',
    ],
    [
      'a withdrawal that lies ahead',
      'withdrawn: { date: 2024-10-26T10:00:00+05:30, reason: It was not so. }',
      '“withdrawn” lies ahead',
    ],
    [
      'a correction older than what readers have',
      'corrections: [{ date: 2024-10-24T11:00:00+05:30, text: Four died. }]',
      'the new correction is no newer than what readers have',
    ],
  ])('%s', async (_what, field, why) => {
    await published({ [file]: text({ updated: '2024-10-24T11:30:00+05:30' }) })
    const [name = '', ...value] = field.split(': ')
    const edited = { updated: '2024-10-24T11:30:00+05:30', [name]: value.join(': ') }
    site.write(file, text({ ...edited, title: 'Four dead in a mill fire' }))
    const { status, stdout } = await buildAt(later)
    expect(stdout).toContain('error edit-silent')
    expect(stdout).toContain(why)
    if (name === 'updated') expect(stdout).toContain(`write “updated: ${later}” in its place`)
    expect(status).toBe(3)
    expect(site.read(page)).toContain('Ten dead')
  })

  test('what was published as a correction stays', async () => {
    const corrected = {
      corrections: '[{ date: 2024-10-24T11:00:00+05:30, text: "Ten people died and not four." }]',
    }
    await published({ [file]: text(corrected) })
    const reworded = corrected.corrections.replace('four', 'five')
    for (const [edited, change] of [
      [text({ updated: '2024-10-24T11:00:00+05:30' }), '“Ten people died and not four” is gone'],
      [text({ corrections: reworded }), '“four” became “five”'],
      [text({ updated: later }), '“Ten people died and not four” is gone'],
      [text({ updated: later, corrections: reworded, minor: 'true' }), '“four” became “five”'],
    ] as const) {
      site.write(file, edited)
      const { status, stdout } = await buildAt(later)
      expect(stdout).toContain(`correction of 2024-10-24T11:00:00+05:30: ${change}`)
      expect(status).toBe(3)
    }
    site.write(
      file,
      text({ updated: later, corrections: corrected.corrections.replace('died and', 'died, and') }),
    )
    expect((await buildAt(later)).status).toBe(0)
  })

  test('an entry that is still to come may be another one until then', async () => {
    const entries = (words: string) =>
      `::: entry 2024-10-24T15:00:00+05:30 At three\n${words}\n:::\n::: entry 2024-10-24T11:00:00+05:30 At eleven\nIt burns.\n:::\n`
    await published({ [file]: text({ live: 'true' }, entries('All ten are dead.')) })
    site.write(file, text({ live: 'true' }, entries('All four are dead.')))
    expect((await buildAt(later)).status).toBe(0)
  })
})

describe('A story is the same under another name', () => {
  const renamed = 'content/stories/2024/10/24/blaze.md'

  test.each<[string, Readonly<Record<string, string>>]>([
    ['with its address as an alias', { aliases: '[/world/2024/10/24/fire/]' }],
    ['with its address as its own', { slug: 'fire' }],
  ])('%s', async (_how, kept) => {
    await published()
    site.remove(file)
    site.write(renamed, text({ ...kept, title: 'Four dead in a mill fire' }))
    const { status, stdout } = await buildAt(later)
    expect(stdout).toContain(`${renamed}:2:8 error edit-silent`)
    expect(stdout).toContain('headline: “Ten” became “Four”')
    expect(status).toBe(3)
    expect(site.read(page)).toContain('Ten dead')
    site.write(renamed, text({ ...kept, title: 'Four dead in a mill fire', updated: later }))
    expect((await buildAt(later)).status).toBe(0)
  })

  test.each<[string, number, Readonly<Record<string, string>>, readonly string[]]>([
    // The row and the last version cannot both have the address.
    [
      'with a row that leads on to it',
      1,
      { '_data/redirects.yaml': '/world/2024/10/24/fire/: /world/2024/10/24/blaze/\n' },
      [],
    ],
    ['though its old address is given up', 3, {}, ['--allow-lost']],
  ])('%s', async (_how, status, files, flags) => {
    await published()
    site.remove(file)
    site.write(renamed, text({}, 'The fire brigade says that four people died.\n'))
    for (const [each, words] of Object.entries(files)) site.write(each, words)
    const built = await buildAt(later, ...flags)
    expect(built.stdout + built.stderr).toContain(`${renamed}:7:28 error edit-silent`)
    expect(built.status).toBe(status)
    expect(site.read(page)).toContain('Ten dead')
  })

  test('another story does not take its place without a word', async () => {
    await published()
    site.remove(file)
    const other = {
      title: 'Rain is on its way to the coast',
      date: '2024-10-24T12:30:00+05:30',
      slug: 'fire',
    }
    site.write(renamed, storyText(other, 'It will rain.\n'))
    const { status, stdout } = await buildAt(later)
    expect(stdout).toContain(`${renamed}:6:7 error address-lost`)
    expect(stdout).toContain(
      '“Ten dead in a mill fire” was published at /world/2024/10/24/fire/, where another story would stand',
    )
    expect(status).toBe(3)
    expect(site.read(page)).toContain('Ten dead')
    expect((await buildAt(later, '--allow-lost')).status).toBe(0)
    expect(site.read(page)).toContain('Rain is on')
  })

  const rain = 'content/stories/2024/10/24/rain.md'
  const rainText = (more = {}) =>
    storyText({ title: 'Rain is on its way to the coast', date: fields.date, ...more }, 'It will rain.\n')

  test('nor do two that readers have change places', async () => {
    await published({ [rain]: rainText() })
    site.write(file, text({ slug: 'rain' }))
    site.write(rain, rainText({ slug: 'fire' }))
    const { status, stdout } = await buildAt(later)
    expect(stdout).toContain(
      '/world/2024/10/24/fire/ leads readers to “Ten dead in a mill fire”, and would lead them to another story: “Rain is on its way to the coast”',
    )
    expect(stdout).toContain(
      `→ give the other one a slug of its own, and keep it as an alias of ${file}; or build with --allow-lost`,
    )
    expect(status).toBe(3)
    expect(site.read(page)).toContain('Ten dead')
  })

  test('nor goes an old address over to it', async () => {
    await published({ [file]: text({ aliases: '[/old/]' }), [rain]: rainText() })
    site.write(file, text())
    site.write(rain, rainText({ aliases: '[/old/]' }))
    const { status, stdout } = await buildAt(later)
    expect(stdout).toContain(`${rain}:6:11 error address-lost`)
    expect(stdout).toContain(
      `→ take /old/ out of the other one's aliases, and keep it as an alias of ${file}`,
    )
    expect(status).toBe(3)
    expect(site.read('_site/old/index.html')).toContain('/fire/')
    expect((await buildAt(later, '--allow-lost')).status).toBe(0)
    expect(site.read('_site/old/index.html')).toContain('/rain/')
  })
})
