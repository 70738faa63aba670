// Where a site's files stand, relative to its root, with forward slashes. Nobody else knows the names of its folders.

import type { Day } from './instant.ts'
import { findLeftBehind, type LeftBehind } from './left-behind.ts'
import { type NamesFile, namesFiles } from './listing.ts'

export const contentFolder = 'content'
export const storyFolder = 'content/stories'
export const bulletinFolder = 'content/bulletins'
/** What editors say of the fronts: of the site's, and of those of sections. */
export const frontFile = 'content/front.md'
export const frontFolder = 'content/fronts'
/** Its files are published as they are, at their own paths. */
const staticFolder = 'content/static'
/** Pages of the newsroom's own, which Eleventy makes. */
export const pageFolder = 'content/pages'
export const dataFolder = '_data'
export const stringsFolder = '_data/strings'
export const layoutFolder = '_includes'
const engineFolder = 'src'
/** Below content/: where the pages that Eleventy is handed seem to stand. */
export const virtualFolder = 'dateline'
export const configFile = '.eleventy.js'

export const dataFiles = {
  site: '_data/site.yaml',
  sections: '_data/sections.yaml',
  people: '_data/people.yaml',
} as const

/** Where old addresses lead. A change of it is no change of every page. */
export const redirectsFile = '_data/redirects.yaml'

/** "topics" → "_data/topics.yaml" */
export const namesFileOf = (names: NamesFile): string => `${dataFolder}/${names}.yaml`

/** They can hold 100,000 files. */
export const archiveFolders = [bulletinFolder, frontFolder, staticFolder, storyFolder]

/** The archive folders apart, they hold a few hundred files. Each may be a link to elsewhere. */
export const siteFolders = [dataFolder, layoutFolder, contentFolder, engineFolder]

export const siteFiles = [configFile, 'package-lock.json', 'package.json']

/** "content/pages/about.md" → "about". `page.fileSlug` of Eleventy leaves out all up to what looks like a date. */
export const nameOfPage = (file: string): string =>
  file.slice(file.lastIndexOf('/') + 1).replace(/\.(?:11ty\.)?[^.]+$/, '')

