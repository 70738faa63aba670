// Makes the bundle of a span in a folder apart from the site: no other run has to wait for it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createStoryTexts, createTranscripts } from '../layouts/story-texts.ts'
import { createMarkdown } from '../markdown/create-markdown.ts'
import { markdownSiteOf, type Transcript } from '../markdown/markdown-site.ts'
import { type BundleFiles, shortDigest, type WordsOfStory } from '../store/bundle.ts'
import { listFiles } from '../system/files.ts'
import { pageForIndex, type SpanStories, type StoryData } from './index-pages.ts'
import type { MonthSpan } from './month-spans.ts'
import { type IndexPage, writeBundle } from './pagefind.ts'

export type MadeBundle = {
  readonly span: MonthSpan
  readonly sourceDigest: string
  /** Absolute. */
  readonly folder: string
  readonly files: BundleFiles
  readonly version: string
  /** False when a story's file has changed since the publish: then only its headline and summary are in the bundle. */
  readonly isComplete: boolean
}

type BundleMaking = {
  readonly root: string
  readonly span: MonthSpan
  readonly stories: SpanStories
  readonly language: string
  /** Absolute. */
  readonly folder: string
  readonly progress: (done: number) => void
}

export const makeBundle = async (making: BundleMaking): Promise<MadeBundle> => {
  const { root, span, stories, language, folder, progress } = making
  let isComplete = true
  const asPublished = (read: () => string): string => {
    try {
      return read()
    } catch {
      // A file was edited or removed since: the next publish will see it.
      isComplete = false
      return ''
    }
  }
  const keptTextOf = (file: string) => stories.keptTexts.get(file)
  const inFile = createTranscripts(root, keptTextOf)
  const transcriptOf = (transcript: Transcript) => asPublished(() => inFile(transcript))
  const markdown = createMarkdown(stories.data && markdownSiteOf(stories.data, transcriptOf))
  const texts = createStoryTexts(root, markdown, {
    textOf: keptTextOf,
    feedTextOf: () => undefined,
    keepFeedText: () => {},
  })
  const textOf = (story: StoryData) =>
    markdown.render(
      asPublished(() => texts.bodyOf(story.body)),
      story,
    )
  const { version } = await writeBundle(pagesOf(stories.stories, textOf), language, folder, progress)
  const files = new Map(stories.stories.map(({ meta, body }) => [meta.url, body.file]))
  return {
    span,
    sourceDigest: stories.sourceDigest,
    folder,
    version,
    isComplete,
    files: filesIn(folder, files),
  }
}

function* pagesOf(stories: readonly StoryData[], textOf: (story: StoryData) => string): Generator<IndexPage> {
  for (const story of stories) yield pageForIndex(story, textOf(story))
}

const filesIn = (folder: string, fileAt: ReadonlyMap<string, string>): BundleFiles =>
  Object.fromEntries(
    listFiles(folder).map(file => {
      const bytes = readFileSync(join(folder, file))
      const story = file.startsWith('fragment/') ? storyOf(bytes, fileAt) : undefined
      return [file, { digest: shortDigest(bytes), ...(story ? { story } : {}) }]
    }),
  )

/** Pagefind writes its mark, and then JSON. */
const storyOf = (bytes: Uint8Array, fileAt: ReadonlyMap<string, string>): WordsOfStory => {
  const text = gunzipSync(bytes).toString()
  const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { readonly url: string }
  const file = fileAt.get(url)
  if (file === undefined) throw new Error(`Pagefind indexed ${url}, which is not a story of this bundle`)
  return { file, url }
}
