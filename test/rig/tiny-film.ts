// A sound MP4 with nothing in it but a few words, as text that UTF-8 leaves as it is.

/** At most 100 of ASCII. */
export const tinyFilm = (words = ''): string =>
  `\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x08moov\0\0\0${String.fromCharCode(8 + words.length)}mdat${words}`
