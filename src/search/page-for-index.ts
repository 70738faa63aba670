// A story as the search index reads it: a page with its words and nothing of the site around them.

import { escapeHtml } from '../domain/escape.ts'
import type { Story } from '../domain/story.ts'
import type { PageData } from '../pages/page-kind.ts'

/** What a story's page shows of it. */
type Shown = Pick<Story, 'title' | 'summary' | 'dateline' | 'image' | 'corrections' | 'language'> & {
  readonly section: { readonly url: string }
}

export type IndexPage = { readonly url: string; readonly html: string }

/** `data`: of the story's own page. `text`: its markdown as HTML. Words of the headline weigh most; results show it anyway. */
export const pageForIndex = ({ meta, story }: PageData, text: string): IndexPage => {
  const { title, summary, dateline, image, section, corrections, language } = story as Shown
  // The headline once more, behind the text: for those who search for it in quotation marks.
  const notes = [image?.caption ?? null, ...corrections.map(correction => correction.text), dateline, title]
  const filter = `<i data-pagefind-filter="section:${sectionOf(section.url)}"></i>`
  const tongue = language === null ? '' : `<i data-pagefind-meta="language:${language}"></i>`
  const html = `<html><body data-pagefind-body><h1 data-pagefind-meta="title" data-pagefind-ignore>${escapeHtml(title)}</h1>${filter}${tongue}${paragraph(summary)}${withoutPictures(text)}${notes.map(paragraph).join('')}</body></html>`
  return { url: meta.url, html }
}

/** What tells two states of the page apart: the markdown by its digest, and by what it draws on. */
export const factsOf = (page: PageData): unknown => [pageForIndex(page, ''), page.body, page.markdown]

/** CSS selectors of what says nothing that readers would search for. */
export const ignored = ['video', 'audio', '.embed', 'summary', '.notes > h2', 'sup', '[role=doc-backlink]']

/** Pagefind would show one of them, and find the story by its address. */
const withoutPictures = (html: string): string => html.replace(/<img\b[^>]*>/g, '')

const sectionOf = (url: string): string => url.replaceAll('/', '')

const paragraph = (text: string | null): string => (text === null ? '' : `<p>${escapeHtml(text)}</p>`)
