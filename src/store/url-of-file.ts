// The address of a published file, as scripts that purge or push want it.

/** "world/index.html" → "/world/", "rss.xml" → "/rss.xml", "a photo.jpg" → "/a%20photo.jpg" */
export const urlOfFile = (file: string): string =>
  `/${encodeURI(file.replace(/(^|\/)index\.html$/, '$1')).replace(/[?#]/g, encodeURIComponent)}`
