// Which stories stand on a published page, and on which pages a story stands.

import { pageFolder } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { contextOf } from '../pages/context-of.ts'
import { storyPage } from '../pages/kinds/story-page.ts'
import type { Page, PageContext } from '../pages/page-kind.ts'
import { kindNamed, pageKinds } from '../pages/page-kinds.ts'
import { storyAt } from '../pages/story-at.ts'
import type { Edition } from '../store/edition.ts'
import { noPublish } from '../store/last-site.ts'
import { outputKey, outputPathOf, type PageOutput } from '../store/output.ts'
import { withLastSite } from '../store/site-session.ts'
import type { Tables } from '../store/tables.ts'

type StoryOnPage = { readonly file: string; readonly title: string }

export type Why =
  | {
      readonly about: 'page'
      readonly url: string
      readonly kind: string
      /** The story file that the page is made from, if it is one. */
      readonly file: string | null
      readonly stories: readonly StoryOnPage[]
    }
  | {
      readonly about: 'story'
      readonly story: StoryOnPage
      readonly pages: readonly { readonly url: string; readonly kind: string }[]
    }
  | { readonly about: 'other'; readonly url: string; readonly madeFrom: string }
  | null

/** `asked`: a story's file, or a page's path or full address. Null when neither is known to the last publish. */
export const explain = (root: string, edition: Edition, asked: string): Promise<Why> =>
  withLastSite(root, edition, async ({ lastSite }) => {
    const { last, tables } = lastSite
    const context = last && contextOf(tables, last.viewpoint)
    if (context === null) throw noPublish(lastSite)
    const { site } = context.newsroom
    const story = tables.get('stories', asked.replace(/^\.\//, ''))
    if (story) return { about: 'story', story: nameOf(story), pages: pagesWith(story, context, tables) }
    const path = asked.startsWith(site.url) ? asked.slice(site.url.length) || '/' : asked
    const output =
      tables.get('outputs', outputKey(outputPathOf(path))) ??
      tables.get('outputs', outputKey(outputPathOf(`${path}/`)))
    if (!output) return null
    const { made } = output
    if (made.by === 'page') {
      const { url, kind, file } = made
      return { about: 'page', url, kind, file, stories: storiesOn(made, context, tables) }
    }
    return {
      about: 'other',
      url: `/${output.path}`,
      madeFrom: made.by === 'copy' ? made.from : `${pageFolder}/`,
    }
  })

const nameOf = ({ file, title }: Story): StoryOnPage => ({ file, title })

/** A story stands on a page that shows its address. */
const pagesWith = (story: Story, context: PageContext, tables: Tables) => {
  const shown = context.archive.story(story.file)
  if (shown === null) return []
  const own = pageKinds.flatMap(kind => kind.pagesOf(shown, context))
  const naming = context.archive.related.of(shown).map(story => storyPage.pageAt(storyAt(story)))
  const pages = new Map<string, Page>([...own, ...naming].map(page => [`${page.kind} ${page.url}`, page]))
  const known = [...pages.values()].filter(({ kind, url }) => {
    const made = tables.get('outputs', outputKey(outputPathOf(url)))?.made
    return made?.by === 'page' && made.kind === kind
  })
  return known
    .filter(({ url, dataIn }) => url === story.url || textsIn(dataIn(context)).has(story.url))
    .map(({ url, kind }) => ({ url, kind }))
}

const storiesOn = (
  { kind, key }: PageOutput,
  context: PageContext,
  tables: Tables,
): readonly StoryOnPage[] => {
  const page = kindNamed(kind)?.pageAt(key)
  const files = [...textsIn(page?.dataIn(context))].flatMap(text => {
    const made = text.startsWith('/') ? tables.get('outputs', outputKey(outputPathOf(text)))?.made : undefined
    const story = made?.by === 'page' && made.file !== null ? tables.get('stories', made.file) : undefined
    return story?.url === text ? [story.file] : []
  })
  return [...new Set(files)].flatMap(file => {
    const story = context.archive.story(file)
    return story ? [nameOf(story)] : []
  })
}

const textsIn = (value: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (typeof value === 'string') found.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const inside of Object.values(value)) textsIn(inside, found)
  return found
}
