// What tells two addresses of the site apart.

/** Letter case and a last slash do not tell addresses apart. */
export const addressOf = (url: string): string => url.toLowerCase().replace(/\/(?:index\.html)?$/, '')

/** A path of this site that an address takes over letter by letter. */
export const isPlainPath = (path: string): boolean => /^(?=\/)(?:\/[\w-][\w.-]*)*\/?$/.test(path)
