// Text and data as HTML, XML and JSON take them, so that nothing in them is read as markup.

const htmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\\': '&#92;',
}

/** The way Nunjucks writes it: what layouts print and what we write come out alike. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'\\]/g, character => htmlEscapes[character] ?? character)

// XML 1.0 section 2.2: everything else cannot stand in a document, not even escaped.
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

// Lone surrogates can only be told from pairs by the slow way, so any of them calls for it.
const maybeNotXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/

const withoutNotXml = (text: string): string =>
  maybeNotXml.test(text) ? text.toWellFormed().replace(notXml, '') : text

const xmlEscapes: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '"': '&#x22;',
  "'": '&#x27;',
}

/** As the RSS Advisory Board's profile asks: `&` and `<` as hexadecimal references. */
export const escapeXml = (text: string): string =>
  withoutNotXml(text).replace(/[&<>"']/g, character => xmlEscapes[character] ?? character)

export const escapeCdata = (text: string): string => withoutNotXml(text).replaceAll(']]>', ']]]]><![CDATA[>')

const jsonEscapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** JSON that cannot break out of a script element. */
export const escapeJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, character => jsonEscapes[character] ?? character)
