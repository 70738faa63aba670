// A day of a newsroom: a reporter, a chief sub-editor and the machine that publishes by cron, in clones of one repository.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overlayOfKept } from '../../src/preview/overlay.ts'
import { forEditors } from '../../src/store/edition.ts'
import { attemptBuild } from '../rig/build-in-process.ts'
import { type Clones, clonesOf } from '../rig/clones.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import type { Run } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const clock = { now: '' }
/** "09:30" of the day; past midnight of the next one. */
const itIs = (time: string, day = '24') => {
  clock.now = `2024-10-${day}T${time}:00+05:30`
}
const fileOf = (name: string) => `content/stories/2024/10/24/${name}.md`
const story = (title: string, time: string, fields = {}, words = `${title}, we hear.\n`) =>
  storyText({ title, date: `2024-10-24T${time}:00+05:30`, ...fields }, words)

let all: Clones<'reporter' | 'chief' | 'machine'>

beforeAll(() => {
  itIs('07:00')
  all = clonesOf(
    ['machine', 'reporter', 'chief'],
    {
      '_data/site.yaml': `${siteData['_data/site.yaml']}edits: { silent: error }\n`,
      [fileOf('fire')]: story(
        'Ten dead in a mill fire',
        '06:50',
        {},
        'The brigade says that ten people died.\n',
      ),
      [fileOf('ferry')]: story('Ferry returns', '06:40', { section: 'nation' }),
      [fileOf('darts')]: story('Darts league begins', '06:30', { section: 'sport' }),
      [fileOf('bridge')]: story('The old bridge is closed', '06:20', { section: 'nation' }),
      [fileOf('figures')]: story('Figures of the harbour', '06:10'),
    },
    clock,
  )
})
afterAll(() => all.dispose())

/** What cron does. */
const publish = (...flags: string[]): Promise<Run> => {
  all.machine.pull()
  return all.machine.npm('build', ...flags)
}
/** What readers have at an address; null where nothing is. */
const readersAt = (address: string): string | null => {
  try {
    return all.machine.read(`_site${address}${address.endsWith('/') ? 'index.html' : ''}`)
  } catch {
    return null
  }
}
const changesOf = (day: string): readonly string[] =>
  JSON.parse(readersAt(`/changes/2024/10/${day}.json`) ?? '').changes.map(
    ({ what, url }: { what: string; url: string }) => `${what} ${new URL(url).pathname}`,
  )
const urlOf = (name: string, section = 'world') => `/${section}/2024/10/24/${name}/`

