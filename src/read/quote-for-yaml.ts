// A text in quotes as YAML takes it: in the marks that need no escapes.

export const quoteForYaml = (text: string): string =>
  /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
