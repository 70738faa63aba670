// An archive of each kind goes online with no hand between: each old address is asked, and each word is looked for.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oldAddressesIn } from '../../src/import/report/old-addresses.ts'
import { temporaryFolders } from './archive-on-disk.ts'
import { addressesIn, buildHere, type MovedSite, moveIn, servers, wrongAddresses } from './moved-site.ts'
import { silentLosses } from './silent-losses.ts'
import { smallArchives } from './small-archives.ts'
import { textOfHtml, textOfMarkdown } from './words.ts'

describe('A small archive of each kind', () => {
  let moved: MovedSite
  const folders = temporaryFolders(smallArchives.map(({ files }) => files))
  beforeAll(async () => {
    moved = await moveIn(folders.paths, 'America/New_York', buildHere)
  })
  afterAll(() => {
    moved.site.dispose()
    folders.dispose()
  })
  const reportOf = (name: string) => {
    const report = moved.reports[smallArchives.findIndex(archive => archive.name === name)]
    if (report === undefined) throw new Error(`there is no archive ${name}`)
    return report
  }

  it('is read as what it is, and all of them are published as they came', () => {
    expect(moved.reports.map(({ source }) => source)).toEqual(smallArchives.map(({ name }) => name))
    expect(moved.errors).toBe('')
  })

  it('takes no address that another has already', () => {
    const { lost } = oldAddressesIn(reportOf('a folder of markdown files'))
    expect(lost.map(({ address, reason }) => `${address}: ${reason}`)).toEqual([
      '/h/first/: it belongs to another page',
      '/j/moved/: it belongs to another page',
    ])
  })

  it('has no address of another site', () => {
    const all = moved.reports.flatMap(report => [...addressesIn(report)])
    expect(all.filter(address => address.includes('photo'))).toEqual([])
  })

  it.each(servers)('keeps its old addresses, or names them: %s', async (_name, start) => {
    const server = await start(moved.site)
    if (server === null) return
    for (const report of moved.reports) expect(await wrongAddresses(server, report, moved.site)).toEqual([])
    await server.stop()
  })

  it.each(smallArchives)(
    '$name has each address that readers know in its report, and they add up',
    ({ name, addresses }) => {
      const report = reportOf(name)
      const { all, toStories, toDrafts, inRows, asBefore, lost } = oldAddressesIn(report)
      expect(addresses.filter(address => !addressesIn(report).has(address))).toEqual([])
      expect(toStories + toDrafts + inRows + asBefore + lost.length).toBe(all)
    },
  )

  it.each(smallArchives)('$name loses no word in silence', ({ name, texts, files }) => {
    const textOf = (file: string) => {
      const text = texts?.[file]
      if (text !== undefined) return textOfHtml(text)
      return textOfMarkdown(String(files[file] ?? '').replace(/^import .*/gm, ''))
    }
    expect(silentLosses(reportOf(name), moved.site, textOf)).toEqual([])
  })
})
