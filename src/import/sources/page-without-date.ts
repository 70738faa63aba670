// What the report says of a page that is no story, as it has no date.

export const pageWithoutDate =
  'it is a page without a date; if readers need it, write it as a page in content/pages/'
