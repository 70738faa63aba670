// What a file is that is not what its name says, by its first bytes, and how to make of it what browsers show.

type Format = { readonly name: string; readonly advice: string }

const onMac = 'on a Mac open it in Preview and choose File › Export…, Format: JPEG'
const asJpeg = `export it as JPEG or PNG: ${onMac}`

const heic: Format = {
  name: 'a photo in HEIC, which most browsers do not show',
  advice: `export it as JPEG: ${onMac}; an iPhone takes JPEGs after Settings › Camera › Formats › Most Compatible`,
}
const movingAvif: Format = {
  name: 'an AVIF that moves, which not every browser shows',
  advice: 'export it as a WebP or a GIF that moves, or as a video (MP4)',
}
const raw: Format = {
  name: 'the raw picture of a camera, which browsers do not show',
  advice:
    'open it in the program that came with the camera, or in Lightroom or darktable, and export it as JPEG',
}
const video: Format = {
  name: 'a video',
  advice: 'show it as one: let its name end in .mp4, with captions beside it',
}

/** By the brand of an ISO base media file. */
const ofBrand = (brand: string): Format => {
  if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return heic
  if (brand === 'avis') return movingAvif
  return brand === 'crx ' ? raw : video
}

const drawnWith = (program: string): Format => ({
  name: `a document of ${program}, which browsers do not show`,
  advice: `open it in ${program} and export it as JPEG, PNG or SVG`,
})

const page: Format = {
  name: 'a web page: perhaps the site that it was saved from answered with an error',
  advice: 'open it in a browser to see what it says, then save the picture or the file itself again',
}

const rawNames = /\.(?:arw|cr2|cr3|crw|dng|erf|kdc|mrw|nef|nrw|orf|pef|raf|raw|rw2|sr2|srf|srw|x3f)$/i

const formats: readonly (readonly [begins: RegExp, format: Format])[] = [
  [/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/, { name: 'a TIFF, which browsers do not show', advice: asJpeg }],
  [/^(?:FUJIFILMCCD-RAW|II(?:RO|RS|U\0)|FOVb|\0MRM)/, raw],
  [/^8BP[SB]/, drawnWith('Photoshop')],
  [/^gimp xcf/, drawnWith('GIMP')],
  [/^BM/, { name: 'a BMP, which is far larger than it need be', advice: asJpeg }],
  [/^%PDF/, { name: 'a PDF', advice: `${asJpeg}; or put it into content/static/ and link to it` }],
  [/^%!PS/, drawnWith('Illustrator')],
  [/^(?:\xff\x0a|\0\0\0\x0cJXL )/, { name: 'a JPEG XL, which most browsers do not show', advice: asJpeg }],
  [
    /^(?:\0\0\0\x0cjP|\xff\x4f\xff\x51)/,
    { name: 'a JPEG 2000, which most browsers do not show', advice: asJpeg },
  ],
  [/^\0\0(?:\x01|\x02)\0/, { name: 'an icon or a cursor of Windows', advice: asJpeg }],
  [
    /^PK\x03\x04/,
    {
      name: 'a ZIP, or a document of Word, Pages or Keynote',
      advice: 'take the picture out of it, and save that as JPEG or PNG',
    },
  ],
  [/^\x1f\x8b/, { name: 'compressed, as an SVGZ is', advice: 'export the drawing as plain SVG' }],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF[\s\S]{4}WEBP)/,
    {
      name: 'damaged: it begins as a picture does, and breaks off',
      advice: 'copy it again from its source, or export it again',
    },
  ],
  [/^RIFF[\s\S]{4}(?:AVI |WAVE)/, { name: 'an AVI or a WAV', advice: 'save it as MP4 or MP3' }],
  [
    /^(?:\x1aE\xdf\xa3|OggS|ID3|fLaC)/,
    { name: 'a video or a sound', advice: 'show it as one, under the ending of its format' },
  ],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|meta|script|title|div|p)\b/i, page],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[\s\S]*?\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg\b/i,
    {
      name: 'an SVG without a width and a height',
      advice: 'write both into its first tag: <svg width="800" height="600" …',
    },
  ],
]

/** `head`: its first 512 bytes or so. Null for what nobody knows. */
export const nameFormat = (head: Buffer, file: string): Format | null => {
  if (head.length === 0)
    return { name: 'empty: perhaps its copy was interrupted', advice: 'copy or export it again' }
  const text = head.toString('latin1')
  if (text.slice(4, 8) === 'ftyp') return ofBrand(text.slice(8, 12))
  const format = formats.find(([begins]) => begins.test(text))?.[1] ?? null
  return format !== null && rawNames.test(file) ? raw : format
}

/** Of what should be a video or a sound: whether it is empty, or a web page. */
export const nameNonMedia = (head: Buffer): Format | null => {
  const format = nameFormat(head, '')
  return head.length === 0 || format === page ? format : null
}
