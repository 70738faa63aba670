// Which files a site is made of. All paths are relative to its root.

/** They can hold 100,000 files. */
export const archiveFolders = ['content/bulletins', 'content/static', 'content/stories']

/** The archive folders apart, they hold a few hundred files. Each may be a link to elsewhere. */
export const siteFolders = ['_data', '_includes', 'content', 'src']

export const siteFiles = ['.eleventy.js', 'package-lock.json', 'package.json']

export const isInArchive = (path: string): boolean => isIn(archiveFolders, path)

/** Below content/, but not for `siteFolders` to look at. content/ may be a repository of its own. */
export const isNotOfSite = (folder: string): boolean => isInArchive(folder) || folder === 'content/.git'

/** A place where inputs can be: one of the files, one of the folders, or below. */
export const isInputPlace = (path: string): boolean => siteFiles.includes(path) || isIn(siteFolders, path)

/** By its name: what editors leave beside a file, or keep for themselves. */
export const hasHiddenName = (path: string): boolean =>
  /(?:^|\/)(?:(?:\.|~\$)[^/]*|[^/]*~|Thumbs\.db|desktop\.ini)$/.test(path)

/** Among the stories and bulletins; elsewhere a name says nothing. */
export const isHidden = (path: string): boolean =>
  /^content\/(?:stories|bulletins)\//.test(path) && hasHiddenName(path)

const isIn = (folders: readonly string[], path: string): boolean =>
  folders.some(folder => path === folder || path.startsWith(`${folder}/`))