/** The root is "". */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export const pathBelow = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`

const isBelow = (folder: string, path: string): boolean => path.startsWith(`${folder}/`)

/** The folder itself, or something below it. */
const isIn = (folder: string, path: string): boolean => path === folder || isBelow(folder, path)

export const isInContent = (path: string): boolean => isIn(contentFolder, path)

export const isInArchive = (path: string): boolean =>
  path === frontFile || archiveFolders.some(folder => isIn(folder, path))

/** What a look at the site folders leaves out. content/ may be a repository of its own. */
export const isInArchiveOrGit = (folder: string): boolean =>
  isInArchive(folder) || folder === `${contentFolder}/.git`

/** Whether something that the site is made of may stand there: one of its files, one of its folders, or below. */
export const isSitePath = (path: string): boolean =>
  siteFiles.includes(path) || siteFolders.some(folder => isIn(folder, path))

export const isAmongStories = (file: string): boolean => isBelow(storyFolder, file)

export const isAmongBulletins = (file: string): boolean => isBelow(bulletinFolder, file)

/** Files for programs, whose names begin with a dot: RFC 8615; and what tells GitHub Pages to leave a site as it is. */
const dotFiles = [`${staticFolder}/.well-known`, `${staticFolder}/.nojekyll`]

/** Below content/: what is no part of the site, by its own name or that of a folder. A folder may end with a slash. */
export const leftBehindAt = (path: string): LeftBehind | null =>
  isBelow(contentFolder, path) ? findLeftBehind(path, dotFiles) : null

/** The same of a file of the published folder. */
export const leftBehindIn = (output: string): LeftBehind | null => leftBehindAt(`${staticFolder}/${output}`)

export const isHidden = (path: string): boolean => leftBehindAt(path) !== null

const isMarkdown = (file: string): boolean => file.endsWith('.md') && !isHidden(file)

export const isStory = (file: string): boolean => isAmongStories(file) && isMarkdown(file)

export const isBulletin = (file: string): boolean => isAmongBulletins(file) && isMarkdown(file)

export const isFront = (file: string): boolean =>
  file === frontFile || (isBelow(frontFolder, file) && isMarkdown(file))

/** A bulletin or a front: editors say in it what stands where. */
export const isCurated = (file: string): boolean => isBulletin(file) || isFront(file)

/** Of the file of a front: "world"; null for the site's. */
export const sectionOfFront = (file: string): string | null =>
  file === frontFile ? null : nameOf(file).replace(/\.md$/, '')

/** A picture beside the stories, which a story may show. Cameras write IMG_0001.JPG. */
export const isPicture = (file: string): boolean =>
  isAmongStories(file) && /\.(?:svg|png|jpe?g|gif|webp|avif)$/i.test(file)

/** Whatever else stands beside the stories for them to show: pictures, films, their captions. */
export const isBesideStory = (file: string): boolean => isAmongStories(file) && /\.(?!md$)[^./]+$/.test(file)

export const isStatic = (file: string): boolean => isBelow(staticFolder, file)

/** What Eleventy makes by itself: plain pages and templates of the newsroom's own, with their data. */
export const isTemplate = (file: string): boolean => isBelow(contentFolder, file) && !isInArchive(file)

/** Where Eleventy looks for data and layouts of the pages that it is handed: none but these, which are in no file, may be there. */
export const isOfEngine = (file: string): boolean =>
  isBelow(`${contentFolder}/${virtualFolder}`, file) ||
  isBelow(`${contentFolder}/_layouts`, file) ||
  /^content\/content\.[^/]+$/i.test(file)

/** Data that Eleventy would take for templates and settings of each page. What is a program by its ending is known as one. */
export const isDataForPages = (file: string): boolean =>
  /^_data\/(?:eleventyComputed|eleventyDataSchema|permalink|dynamicPermalink|layout|pagination|templateEngineOverride)(?:\.|\/)/i.test(
    file,
  ) && !/\.[cm]?js$/i.test(file)

/** What editors write of these. */
export const isMarkdownPage = (file: string): boolean => isTemplate(file) && isMarkdown(file)

export const isPlainPage = (file: string): boolean => isBelow(pageFolder, file)

export const isLayout = (file: string): boolean => isBelow(layoutFolder, file)

export const isInData = (file: string): boolean => isBelow(dataFolder, file)

/** Facts that every story is checked against: when they change, all stories are. */
export const isSiteData = (file: string): boolean =>
  [...Object.values(dataFiles), ...namesFiles.map(namesFileOf)].includes(file)

export const isEngine = (file: string): boolean => isBelow(engineFolder, file)

/** "content/stories/2024/10/24" */
export const storyFolderOf = (day: Day): string => `${storyFolder}/${day.replaceAll('-', '/')}`

/** "content/stories/2024/10/24/talks.md" */
export const storyFileOf = (day: Day, name: string): string => `${storyFolderOf(day)}/${name}.md`

const storyPath = new RegExp(`^${storyFolder}/(\\d{4})/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])/([^/]+)\\.md$`)

/** The other way round; null for a file that stands in no folder of a day. */
export const readStoryFile = (file: string): { readonly day: Day; readonly name: string } | null => {
  const [, year, month, day, name] = storyPath.exec(file) ?? []
  return name === undefined ? null : { day: `${year}-${month}-${day}`, name }
}

const bulletinPath = new RegExp(
  `^${bulletinFolder}/(\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))\\.md$`,
)

/** "content/bulletins/2024-10-24.md" */
export const bulletinFileOf = (day: Day): string => `${bulletinFolder}/${day}.md`

/** Null for a file that no day names. */
export const dayOfBulletinFile = (file: string): Day | null => bulletinPath.exec(file)?.[1] ?? null

/** "/logo.svg" → "content/static/logo.svg" */
export const staticFileOf = (url: string): string => `${staticFolder}${url}`

/** "content/static/logo.svg" → "logo.svg" */
export const pathInStatic = (file: string): string => file.slice(staticFolder.length + 1)

/** "content/stories/2024/10/24/pier.jpg" → "2024/10/24/pier.jpg" */
export const pathInStories = (file: string): string => file.slice(storyFolder.length + 1)

/** "layouts/story.njk" → "_includes/layouts/story.njk" */
export const layoutFileOf = (name: string): string => `${layoutFolder}/${name}`

export const layoutOfFile = (file: string): string => file.slice(layoutFolder.length + 1)

/** "mr-IN" → "_data/strings/mr-IN.yaml" */
export const stringsFileOf = (language: string): string => `${stringsFolder}/${language}.yaml`
