// Invariant 8: with problems in stories, bulletins and pages, what is published is what the last good version of each gives.

import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printProblems } from '../../src/domain/print-problems.ts'
import { isError } from '../../src/domain/problem.ts'
import { isBulletin, isMarkdownPage, isStory } from '../../src/domain/site-paths.ts'
import { attemptBuild } from '../rig/build-in-process.ts'
import { type EditedNewsroom, emptyNewsroom, filesOfNewsroom } from '../rig/edited-newsroom.ts'
import { edit, editOfTexts } from '../rig/random-edits.ts'
import { createSite, type Files, projectRoot, type SiteFolder } from '../rig/site-folder.ts'
import { patience } from '../rig/try-sequences.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

/** What people do to a text in a hurry. */
const mistakes: readonly ((text: string) => string)[] = [
  text => text.replace(/^summary: .*\n/m, ''),
  text => text.replace(/^section: .*$/m, 'section: wrold'),
  text => text.replace('---\n', '---\ntags: [storm\n'),
  text => text.replace('---\n', '---\nsumary: a name that there is not\n'),
  text => `${text}\nMore is [here](/world/nowhere/).\n`,
  text => `${text}\n::: facts\nWithout an end.\n`,
  text => text.replace('---\n', '---\ndraft: true\nsumary: Half a draft\n'),
]

const publishes = fc.array(
  fc.record({
    edits: fc.array(editOfTexts, { minLength: 1, maxLength: 6, size: 'max' }),
    broken: fc.array(fc.record({ which: fc.noBias(fc.nat(1000)), how: fc.nat(mistakes.length - 1) }), {
      maxLength: 2,
      size: 'max',
    }),
    isAll: fc.noBias(fc.nat(9)).map(number => number === 0),
    losesAddresses: fc.noBias(fc.nat(3)).map(number => number === 0),
    editsSilently: fc.noBias(fc.nat(5)).map(number => number === 0),
    isCompared: fc.noBias(fc.nat(2)).map(number => number === 0),
  }),
  { minLength: 2, maxLength: 6, size: 'max' },
)

const start = fc.array(editOfTexts, { minLength: 8, maxLength: 16, size: 'max' })

/** With layouts of its own, as edits change them, and no page but those of `files`. */
const createSiteOf = (files: Files): SiteFolder => {
  const site = createSite()
  site.remove('content/pages/about.md')
  rmSync(join(site.root, '_includes'))
  cpSync(join(projectRoot, '_includes'), join(site.root, '_includes'), { recursive: true })
  follow(site, {}, files)
  return site
}

const follow = (site: SiteFolder, before: Files, after: Files): void => {
  for (const [file, text] of Object.entries(after)) if (before[file] !== text) site.write(file, text)
  for (const file of Object.keys(before)) {
    if (after[file] !== undefined) continue
    if (file.startsWith('_includes/')) cpSync(join(projectRoot, file), join(site.root, file))
    else site.remove(file)
  }
}

const isText = (file: string): boolean => isStory(file) || isBulletin(file) || isMarkdownPage(file)

const withMistakes = (
  files: Files,
  broken: readonly { readonly which: number; readonly how: number }[],
): Files => {
  const texts = Object.keys(files).filter(isText).sort()
  const made = { ...files }
  for (const { which, how } of broken) {
    const file = texts[which % texts.length]
    if (file !== undefined) made[file] = mistakes[how]?.(made[file] ?? '') ?? ''
  }
  return made
}

/** What a clean build makes of the files, or null where it is refused. */
const cleanBuildOf = async (files: Files, now: EditedNewsroom['now']): Promise<Files | null> => {
  const clean = createSiteOf(files)
  try {
    const built = await attemptBuild(clean, now, { isStrict: true })
    return built.ok ? withoutDepartures(clean.snapshot('_site')) : null
  } finally {
    clean.dispose()
  }
}

const begin = {
  edits: [],
  broken: [],
  isAll: false,
  losesAddresses: false,
  editsSilently: false,
  isCompared: false,
}

test(
  'whatever is broken, readers have what the last good version of each file gives',
  async () => {
    const tally = { publishes: 0, refused: 0, replaced: 0, pages: 0, lost: 0, silent: 0 }
    const property = fc.asyncProperty(start, publishes, async (first, sequence) => {
      const site = createSiteOf(filesOfNewsroom(emptyNewsroom))
      let newsroom = first.reduce(edit, emptyNewsroom)
      let files: Files = filesOfNewsroom(emptyNewsroom)
      /** By file: the text that readers have; without those that they do not see. */
      let shown: Files = {}
      try {
        for (const [at, { edits, broken, isCompared, ...how }] of [begin, ...sequence].entries()) {
          newsroom = edits.reduce(edit, newsroom)
          const next = withMistakes(filesOfNewsroom(newsroom), broken)
          follow(site, files, next)
          files = next
          const before = existsSync(join(site.root, '_site')) ? site.snapshot('_site') : {}
          const built = await attemptBuild(site, newsroom.now, { isStrict: false, ...how })
          tally.publishes += 1
          if (!built.ok) {
            tally.refused += 1
            expect(built.fault.some(isError)).toBe(true)
            if (existsSync(join(site.root, '_site'))) expect(site.snapshot('_site')).toEqual(before)
            continue
          }
          const { keptBack } = built.value
          const good: Record<string, string> = { ...files }
          for (const { file, shown: what, problems } of keptBack) {
            expect(problems.some(isError), file).toBe(true)
            delete good[file]
            const last = shown[file]
            if (what === 'last' && last !== undefined) good[file] = last
            if (what === 'last') tally.replaced += 1
            if (isMarkdownPage(file)) tally.pages += 1
            if (problems.some(({ code }) => code === 'address-lost')) tally.lost += 1
            if (problems.some(({ code }) => code === 'edit-silent')) tally.silent += 1
          }
          shown = good
          if (!isCompared && at < sequence.length) continue
          const reason = keptBack.map(({ problems }) => printProblems(problems)).join('\n')
          expect(withoutDepartures(site.snapshot('_site')), reason).toEqual(
            await cleanBuildOf(good, newsroom.now),
          )
        }
      } finally {
        site.dispose()
      }
    })
    const { seed = 0 } = fc.readConfigureGlobal()
    await fc.assert(property, { seed: seed + 8, numRuns: 10, endOnFailure: true })
    console.log(JSON.stringify(tally))
    expect(tally.replaced).toBeGreaterThan(5)
    expect(tally.pages).toBeGreaterThan(0)
    expect(tally.lost).toBeGreaterThan(0)
    expect(tally.silent).toBeGreaterThan(0)
    expect(tally.refused / tally.publishes).toBeLessThan(0.2)
  },
  patience,
)
