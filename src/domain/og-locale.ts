// The language of a page as Open Graph writes it: ll_CC.

/** Of a BCP 47 tag; the likeliest country where it names none: "hi" is "hi_IN". */
export const ogLocale = (tag: string): string => {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region === undefined ? language : `${language}_${region}`
}
