// The taxonomy that stands for tags on a site that declares its own.

const others =
  /^(?:categor(?:y|ies)|authors?|people|contributors?|sections?|series|languages?|lang|years?|archives?|formats?|types?)$/i
const usual = /^(?:topics?|subjects?|keywords?|themes?|labels?)$/i

/** `declared`: names of fields. None where tags are declared, or nothing is. */
export const taxonomyOfTags = (declared: readonly string[]): ReadonlyMap<string, string> => {
  if (declared.some(name => /^tags?$/i.test(name))) return new Map()
  const left = declared.filter(name => !others.test(name))
  const found = left.find(name => usual.test(name)) ?? left[0]
  return new Map(found === undefined ? [] : [[found, 'tags']])
}

/** For the report. */
export const remarkOnTaxonomy = (names: ReadonlyMap<string, string>): readonly string[] =>
  [...names].map(([old, here]) => `${old} become ${here} (to choose others, add --map-field)`)
