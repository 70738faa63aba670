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
import type { Extra, Outcome } from './report/outcome.ts'
import { medianCost } from './report/statistics.ts'
import type { ListedStory } from './rounds.ts'

/** So many stories at most have one, each its own. */
const mostPictures = 20

export type Extras = {
  readonly entry: ListedStory
  readonly meter: Meter
  readonly archive: BenchArchive
  /** The number of the first story that may be added to the archive. */
  readonly first: number
  /** Of each publish; full builds are measured once. */
  readonly runs: number
}

export const measureExtras = async ({
  entry,
  meter,
  archive,
  first,
  runs,
}: Extras): Promise<readonly Extra[]> => {
  const { root } = entry
  const pictures = Math.min(mostPictures, Math.ceil(archive.count / 10))
  let number = first
  const nextStory = () => addedStory(archive, number++)
  const plain = async (story: BenchStory) => writeStory(root, datelineDialect, story)
  const pictured = (story: BenchStory) => writePictured(root, story)
  const full = async (name: string): Promise<Extra> => ({
    name,
    base: 'full',
    outcome: await measureOnce(entry, meter, null),
  })
  const publish = async (name: string, write: typeof plain): Promise<Extra> => {
    const outcomes: Outcome[] = []
    for (let run = 0; run < runs; run += 1) {
      const story = nextStory()
      await write(story)
      outcomes.push(await measureOnce(entry, meter, datelineDialect.fileOf(story)))
    }
    return { name, base: 'publish', outcome: medianOf(outcomes) }
  }

  writeFile(join(root, '_data/site.yaml'), siteYaml({ search: true }))
  clear(entry)
  const searched = [
    await full('full build with its search index'),
    await publish('publish one story with its search index', plain),
  ]
  writeFile(join(root, '_data/site.yaml'), siteYaml(allFeeds))
  clear(entry)
  const fed = [
    await full('full build with every feed, archive and data file'),
    await publish('publish one story with all of these', plain),
  ]
  writeFile(join(root, '_data/site.yaml'), siteYaml({}))
  for (let made = 0; made < pictures; made += 1) await pictured(nextStory())
  clear(entry)
  const encoded = await full(`full build with ${pictures} new pictures`)
  clear(entry, picturesFolder)
  return [
    ...searched,
    ...fed,
    encoded,
    await full(`full build with ${pictures} pictures encoded before`),
    await publish('publish one story among pictures', plain),
    await publish('publish one story with a new picture', pictured),
  ]
}

/** Back to before the first build. `kept`: a folder that stays, relative to the root. */
const clear = ({ root, contestant }: ListedStory, kept: string | null = null): void => {
  rmSync(join(root, contestant.output), { recursive: true, force: true })
  for (const name of readdirSync(join(root, forReaders.state)))
    if (join(forReaders.state, name) !== kept)
      rmSync(join(root, forReaders.state, name), { recursive: true, force: true })
}

const measureOnce = async (
  { root, contestant }: ListedStory,
  meter: Meter,
  changed: string | null,
): Promise<Outcome> => {
  const measured = await meter.measure(contestant.build(root, changed))
  return measured.ok ? { cost: measured.value } : { reason: measured.fault }
}

const medianOf = (outcomes: readonly Outcome[]): Outcome => {
  const costs: Cost[] = []
  for (const outcome of outcomes) {
    if ('reason' in outcome) return outcome
    costs.push(outcome.cost)
  }
  return { cost: medianCost(costs) }
}

const writePictured = async (root: string, story: BenchStory): Promise<void> => {
  const file = datelineDialect.fileOf(story)
  const picture = `${story.slug}.jpg`
  writeFile(join(root, dirname(file), picture), await drawPicture(story.slug))
  writeFile(join(root, file), picturedText(story, picture))
}
