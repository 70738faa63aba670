// A text as it is shown to those who mend it: what would act on a terminal or turn a line is a sign that they see.

/** As long as before, so that what points into it still does. */
export const visibleText = (text: string): string =>
  text.replace(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
    '\ufffd',
  )
