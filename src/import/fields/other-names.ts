// What newsrooms and systems call the words that stand around a headline.

/** The line over a headline. */
export const kickerNames: readonly string[] = [
  ...['kicker', 'eyebrow', 'overline', 'overtitle', 'pretitle', 'supertitle', 'surtitle', 'topline'],
  ...['dachzeile', 'spitzmarke', 'surtitre', 'antetitulo', 'volanta', 'occhiello'],
]

/** The lines under a headline, which readers saw. */
export const deckNames: readonly string[] = [
  ...['deck', 'dek', 'standfirst', 'strapline', 'subtitle', 'subheadline', 'subheading', 'subhead'],
  ...['lead', 'lede', 'intro', 'vorspann', 'untertitel', 'chapo', 'chapeau', 'sous_titre', 'subtitulo'],
  ...['bajada', 'copete', 'sommario', 'ingress', 'manchet'],
]

/** Underscores and hyphens, and the case, are the same to the reader of fields, but not in an export of WordPress. */
export const inMeta = (names: readonly string[]): readonly string[] =>
  names.flatMap(name => [name, `_${name}`])
