// What search, all its feeds and pictures cost Dateline, on top of the site that all contestants make.

import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { picturesFolder } from '../../src/pictures/picture-cache.ts'
import { forReaders } from '../../src/store/edition.ts'
import { writeFile } from '../../src/system/files.ts'
import { addedStory, type BenchArchive, type BenchStory } from './archive/bench-story.ts'
import { drawPicture } from './archive/draw-picture.ts'
import { allFeeds, datelineDialect, picturedText, siteYaml } from './dialects/dateline.ts'
import { writeStory } from './dialects/dialect.ts'
import type { Cost, Meter } from './measure/cost.ts'
import type { Extra, Measurement } from './report/bench-result.ts'
import { medianCost } from './report/statistics.ts'
import type { ContestantSite } from './rounds.ts'

/** So many stories at most have one, each its own. */
const mostPictures = 20

type Extras = {
  readonly site: ContestantSite
  readonly meter: Meter
  readonly archive: BenchArchive
  /** The number of the first story that may be added to the archive. */
  readonly first: number
  /** Of each publish; full builds are measured once. */
  readonly runs: number
}

/** Writes a story into the site, with whatever belongs to it. */
type WriteStory = (root: string, story: BenchStory) => Promise<void>

export const measureExtras = async (call: Extras): Promise<readonly Extra[]> => {
  const { site, meter, archive, first } = call
  const { root } = site
  const pictures = Math.min(mostPictures, Math.ceil(archive.count / 10))
  let number = first
  const nextStory = () => addedStory(archive, number++)
  const full = async (name: string): Promise<Extra> => {
    return { name, base: 'full', measurement: await measureOnce(site, meter, null) }
  }
  const publish = async (name: string, write: WriteStory): Promise<Extra> => {
    return { name, base: 'publish', measurement: await measurePublishes(call, nextStory, write) }
  }

  startAgain(site, { search: true })
  const searched = [
    await full('full build with its search index'),
    await publish('publish one story with its search index', writePlain),
  ]
  startAgain(site, allFeeds)
  const fed = [
    await full('full build with every feed, archive and data file'),
    await publish('publish one story with all of these', writePlain),
  ]
  for (let made = 0; made < pictures; made += 1) await writePictured(root, nextStory())
  startAgain(site, {})
  const encoded = await full(`full build with ${pictures} new pictures`)
  startAgain(site, {}, picturesFolder)
  return [
    ...searched,
    ...fed,
    encoded,
    await full(`full build with ${pictures} pictures encoded before`),
    await publish('publish one story among pictures', writePlain),
    await publish('publish one story with a new picture', writePictured),
  ]
}

/** The site as before its first build, with other settings. `kept`: a folder that stays, relative to the root. */
const startAgain = (
  { root, contestant }: ContestantSite,
  settings: Readonly<Record<string, unknown>>,
  kept: string | null = null,
): void => {
  writeFile(join(root, '_data/site.yaml'), siteYaml(settings))
  rmSync(join(root, contestant.output), { recursive: true, force: true })
  for (const name of readdirSync(join(root, forReaders.state)))
    if (join(forReaders.state, name) !== kept)
      rmSync(join(root, forReaders.state, name), { recursive: true, force: true })
}

const measurePublishes = async (
  { site, meter, runs }: Extras,
  nextStory: () => BenchStory,
  write: WriteStory,
): Promise<Measurement> => {
  const measurements: Measurement[] = []
  for (let run = 0; run < runs; run += 1) {
    const story = nextStory()
    await write(site.root, story)
    measurements.push(await measureOnce(site, meter, datelineDialect.fileOf(story)))
  }
  return medianOf(measurements)
}

const measureOnce = async (
  { root, contestant }: ContestantSite,
  meter: Meter,
  changed: string | null,
): Promise<Measurement> => {
  const measured = await meter.measure(contestant.build(root, changed))
  return measured.ok ? { cost: measured.value } : { reason: measured.fault }
}

const medianOf = (measurements: readonly Measurement[]): Measurement => {
  const costs: Cost[] = []
  for (const measurement of measurements) {
    if ('reason' in measurement) return measurement
    costs.push(measurement.cost)
  }
  return { cost: medianCost(costs) }
}

const writePlain: WriteStory = async (root, story) => writeStory(root, datelineDialect, story)

const writePictured: WriteStory = async (root, story) => {
  const file = datelineDialect.fileOf(story)
  const picture = `${story.slug}.jpg`
  writeFile(join(root, dirname(file), picture), await drawPicture(story.slug))
  writeFile(join(root, file), picturedText(story, picture))
}
