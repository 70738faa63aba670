// The stories of a span as pages for the search index: their words and nothing of the site around them.
//
// Headline, summary, text, corrections, with the section as a filter. They are drawn from the archive and the
// story's file, as the story's own page is: so the index needs no `_site/`, no layout decides what is found,
// and published pages carry no mark of it.

import { escapeHtml } from '../domain/escape.ts'
import type { SiteData } from '../domain/newsroom.ts'
import type { Story } from '../domain/story.ts'
import { markdownContextOf } from '../markdown/markdown-context.ts'
import { createContext } from '../pages/context-of.ts'
import { type StoryPageData, storyPage } from '../pages/kinds/story-page.ts'
import type { PageData } from '../pages/page-kind.ts'
import { storyAt } from '../pages/story-at.ts'
import type { FolderMarks } from '../store/file-mark.ts'
import type { LastPublish } from '../store/last-publish.ts'
import { siteDataOf } from '../store/site-data-row.ts'
import type { Tables } from '../store/tables.ts'
import { digestOf } from '../system/digest.ts'
import type { MonthSpan } from './month-spans.ts'
import { type IndexPage, indexSettings } from './pagefind.ts'
import { searchableHtml } from './searchable-html.ts'

/** Of a story's own page. */
export type StoryData = PageData & StoryPageData

export type SpanStories = {
  /** The oldest first: a new story does not change the numbers of those before it. */
  readonly stories: readonly StoryData[]
  readonly sourceDigest: string
  /** By file: the published texts of stories that are kept back and of their transcripts, as their files say something else. */
  readonly keptTexts: ReadonlyMap<string, string>
  /** The site with its strings; null where no site, and so no story, is known. */
  readonly data: Pick<SiteData, 'site' | 'strings'> | null
}

/** With a digest of everything that their bundle is made from. */
export const storiesOfSpan = (span: MonthSpan, tables: Tables, last: LastPublish): SpanStories => {
  const facts = tables.get('facts', 'site')
  if (!facts) return { stories: [], sourceDigest: '', keptTexts: new Map(), data: null }
  const data = siteDataOf(facts)
  const { timezone, language } = data.site
  const context = createContext({ ...data, plainPages: [] }, tables, last.viewpoint)
  const stories = span.months
    .flatMap(month => context.archive.listing({ of: 'site' }).inMonth(month).toReversed())
    .map(story => withAllEntries(story, storyPage.pageAt(storyAt(story)).dataIn(context)))
    .filter(page => page !== null)
  const each = stories.map(page => digestOf(JSON.stringify(sourceOfPage(page))))
  return {
    stories,
    sourceDigest: digestOf(
      JSON.stringify([basisOf(tables), language, timezone, data.strings, indexSettings, each]),
    ),
    keptTexts: new Map(
      (tables.get('lists', 'keptBack') ?? []).flatMap(withTranscripts(tables)).flatMap(file => {
        const text = tables.get('texts', file)
        return text === undefined ? [] : [[file, text]]
      }),
    ),
    data,
  }
}

const withTranscripts = (tables: Tables) => (file: string) => [
  file,
  ...(tables.get('stories', file)?.media ?? []).flatMap(({ transcript }) => transcript?.file ?? []),
]

/** Of a live blog also those that its own page lacks: it has their ids, which lead on. */
const withAllEntries = (story: Story, page: StoryData | null): StoryData | null =>
  page && { ...page, markdown: markdownContextOf(story, '') }

/** The parts of the engine that make an index from a text: others may change as they like. */
const basisOf = (tables: Tables): unknown => {
  const lockfile = tables.get('marks', '')?.['package-lock.json']?.digest ?? null
  return [
    lockfile,
    ...['src/markdown', 'src/search', 'src/time'].map(folder => digestsIn(tables.get('marks', folder))),
  ]
}

const digestsIn = (marks: FolderMarks = {}): unknown =>
  Object.entries(marks)
    .map(([name, { digest }]) => [name, digest])
    .sort()

/** `data`: of the story's own page. `text`: its markdown as HTML. Words of the headline weigh most; results show it anyway. */
export const pageForIndex = ({ meta, story }: StoryData, text: string): IndexPage => {
  const { title, summary, dateline, image, section, corrections, language } = story
  // The headline once more, behind the text: for those who search for it in quotation marks.
  const notes = [image?.caption ?? null, ...corrections.map(correction => correction.text), dateline, title]
  const filter = `<i data-pagefind-filter="section:${sectionOf(section.url)}"></i>`
  const languageMeta = language === null ? '' : `<i data-pagefind-meta="language:${language}"></i>`
  const words = searchableHtml(
    `${paragraph(summary)}${withoutPictures(text)}${notes.map(paragraph).join('')}`,
  )
  const html = `<html><body data-pagefind-body><h1 data-pagefind-meta="title" data-pagefind-ignore>${escapeHtml(title)}</h1>${filter}${languageMeta}${words}</body></html>`
  return { url: meta.url, html }
}

/** Everything that the page is made from; the markdown by its digest, and by the facts that it draws on. */
const sourceOfPage = (page: StoryData): unknown => [pageForIndex(page, ''), page.body, page.markdown]

/** Pagefind would show one of them, and find the story by its address. */
const withoutPictures = (html: string): string => html.replace(/<img\b[^>]*>/g, '')

const sectionOf = (url: string): string => url.replaceAll('/', '')

const paragraph = (text: string | null): string => (text === null ? '' : `<p>${escapeHtml(text)}</p>`)
