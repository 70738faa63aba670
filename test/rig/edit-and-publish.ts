// Publishes a site, edits it and publishes again; and builds the same content from nothing, to compare.

import { digestOf } from '../../src/system/digest.ts'
import { attemptBuild, publishInProcess } from './build-in-process.ts'
import { storyText } from './site-data.ts'
import { createSite, type Files, type SiteFolder } from './site-folder.ts'
import { at } from './small-newsroom.ts'
import { withoutDepartures } from './without-departures.ts'

/** Null removes a file. */
export type Edits = Readonly<Record<string, string | null>>

/** The problems of a build with their places, or a digest of each file of the site. */
export type Outcome = { readonly problems: readonly string[]; readonly files: Files | null }

/** The day of the stories. */
export const folder = 'content/stories/2024/10/24'

const now = at('2024-11-10T00:00:00Z')

export const story = (
  name: string,
  fields: Readonly<Record<string, string | undefined>> = {},
  body?: string,
): Files => ({
  [`${folder}/${name}.md`]: storyText(
    { title: `About ${name}`, summary: `What there is to say about ${name}, in so many words.`, ...fields },
    body,
  ),
})

/** Whole pages would bury what differs. */
export const digestsOf = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [file, digestOf(text)]))

export const editAndPublish = async (
  files: Files,
  edits: Edits,
): Promise<{ readonly found: Outcome; readonly expected: Outcome }> => {
  const site = createSite(files)
  const left = Object.entries({ ...files, ...edits }).filter(([, text]) => text !== null)
  const fullBuildReason = createSite(Object.fromEntries(left) as Files)
  try {
    await publishInProcess(site, now)
    for (const [file, text] of Object.entries(edits)) {
      if (text !== null) site.write(file, text)
      else {
        site.remove(file)
        // A file that every site of the tests has.
        if (!(file in files)) fullBuildReason.remove(file)
      }
    }
    return { found: await outcomeOf(site), expected: await outcomeOf(fullBuildReason) }
  } finally {
    site.dispose()
    fullBuildReason.dispose()
  }
}

const outcomeOf = async (site: SiteFolder): Promise<Outcome> => {
  const built = await attemptBuild(site, now)
  if (built.ok) return { problems: [], files: digestsOf(withoutDepartures(site.snapshot('_site'))) }
  const problems = built.fault
    .filter(({ severity }) => severity === 'error')
    .map(({ code, location }) => `${location.file}:${location.line}:${location.column} ${code}`)
  return { problems: problems.sort(), files: null }
}
