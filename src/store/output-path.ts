// Where a url's file stands in the published folder.

/** "/world/" → "world/index.html", "/rss.xml" → "rss.xml". The url is a path of this site. */
export const outputPathOf = (url: string): string => `${url}${url.endsWith('/') ? 'index.html' : ''}`.slice(1)
