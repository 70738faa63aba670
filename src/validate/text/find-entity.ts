// Characters written as in HTML, `&amp;`, in a text that is none.

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', sbquo: '‚', bdquo: '„', laquo: '«', raquo: '»' },
  ...{
    ndash: '–',
    mdash: '—',
    hellip: '…',
    middot: '·',
    bull: '•',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
  },
  ...{ euro: '€', pound: '£', cent: '¢', yen: '¥', sect: '§', times: '×', frac12: '½', shy: '', zwnj: '' },
  ...{
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
  },
  ...{
    agrave: 'à',
    aacute: 'á',
    ccedil: 'ç',
    ntilde: 'ñ',
    oacute: 'ó',
    iacute: 'í',
    uacute: 'ú',
    aring: 'å',
  },
}

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,7}));/gi

/** The first of a text, and what it stands for; null when there is none. */
export const findEntity = (text: string): { readonly written: string; readonly character: string } | null => {
  if (!text.includes('&')) return null
  for (const [written, decimal, hex, name = ''] of text.matchAll(entity)) {
    const code = decimal ?? (hex === undefined ? null : `0x${hex}`)
    const character = code === null ? named[name] : characterOf(Number(code))
    if (character !== undefined) return { written, character }
  }
  return null
}

const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')
