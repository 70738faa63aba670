// A time that readers see is the one at which they got the story; where it is not, the report says which line to write.

import { afterEach, describe, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const folder = 'content/stories/2024/10/24'
const file = `${folder}/fire.md`
const calm = { [`${folder}/calm.md`]: storyText({ title: 'A calm at last' }) }
const text = (more = {}) =>
  storyText({ title: 'A fire in a mill', date: '2024-10-24T10:30:00+05:30', ...more })
const warning = 'warning date-before-release'

let site: SiteFolder
afterEach(() => site.dispose())

const buildAt = async (time: string, ...flags: string[]) => {
  const { status, stdout } = await runInProcess(site, 'build', `--now=${time}`, ...flags)
  expect(status).toBe(0)
  return stdout
}
const thursday = '2024-10-24T12:00:00+05:30'
const sunday = '2024-10-27T12:00:00+05:30'

describe('A draft that is published days after its date', () => {
  test('comes with a warning that has the right date, once', async () => {
    site = createSite({ ...calm, [file]: text({ draft: 'true' }) })
    expect(await buildAt(thursday)).not.toContain(warning)
    site.write(file, text())
    const report = await buildAt(sunday)
    expect(report).toContain(`${file}:3:7 ${warning}`)
    expect(report).toContain('readers get this story 3 days after the time that it shows')
    expect(report).toContain(
      `write date: ${sunday}, and aliases: [/world/2024/10/24/fire/], as readers have that address now`,
    )
    expect(await buildAt(sunday)).not.toContain(warning)
    expect(await buildAt(sunday, '--all')).not.toContain(warning)
  })

  test('also when all pages are made again, and when it was never there as a draft', async () => {
    site = createSite(calm)
    await buildAt(thursday)
    site.write(file, text())
    expect(await buildAt(sunday, '--all')).toContain(`${file}:3:7 ${warning}`)
  })

  test.each<[string, Record<string, string>, string]>([
    ['not on the next morning', {}, '2024-10-25T09:00:00+05:30'],
    ['not from an archive', { imported: '{ from: old/fire.html, check: [] }' }, sunday],
    ['not with an old address, as when its file got another name', { aliases: '[/old/]' }, sunday],
  ])('%s', async (_what, more, time) => {
    site = createSite(calm)
    await buildAt(thursday)
    site.write(file, text(more))
    expect(await buildAt(time)).not.toContain(warning)
  })

  test('not when readers have had it under another name of its file', async () => {
    site = createSite({ ...calm, [file]: text() })
    await buildAt(thursday)
    site.remove(file)
    site.write(`${folder}/blaze.md`, text({ slug: 'fire' }))
    expect(await buildAt(sunday)).not.toContain(warning)
  })

  test('of many at once the first stands for all', async () => {
    site = createSite(calm)
    await buildAt(thursday)
    for (const hour of ['10', '11', '12', '13', '14', '15', '16'])
      site.write(`${folder}/fire-${hour}.md`, text({ date: `2024-10-24T${hour}:30:00+05:30` }))
    const report = await buildAt(sunday)
    expect(report.split(warning)).toHaveLength(2)
    expect(report).toContain('; 6 more stories of this publish, too')
  })

  test('nothing is said of a first publish, where all is new', async () => {
    site = createSite({ ...calm, [file]: text() })
    expect(await buildAt(sunday)).not.toContain(warning)
  })
})

describe('A date that lies before an embargo', () => {
  const embargoed = (embargo: string) => text({ embargo })

  test('is a warning while the story is held, with the date that holds it as well', async () => {
    site = createSite({ ...calm, [file]: embargoed('2024-10-26T06:00:00+05:30') })
    const report = await buildAt(thursday)
    expect(report).toContain(`${file}:3:7 ${warning}`)
    expect(report).toContain('date: the embargo lifts 44 hours later')
    expect(report).toContain(
      'write date: 2024-10-26T06:00:00+05:30, which holds the story as the embargo does, and move the file to content/stories/2024/10/26/fire.md',
    )
    const released = await buildAt('2024-10-26T06:00:00+05:30')
    expect(released).toContain('readers get this story 44 hours after the time that it shows')
    expect(released).toContain(
      'write date: 2024-10-26T06:00:00+05:30, and aliases: [/world/2024/10/24/fire/]',
    )
    expect(await buildAt(sunday)).not.toContain(warning)
  })

  test('on the same day its address stays', async () => {
    site = createSite({ ...calm, [file]: embargoed('2024-10-24T18:00:00+05:30') })
    await buildAt(thursday)
    const released = await buildAt('2024-10-24T18:00:00+05:30')
    expect(released).toContain('→ write date: 2024-10-24T18:00:00+05:30\n')
  })

  test('by minutes nobody notices', async () => {
    site = createSite({ ...calm, [file]: embargoed('2024-10-24T10:40:00+05:30') })
    expect(await buildAt('2024-10-24T10:00:00+05:30')).not.toContain(warning)
    expect(await buildAt(thursday)).not.toContain(warning)
  })
})
