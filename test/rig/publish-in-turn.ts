// Publishes a random sequence of edits one by one, and holds each publish against what it may do and what comes out.

import { readers } from '../../src/domain/audience.ts'
import { printProblems } from '../../src/domain/print-problems.ts'
import type { Built } from '../../src/pipeline/publish.ts'
import { uncompressedOf } from '../../src/store/compressed.ts'
import type { Edition } from '../../src/store/edition.ts'
import { type EditedNewsroom, emptyNewsroom } from './edited-newsroom.ts'
import { createFollowedSite, type FollowedSite } from './followed-site.ts'
import { mend } from './mend.ts'
import { followPending } from './pending-announcements.ts'
import { edit, type RandomPublish, type RandomSequence } from './random-edits.ts'
import type { Files } from './site-folder.ts'
import { withoutDepartures } from './without-departures.ts'
import { wrongCopies } from './wrong-copies.ts'

/** What the publishes of all sequences came to. */
export type Tally = {
  publishes: number
  refused: number
  /** Taken in again as a whole. */
  fullBuildReason: number
  /** Pages that publishes planned which went by changes, and those of them that came out as they were. */
  planned: number
  unchanged: number
}

/** Throws with the whole history when anything is not as it should be. */
export const publishInTurn = async (
  { start, publishes }: RandomSequence,
  audience: Edition['audience'],
  tally: Tally,
): Promise<void> => {
  const site = createFollowedSite(emptyNewsroom, audience)
  const log: string[] = [`a newsroom with ${start.map(({ kind }) => kind).join(', ') || 'nothing in it'}`]
  let sound: EditedNewsroom = emptyNewsroom
  let newsroom = mend(start.reduce(edit, emptyNewsroom))
  const byHand = new Set<string>()
  // To ask after every publish takes as long as to publish.
  const isFollowed = audience === readers && start.length % 3 === 0
  const pending = isFollowed ? followPending(site.root) : null
  const turn = async (publish: RandomPublish, isCompared: boolean) => {
    newsroom = publish.edits.reduce(edit, newsroom)
    site.follow(newsroom)
    log.push(describe(publish))
    await meddle(site, publish, byHand)
    if (await publishOnce(site, newsroom, { ...publish, isCompared }, byHand, tally)) {
      sound = newsroom
      await pending?.follow(site.published(), publish.number % 3 === 0)
      return
    }
    log.push(`  refused, and ${publish.isMended ? 'mended' : 'taken back'}`)
    newsroom = publish.isMended ? mend(newsroom) : { ...sound, now: newsroom.now }
    site.follow(newsroom)
    if (!(await publishOnce(site, newsroom, { ...publish, isCompared }, byHand, tally))) {
      log.push('  refused again')
      return
    }
    sound = newsroom
    await pending?.follow(site.published(), publish.number % 3 === 0)
  }
  try {
    for (const [at, publish] of publishes.entries())
      await turn(publish, publish.isCompared || at === publishes.length - 1)
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\nafter ${log.join('\n')}`, { cause: error })
  } finally {
    await site.dispose()
  }
}

const describe = ({ edits, byHand, way }: RandomPublish): string =>
  `${edits.map(({ kind }) => kind).join(', ') || 'no edit'}; ${byHand === 'nothing' ? '' : `${byHand}; `}published by ${way}`

/** What others do to the disk. A folder's time must differ for a change of it to show. */
const meddle = async (site: FollowedSite, { byHand: kind, number }: RandomPublish, byHand: Set<string>) => {
  if (kind === 'nothing') return
  if (kind === 'touch') return site.touch()
  await new Promise(resolve => setTimeout(resolve, 20))
  const files = Object.keys(site.published())
  const victim = files[number % files.length]
  if (kind === 'delete from the site' && victim !== undefined) site.removeByHand(`_site/${victim}`)
  const places = ['note.txt', 'world/note.txt', 'notes/note.txt']
  const mine = kind === 'add to the site' ? (places[number % 3] ?? '') : `seen-${number}.txt`
  // Files further down are only looked for when the folder itself is not as it was left.
  for (const file of [mine, `seen-${number}.txt`]) {
    site.putByHand(`_site/${file}`, 'not of Dateline')
    byHand.add(file)
  }
}

/** Whether it was published. */
const publishOnce = async (
  site: FollowedSite,
  { now }: EditedNewsroom,
  { way, isCompared }: RandomPublish,
  byHand: ReadonlySet<string>,
  tally: Tally,
): Promise<boolean> => {
  const before = site.published()
  const outcome = await site.publish(now, way)
  const after = site.published()
  tally.publishes += 1
  if (!outcome.ok) {
    tally.refused += 1
    const problems = printProblems(outcome.fault)
    demandSame(after, before, 'a refused publish changed the site')
    if ((await site.publishAnew(now)).ok)
      throw new Error(`only the publish was refused, not a clean build:\n${problems}`)
    return false
  }
  demandPlanned(outcome.value, before, after)
  const wrong = wrongCopies(Object.fromEntries(Object.entries(after).filter(([file]) => !byHand.has(file))))
  if (wrong.length > 0) throw new Error(`compressed copies of other pages: ${wrong.join(', ')}`)
  count(outcome.value, before, after, tally)
  if (!isCompared) return true
  const anew = await site.publishAnew(now)
  if (!anew.ok) throw new Error(`published, though a clean build is refused:\n${printProblems(anew.fault)}`)
  const ours = Object.fromEntries(Object.entries(after).filter(([file]) => !byHand.has(file)))
  demandSame(
    withoutDepartures(ours),
    withoutDepartures(site.publishedAnew()),
    'the site is not what a clean build makes',
  )
  return true
}

const demandSame = (found: Files, expected: Files, fault: string): void => {
  const differing = [...new Set([...Object.keys(found), ...Object.keys(expected)])].filter(
    file => found[file] !== expected[file],
  )
  if (differing.length === 0) return
  const lines = differing.map(file => `${file}: ${difference(found[file], expected[file])}`)
  throw new Error(`${fault}: ${lines.join('\n')}`)
}

const difference = (found: string | undefined, expected: string | undefined): string => {
  if (found === undefined) return 'missing'
  if (expected === undefined) return 'too many'
  const at = [...found].findIndex((sign, index) => sign !== expected[index])
  const near = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
  return `found ${near(found)}, expected ${near(expected)}`
}

/** The plan names every file whose bytes differ, each with a reason; and the list of changes is what changed. */
const demandPlanned = ({ plan, changes }: Built, before: Files, after: Files): void => {
  const reasons = new Map<string, readonly unknown[]>([
    ...plan.removals.map(({ output, reasons }) => [output, reasons] as const),
    ...plan.pages.map(({ output, reasons }) => [output, reasons] as const),
    ...plan.copies.map(({ to, reasons }) => [to, reasons] as const),
  ])
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    file => before[file] !== after[file],
  )
  for (const file of files) {
    const original = uncompressedOf(file)
    const why =
      reasons.get(file) ?? reasons.get(original) ?? (isOfTemplate(original) ? plan.templates : undefined)
    if (why === undefined) throw new Error(`${file} changed, but was not planned`)
    if (why.length === 0) throw new Error(`${file} was planned without a reason`)
  }
  const lists = [
    ['added', changes.added, files.filter(file => before[file] === undefined)],
    [
      'changed',
      changes.changed,
      files.filter(file => before[file] !== undefined && after[file] !== undefined),
    ],
    [
      'removed',
      changes.removed.filter(file => before[file] !== undefined),
      files.filter(file => after[file] === undefined),
    ],
  ] as const
  for (const [kind, reported, found] of lists)
    if (reported.toSorted().join() !== found.toSorted().join())
      throw new Error(`${kind} are ${found.join(', ')}, but the publish reports ${reported.join(', ')}`)
}

const isOfTemplate = (file: string): boolean => /^(?:about|contact|ethics)\/index\.html$/.test(file)

const count = ({ plan, fullBuildReason }: Built, before: Files, after: Files, tally: Tally): void => {
  if (fullBuildReason !== null) tally.fullBuildReason += 1
  const isRestyled = plan.pages.some(({ reasons }) => reasons.some(({ because }) => because === 'layout'))
  if (fullBuildReason !== null || isRestyled) return
  tally.planned += plan.pages.length
  tally.unchanged += plan.pages.filter(({ output }) => before[output] === after[output]).length
}
