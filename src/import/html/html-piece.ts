// Small pieces of HTML that template tags stand for; the step that turns HTML into markdown reads them again.

const attribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\s+/g, ' ')

export const pictureHtml = (src: string, alt: string, caption: string | null): string =>
  `<img src="${attribute(src)}" alt="${attribute(alt)}"${caption ? ` title="${attribute(caption)}"` : ''}>`

/** A piece inside a link, or as it is when there is none. */
export const linkedHtml = (piece: string, link: string | undefined): string =>
  link === undefined ? piece : `<a href="${attribute(link)}">${piece}</a>`

/** `isMarked`: the words may hold emphasis of their own. */
export const anchorHtml = (href: string, words: string, isMarked: boolean): string =>
  `<a href="${attribute(href)}">${isMarked ? words : attribute(words)}</a>`

/** `owner`: the name under it. `isMarked`: whether the words are written as the text around is. */
export const quoteHtml = (words: string, owner: string, isMarked: boolean): string => {
  const name = owner === '' ? '' : `<p>— ${attribute(owner)}</p>\n`
  return `\n\n<blockquote>\n\n${isMarked ? words.trim() : `<p>${attribute(words)}</p>`}\n\n${name}</blockquote>\n\n`
}

export const embedHtml = (url: string, title: string | null): string =>
  `<iframe src="${attribute(url)}"${title ? ` title="${attribute(title)}"` : ''}></iframe>`

export const codeHtml = (code: string, language: string): string => {
  const escaped = code
    .replace(/^\n|\n$/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
  return `<pre class="language-${attribute(language)}">${escaped}\n</pre>`
}

export const codeFence = (code: string, language: string): string => {
  const longest = [...code.matchAll(/`{3,}/g)].reduce((length, run) => Math.max(length, run[0].length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/^\n|\n$/g, '')}\n${fence}`
}
