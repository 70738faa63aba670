// What a page says in JSON-LD, script by script.

const begin = '<script type="application/ld+json">'

/** `offset`: where the JSON begins on the page. */
export type JsonLd = { readonly json: string; readonly offset: number }

export const jsonLdIn = (html: string): readonly JsonLd[] => {
  const found: JsonLd[] = []
  for (let start = html.indexOf(begin); start !== -1; start = html.indexOf(begin, start + 1)) {
    const offset = start + begin.length
    const end = html.indexOf('</script>', offset)
    found.push({ json: html.slice(offset, end === -1 ? html.length : end), offset })
  }
  return found
}