describe.sequential('A day of a newsroom', () => {
  test('07:00: the machine publishes the morning', async () => {
    expect(await publish()).toMatchObject({ status: 0, stderr: '' })
    expect(readersAt(urlOf('fire'))).toContain('Ten dead')
  })

  test('09:30: a draft that is half written stops nobody, and an embargo is kept', async () => {
    itIs('09:00')
    const { reporter, chief, machine } = all
    const begun = await reporter.npm('new', 'Budget speech', '--section', 'nation')
    expect(begun.stdout).toContain(`Then: npm run release -- ${fileOf('budget-speech')}`)
    reporter.write(
      fileOf('budget-speech'),
      reporter.read(fileOf('budget-speech')).replace(/summary: .*/, 'summary: tbd'),
    )
    reporter.push()
    chief.write(fileOf('port'), story('The port grows', '10:00'))
    chief.push()
    itIs('09:30')
    const { status, stdout } = await publish()
    expect(status).toBe(0)
    expect(stdout).toContain(
      `not ready: ${fileOf('budget-speech')} has 1 problem that would keep it back: text-too-short`,
    )
    expect(stdout).toContain('held until 2024-10-24T10:00:00+05:30  The port grows')
    expect(readersAt(urlOf('port'))).toBeNull()
    expect((await machine.npm('build', '--next')).stdout).toBe('2024-10-24T10:00:00+05:30\n')
  })

  test('10:00: it comes on time, in every preview too, where the draft alone is missing', async () => {
    itIs('10:00')
    const { stdout, status } = await publish()
    expect(status).toBe(0)
    expect(stdout).toContain(`went live  The port grows  https://bulletin.example${urlOf('port')}`)
    expect(readersAt('/')).toContain('The port grows')
    all.chief.pull()
    const preview = await attemptBuild(all.chief, at(clock.now), { edition: forEditors, isStrict: false })
    if (!preview.ok) throw new Error('no preview')
    expect(all.chief.read(`${forEditors.published}${urlOf('port')}index.html`)).toContain('The port grows')
    const { keptBack } = preview.value
    expect(overlayOfKept(keptBack, urlOf('budget-speech', 'nation'))).toContain('the text is too short')
    expect(overlayOfKept(keptBack, '/')).toContain('1 file with problems is kept back')
  })

  test('10:10: a live story that changes in silence is shown to its editor, on a pull request and by a build', async () => {
    itIs('10:10')
    const { reporter } = all
    reporter.pull()
    reporter.edit(fileOf('fire'), 'Ten dead', 'Four dead')
    reporter.edit(fileOf('fire'), 'ten people', 'four people')
    const asked = reporter.npmApart('validate', '--against=origin/main', '--format=github')
    expect(asked.status).toBe(1)
    expect(asked.stdout).toContain(`::error file=${fileOf('fire')},line=2,col=8,title=edit-silent::`)
    expect(asked.stdout).toContain('headline: “Ten” became “Four”; text: “ten” became “four”')
    // Pushed all the same, together with what a colleague wrote.
    reporter.write(fileOf('rain'), story('Rain on the way', '10:05'))
    reporter.push()
    const { status, stdout } = await publish()
    expect(status).toBe(3)
    expect(stdout).toContain(`npm run correct -- ${fileOf('fire')} --text="…"`)
    expect(readersAt(urlOf('fire'))).toContain('Ten dead')
    expect(readersAt('/')).toContain('Rain on the way')
  })

  test('10:20: corrected, it reaches readers, and whoever takes the news from here', async () => {
    itIs('10:20')
    const { reporter } = all
    const corrected = reporter.npmApart('correct', fileOf('fire'), '--text=Four people died, not ten.')
    expect(corrected).toMatchObject({ status: 0, stderr: '' })
    expect(corrected.stdout).toContain(`+    4 | updated: ${clock.now}`)
    expect(await reporter.npm('validate', '--against=origin/main')).toMatchObject({ status: 0 })
    reporter.push()
    const { status, stdout } = await publish()
    expect(status).toBe(0)
    expect(stdout).toContain('corrected, updated  Four dead in a mill fire')
    expect(readersAt(urlOf('fire'))).toContain('Four people died, not ten.')
    expect(readersAt('/corrections/')).toContain('Four people died, not ten.')
    expect(readersAt('/atom.xml')).toContain(`<updated>${clock.now}</updated>`)
    expect(JSON.parse(readersAt(`${urlOf('fire')}index.json`) ?? '')).toMatchObject({
      headlines: [{ value: 'Four dead in a mill fire' }],
      versionCreated: clock.now,
    })
    expect(changesOf('24').slice(0, 2)).toContain(`corrected ${urlOf('fire')}`)
  })

  test('11:00: a live story that breaks keeps its page, and status says why until it is mended', async () => {
    itIs('11:00')
    const { chief, machine } = all
    chief.pull()
    chief.edit(fileOf('ferry'), 'section: nation', 'section: natoin')
    chief.write(
      fileOf('tide'),
      story('The tide turns', '10:55', {}, `See [the ferry](${urlOf('ferry', 'nation')}).\n`),
    )
    chief.push()
    expect((await publish()).status).toBe(3)
    expect(readersAt(urlOf('ferry', 'nation'))).toContain('Ferry returns')
    expect(readersAt(urlOf('tide'))).toContain('the ferry')
    const { stdout } = await machine.npm('status')
    expect(stdout).toContain(
      `  ${fileOf('ferry')}: readers keep its last version until its problems are mended`,
    )
    expect(stdout).toContain('      → did you mean “nation”?')
    chief.edit(fileOf('ferry'), 'section: natoin', 'section: nation')
    chief.push()
    expect((await publish()).status).toBe(0)
  })

  test('12:00: an address that readers know is not lost by a rename by hand; npm run rename keeps it', async () => {
    itIs('12:00')
    const { chief } = all
    chief.git('mv', fileOf('darts'), fileOf('darts-league'))
    chief.edit(fileOf('figures'), 'section: world', 'section: nation')
    chief.push()
    const { status, stdout } = await publish()
    expect(status).toBe(3)
    expect(stdout).toContain(
      `write aliases: [${urlOf('darts', 'sport')}], or name the file ${fileOf('darts')} again`,
    )
    expect(stdout).toContain(
      `write aliases: [${urlOf('figures')}]; npm run rename writes that line by itself`,
    )
    expect(readersAt(urlOf('darts', 'sport'))).toContain('Darts league begins')
    expect(readersAt(urlOf('figures'))).toContain('Figures of the harbour')
    chief.git('revert', '--no-edit', 'HEAD')
    await chief.npm('rename', 'darts league', '--slug=darts-league')
    await chief.npm('rename', urlOf('figures'), '--section=nation')
    chief.push()
    const mended = await publish()
    expect(mended.status).toBe(0)
    expect(mended.stdout).toContain(`(it was at ${urlOf('darts', 'sport')})`)
    expect(readersAt(urlOf('figures'))).toContain(`url=${urlOf('figures', 'nation')}`)
    expect(changesOf('24')).toContain(`added ${urlOf('darts-league', 'sport')}`)
  })

  test('13:00: a live story whose file is deleted stays, until it is withdrawn', async () => {
    itIs('13:00')
    const { reporter } = all
    reporter.pull()
    reporter.remove(fileOf('bridge'))
    reporter.push()
    const { status, stdout } = await publish()
    expect(status).toBe(3)
    expect(stdout).toContain(`npm run withdraw -- ${fileOf('bridge')} --reason="…"`)
    expect(readersAt(urlOf('bridge', 'nation'))).toContain('The old bridge is closed')
    reporter.git('checkout', 'HEAD~1', '--', fileOf('bridge'))
    expect(await reporter.npm('withdraw', fileOf('bridge'), '--reason=It was open all day.')).toMatchObject({
      status: 0,
    })
    reporter.push()
    expect(await publish()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('withdrawn  The old bridge'),
    })
    expect(readersAt(urlOf('bridge', 'nation'))).toContain('It was open all day.')
    expect(readersAt('/')).not.toContain('The old bridge')
    expect(changesOf('24')[0]).toBe(`withdrawn ${urlOf('bridge', 'nation')}`)
  })

  test('15:00: a story is held, and released before its time: it is dated when readers get it', async () => {
    itIs('14:00')
    const { chief, machine } = all
    chief.pull()
    chief.write(fileOf('verdict'), story('The verdict', '13:50'))
    expect(
      (await chief.npm('hold', 'verdict', '--until=2024-10-24T18:00:00+05:30', '--unpublished')).status,
    ).toBe(0)
    chief.push()
    expect((await publish()).stdout).toContain('held until 2024-10-24T18:00:00+05:30  The verdict')
    expect((await machine.npm('status')).stdout).toContain(
      'held:\n  until 2024-10-24T18:00:00+05:30  The verdict',
    )
    itIs('15:00')
    expect((await chief.npm('release', 'verdict')).stdout).toContain('It goes out with the next build.')
    chief.push()
    expect((await publish()).stdout).toContain('went live  The verdict')
    expect(readersAt(urlOf('verdict'))).toContain(`datetime="${clock.now}"`)
  })

  test('18:10: two report to one live blog at once: git leaves both, the build says which to keep, all else goes out', async () => {
    itIs('18:00')
    const { chief, reporter } = all
    chief.write(fileOf('night'), story('Night of the storm', '18:00', { live: 'true', urgency: '2' }))
    await chief.npm('entry', 'night of', '--headline=The port shuts', '--text=The last trawler tied up.')
    chief.push()
    expect((await publish()).stdout).toContain('went live  Night of the storm')
    reporter.pull()
    itIs('18:10')
    await chief.npm('entry', 'night of', '--headline=The ferry stops', '--text=It is tied up.')
    chief.push()
    itIs('18:11')
    await reporter.npm('entry', 'night of', '--headline=Power fails', '--text=Neelam is dark.')
    expect(() => reporter.push()).toThrow('could not apply')
    reporter.write(fileOf('shelters'), story('Nine shelters open', '18:11'))
    reporter.git('add', 'content')
    reporter.git('-c', 'core.editor=true', 'rebase', '--continue')
    reporter.push()
    const { status, stdout } = await publish()
    expect(status).toBe(3)
    expect(stdout).toContain(`${fileOf('night')}:11:1 error conflict-marker`)
    expect(stdout).toContain('keep all of them')
    expect(readersAt(urlOf('night'))).toContain('The port shuts')
    expect(readersAt('/')).toContain('Nine shelters open')
    reporter.write(
      fileOf('night'),
      reporter
        .read(fileOf('night'))
        .replace('=======', ':::\n')
        .replace(/^(?:<{7}|>{7}).*\n/gm, ''),
    )
    reporter.push()
    expect((await publish()).status).toBe(0)
    for (const words of ['The port shuts', 'The ferry stops', 'Power fails'])
      expect(readersAt(urlOf('night'))).toContain(words)
  })

  test('00:10: midnight breaks nothing of the evening, and the next day begins', async () => {
    itIs('00:00', '25')
    expect((await publish()).status).toBe(0)
    expect(readersAt('/')).toContain('Night of the storm')
    itIs('00:10', '25')
    const { chief, machine } = all
    chief.pull()
    await chief.npm('entry', urlOf('night'), '--headline=The wind drops', '--text=It is over.')
    chief.push()
    const { status, stdout } = await publish()
    expect(status).toBe(0)
    expect(stdout).toContain('updated  Night of the storm')
    expect(readersAt(urlOf('night'))).toContain('The wind drops')
    expect(changesOf('25')).toEqual([`updated ${urlOf('night')}`])
    const { stdout: status0010 } = await machine.npm('status', '--format=json')
    expect(JSON.parse(status0010).today).toMatchObject([{ kind: 'updated', title: 'Night of the storm' }])
  })

  test('00:20: the record is lost, and git stands in: an edit in silence stays back all the same', async () => {
    itIs('00:20', '25')
    const { reporter, machine } = all
    reporter.pull()
    reporter.edit(fileOf('ferry'), 'Ferry returns, we hear.', 'Ferry does not return, we hear.')
    reporter.push()
    for (const folder of ['.dateline', '_site']) machine.remove(folder)
    const { status, stdout } = await publish()
    expect(status).toBe(3)
    expect(stdout).toMatch(/held against commit [0-9a-f]{10} \(the one before the last\)/)
    expect(stdout).toContain(`${fileOf('ferry')}:7:7 error edit-silent`)
    expect(readersAt(urlOf('ferry', 'nation'))).toContain('Ferry returns, we hear.')
    expect(readersAt(urlOf('fire'))).toContain('Four people died, not ten.')
    expect(readersAt(urlOf('darts', 'sport'))).toContain(`url=${urlOf('darts-league', 'sport')}`)
    expect(readersAt(urlOf('bridge', 'nation'))).toContain('It was open all day.')
  })
})
