// Whether a language is written in letters for which a stylesheet of Latin ones is too tight.

const low = new Set(['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Hebr'])

/** Of a BCP 47 tag: "hi" is written in Devanagari, which joins its letters and stands tall. */
export const isTallScript = (language: string): boolean => {
  const { script } = new Intl.Locale(language).maximize()
  return script !== undefined && !low.has(script)
}
