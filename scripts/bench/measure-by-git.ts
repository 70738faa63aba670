// One more story that nobody names: Dateline asks git what was committed since the last publish.

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { addedStory, type BenchArchive } from './archive/bench-story.ts'
import { projectRoot } from './contestants/project.ts'
import { writeStory } from './dialects/dialect.ts'
import { type Command, runToEnd } from './measure/command.ts'
import type { Cost, Meter } from './measure/cost.ts'
import type { Measurement } from './report/bench-result.ts'
import { medianCost } from './report/statistics.ts'
import type { ContestantSite } from './rounds.ts'

/** `numbers`: of the stories that are added to the archive, one for each run. */
export const measureByGit = async (
  { contestant, root }: ContestantSite,
  meter: Meter,
  archive: BenchArchive,
  numbers: readonly number[],
): Promise<Measurement> => {
  const { dialect } = contestant
  const build = contestant.build(root, null)
  cpSync(join(projectRoot, '.gitignore'), join(root, '.gitignore'))
  const begun = await runAll([...beginRepository(root), build])
  if (begun !== null) return { reason: begun }
  const costs: Cost[] = []
  for (const number of numbers) {
    writeStory(root, dialect, addedStory(archive, number))
    const committed = await runAll(commitAll(root))
    if (committed !== null) return { reason: committed }
    const built = await meter.measure(build)
    if (!built.ok) return { reason: built.fault }
    costs.push(built.value)
  }
  return { cost: medianCost(costs) }
}

const git = (cwd: string, ...args: readonly string[]): Command => ({ program: 'git', args, cwd })

const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost']

const commitAll = (root: string): readonly Command[] => [
  git(root, 'add', '--all'),
  git(root, ...author, 'commit', '-q', '-m', 'One more story'),
]

/** Packed, as a clone is, and git does not begin to pack again behind a build that is measured. */
const beginRepository = (root: string): readonly Command[] => [
  git(root, 'init', '-q'),
  git(root, 'config', 'gc.auto', '0'),
  ...commitAll(root),
  git(root, 'gc', '-q'),
]

/** What the first that failed had to say; null when all went well. */
const runAll = async (commands: readonly Command[]): Promise<string | null> => {
  for (const command of commands) {
    const done = await runToEnd(command)
    if (!done.ok) return done.fault
  }
  return null
}
