import { deflateRawSync, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { plain } from '../rig/photos.ts'
import { inserted, pictureFromCamera, pngNotes, secret } from './noted-pictures.ts'
import { faultOf, stripped, warningsOf } from './strip.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

describe('captions', () => {
  const captions = `WEBVTT - by ${secret}

NOTE ${secret}

NOTE
${secret}
over two lines

STYLE
::cue { color: white }

1
00:00.000 --> 00:02.000
NOTE is the first word of what is said

NOTE ${secret}`

  test('lose notes and what stands behind their first word, and keep what is shown', () => {
    for (const text of [captions, captions.replaceAll('\n', '\r\n'), `\ufeff${captions}`]) {
      const after = stripped(Buffer.from(text), 'clip.vtt').toString()
      expect(after).not.toContain('Secret')
      expect(after.replaceAll('\r', '').replace('\ufeff', '')).toBe(
        'WEBVTT\n\nSTYLE\n::cue { color: white }\n\n1\n00:00.000 --> 00:02.000\nNOTE is the first word of what is said\n\n',
      )
    }
  })

  test.each([
    ['in a line', `Hello <!-- ${secret} --> there\n`, 'Hello there\n'],
    ['a line of its own', `Hello\n<!-- ${secret} -->\nthere\n`, 'Hello\nthere\n'],
    ['over lines', `Hello <!-- ${secret}\nx -->\nthere\n`, 'Hello\nthere\n'],
    ['in a note', `Hello\n\nNOTE <!-- ${secret} -->\n`, 'Hello\n'],
    ['two', `<!-- ${secret} --><!-- b -->Hello\n`, 'Hello\n'],
    ['without an end', 'Hello <!-- there\n', 'Hello <!-- there\n'],
  ])('lose comments: %s', (_where, caption, left) => {
    const start = 'WEBVTT\n\n00:00.000 --> 00:02.000\n'
    const end = '\n00:03.000 --> 00:04.000\nTwo.\n'
    const after = stripped(Buffer.from(start + caption + end), 'clip.vtt').toString()
    expect(after).toBe(start + left + end)
  })

  test('without notes stay as they are', () => {
    const text = 'WEBVTT\n\n00:00.000 --> 00:02.000\nNOTES are taken\nand é\n'
    expect(stripped(Buffer.from(text), 'clip.vtt').toString()).toBe(text)
  })
})

test('an icon loses what is noted in its PNGs, and keeps all its sizes', async () => {
  const png = inserted(await plain(16, 16).png().toBuffer(), 33, pngNotes())
  const bitmap = latin('a bitmap of some kind')
  const entry = (size: number, at: number) => {
    const bytes = Buffer.alloc(16, 1)
    bytes.writeUInt32LE(size, 8)
    bytes.writeUInt32LE(at, 12)
    return bytes
  }
  const head = Buffer.concat([
    Buffer.from([0, 0, 1, 0, 2, 0]),
    entry(png.length, 38),
    entry(bitmap.length, 38 + png.length),
  ])
  const icon = Buffer.concat([head, png, bitmap, latin(secret)])
  const after = stripped(icon, 'favicon.ico')
  expect(after.includes('Secret')).toBe(false)
  expect(after.subarray(after.readUInt32LE(34), after.readUInt32LE(34) + bitmap.length)).toEqual(bitmap)
  expect(after.readUInt32LE(18)).toBe(38)
  expect(stripped(after, 'favicon.ico')).toEqual(after)
})

describe('documents go out as they are, with a warning of what they tell', () => {
  const pdf = (inside: string | Buffer) =>
    Buffer.concat([latin('%PDF-1.7\n'), Buffer.from(inside), latin('\n%%EOF')])
  const packed = (text: string) =>
    Buffer.concat([
      latin('1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n'),
      deflateSync(text),
      latin('\nendstream'),
    ])
  const zip = (files: Readonly<Record<string, Buffer>>) => {
    const locals: Buffer[] = []
    const central: Buffer[] = []
    let at = 0
    for (const [name, content] of Object.entries(files)) {
      const data = deflateRawSync(content)
      const sizes = Buffer.alloc(22)
      sizes.writeUInt16LE(8, 4)
      sizes.writeUInt32LE(data.length, 14)
      sizes.writeUInt32LE(content.length, 18)
      const lengths = Buffer.from([name.length, 0, 0, 0])
      const local = Buffer.concat([latin('PK\x03\x04'), sizes, lengths, latin(name), data])
      const place = Buffer.alloc(14)
      place.writeUInt32LE(at, 10)
      central.push(Buffer.concat([latin('PK\x01\x02\0\0'), sizes, lengths, place, latin(name)]))
      locals.push(local)
      at += local.length
    }
    const end = Buffer.alloc(22)
    end.write('PK\x05\x06', 'latin1')
    end.writeUInt16LE(central.length, 10)
    end.writeUInt32LE(at, 16)
    return Buffer.concat([...locals, ...central, end])
  }

  test.each([
    ['a PDF', 'a.pdf', pdf('/Author (Jane \\(Secret\\))'), 'who made it: Jane (Secret)'],
    ['a PDF in UTF-16', 'a.pdf', pdf('/Author <FEFF004A0061006E0065>'), 'who made it: Jane'],
    ['a PDF with packed objects', 'a.pdf', pdf(packed('/Author (Jane Secret)')), 'who made it: Jane Secret'],
    [
      'the XMP of a PDF',
      'a.pdf',
      pdf('<dc:creator><rdf:Seq><rdf:li>Jane</rdf:li></rdf:Seq></dc:creator>'),
      'who made it: Jane',
    ],
    [
      'a PDF printed by Word',
      'a.pdf',
      pdf('/Title (Microsoft Word - C:\\\\Users\\\\jane\\\\a.doc)'),
      'a path of somebody’s disk: C:\\Users\\jane\\a.doc',
    ],
    [
      'a Word document',
      'a.docx',
      zip({
        'docProps/core.xml': latin('<dc:creator>Jane</dc:creator><cp:lastModifiedBy>Tom</cp:lastModifiedBy>'),
      }),
      'who made it: Jane, Tom',
    ],
    [
      'an OpenDocument text',
      'a.odt',
      zip({ 'meta.xml': latin('<meta:initial-creator>Jane</meta:initial-creator>') }),
      'who made it: Jane',
    ],
    [
      'a PDF with brackets in a name',
      'a.pdf',
      pdf('/Author (Jane (of the desk) Rao)'),
      'who made it: Jane (of the desk) Rao',
    ],
    ['a PDF with a name in numbers', 'a.pdf', pdf('/#41uthor (Jane)'), 'who made it: Jane'],
    ['a PDF in UTF-8', 'a.pdf', pdf('/Author (\ufeffJosé)'), 'who made it: José'],
    ['XMP in attributes', 'a.pdf', pdf('<rdf:Description dc:creator="Jane"/>'), 'who made it: Jane'],
    [
      'a PDF with comments',
      'a.pdf',
      pdf('3 0 obj <</Subtype /Highlight /T (Jane) /Contents (our source)>> endobj'),
      'the comments of Jane',
    ],
    [
      'a PDF with files in it',
      'a.pdf',
      pdf('<</EmbeddedFiles 3 0 R>> <</Type /Filespec /F (all names.xlsx) /EF 4 0 R>>'),
      'files that are packed into it: all names.xlsx',
    ],
    [
      'a PDF that links to a disk',
      'a.pdf',
      pdf('/URI (file:///C:/Users/jane/a.docx)'),
      'a path of somebody’s disk: file:///C:/Users/jane/a.docx',
    ],
    [
      'what was deleted from a Word document, and its comments',
      'a.docx',
      zip({
        'word/document.xml': latin(
          '<w:del w:author="Jane"><w:r><w:delText>Our source</w:delText></w:r></w:del>',
        ),
        'word/comments.xml': latin('<w:comment><w:t>Ask Tom</w:t></w:comment>'),
      }),
      'words that were deleted from it; the comments in it',
    ],
    [
      'what was deleted from an OpenDocument text, and its comments',
      'a.odt',
      zip({
        'content.xml': latin(
          '<text:deletion><text:p>a</text:p></text:deletion><office:annotation>b</office:annotation>',
        ),
      }),
      'words that were deleted from it; the comments in it',
    ],
    [
      'a hidden sheet',
      'a.xlsx',
      zip({ 'xl/workbook.xml': latin('<sheet name="All"/><sheet name="Names" state="hidden"/>') }),
      'hidden sheets: Names',
    ],
    [
      'what a speaker would say',
      'a.pptx',
      zip({ 'ppt/notesSlides/notesSlide1.xml': latin('<p:notes><a:t>Our source</a:t></p:notes>') }),
      'the notes of its speaker',
    ],
    [
      'secrets in an archive',
      'a.zip',
      zip({ 'a/.env': latin('x'), '.git/config': latin('x'), 'b.csv': latin('x') }),
      'what is hardly meant for them: a/.env, .git/',
    ],
    [
      'a document in an archive',
      'a.zip',
      zip({ 'b.pdf': pdf('/Author (Jane)') }),
      'who made it: Jane (b.pdf)',
    ],
    [
      'a PDF behind an empty line',
      'a.pdf',
      Buffer.concat([latin('\n'), pdf('/Author (Jane)')]),
      'who made it: Jane',
    ],
    [
      'a TAR archive',
      'a.tar',
      Buffer.concat([
        tarHead('a/.env', 600, 'jane'),
        Buffer.alloc(1024),
        tarHead('b.csv', 0, 'root'),
        Buffer.alloc(1024),
      ]),
      'who made it: jane; what is hardly meant for them: a/.env',
    ],
    [
      'captions of a drone',
      'a.srt',
      latin('1\n00:00:00,000 --> 00:00:01,000\n[latitude: 52.3702] [longitude: 4.8952]\n'),
      'where a film was taken',
    ],
    ['an RTF', 'a.rtf', latin('{\\rtf1{\\info{\\author Jane}}b}'), 'who made it: Jane'],
    ['a PostScript', 'a.eps', latin('%!PS-Adobe-3.0\n%%For: (Jane Rao)\n'), 'who made it: Jane Rao'],
    [
      'a source map',
      'a.js.map',
      latin('{"sources":["/Users/jane/work/a.ts"]}'),
      'a path of somebody’s disk: /Users/jane/work/a.ts',
    ],
    [
      'a page of Word',
      'a.html',
      latin('<link rel=File-List href="file:///C:/Users/jane/a_files/filelist.xml">'),
      'a path of somebody’s disk: file:///C:/Users/jane/a_files/filelist.xml',
    ],
  ])('%s', (_name, file, bytes, revealed) => {
    expect(warningsOf(bytes, file)).toEqual([`document-revealing: ${file} tells readers ${revealed}`])
    expect(stripped(bytes, file)).toEqual(bytes)
  })

  test('an archive of photos that say where they were taken', async () => {
    const bytes = zip({ 'a.jpg': await pictureFromCamera('jpeg') })
    expect(warningsOf(bytes, 'press.zip')).toEqual([
      'document-revealing: press.zip tells readers where its photos were taken',
    ])
  })

  test('one that tells nothing is worth no word', () => {
    expect(warningsOf(pdf('/Author () /Producer (Skia) /Title (Budget 2024)'), 'a.pdf')).toEqual([])
    expect(warningsOf(zip({ 'a.txt': latin('x'), '__MACOSX/._a.txt': latin('x') }), 'a.zip')).toEqual([])
    expect(warningsOf(pdf('/Subtype /Text /Contents () /Encrypt 3 0 R /Author (\x9b\x12)'), 'a.pdf')).toEqual(
      [],
    )
    const slide = '<p:notes><a:fld type="slidenum"><a:t>one</a:t></a:fld></p:notes>'
    expect(warningsOf(zip({ 'ppt/notesSlides/notesSlide1.xml': latin(slide) }), 'a.pptx')).toEqual([])
    expect(
      warningsOf(zip({ 'xl/workbook.xml': latin('<sheet name="All" state="visible"/>') }), 'a.xlsx'),
    ).toEqual([])
    expect(
      warningsOf(
        latin('{"a":"/home/sport/","b":"/Users/:id/","c":"file:///","d":"https://a.b/home/c/d/e.js"}'),
        'a.js',
      ),
    ).toEqual([])
  })
})

describe('a file that is named as a medium', () => {
  const marks = 'Exif\0\0II*\0 Secret'

  test.each(['a.jpg', 'a.JPEG', 'a.png', 'a.webp', 'a.gif', 'a.avif', 'a.webm', 'a.ogg', 'a.flac', 'a.wav'])(
    '%s, and begins as none, is not published unread',
    file => {
      expect(faultOf(latin(`\xff\xd8 junk \xff\xe1${marks}`), file)).toBe('media-unread')
      expect(faultOf(Buffer.alloc(0), file)).toBe(null)
    },
  )

  test('a part of a stream is whole without an index', () => {
    const part = Buffer.concat([box('styp', 'msdh\0\0\0\0'), box('moof', ''), box('mdat', 'sound')])
    expect(stripped(part, 'a.m4s')).toEqual(part)
    expect(faultOf(box('mdat', 'sound'), 'a.m4s')).toBe('media-cut-short')
    expect(stripped(latin('G@\0\x10 packets'), 'part1.ts')).toEqual(latin('G@\0\x10 packets'))
    expect(faultOf(latin('G@\0\x10 packets'), 'pier.mts')).toBe('media-unread')
  })

  test('loses what a camera appends behind it', () => {
    const film = Buffer.concat([box('ftyp', 'isom'), box('moov', ''), box('mdat', 'sound')])
    expect(stripped(Buffer.concat([film, latin('Secret place 52.37')]), 'a.mp4')).toEqual(film)
    const cut = film.subarray(0, film.length - 2)
    expect(faultOf(cut, 'a.mp4')).toBe('media-cut-short')
  })

  test('streamed AAC loses its tags, but for title and artist', () => {
    const frames = latin('\xff\xf1\x50\x80\x01\x1f\xfcsound')
    const tag = latin('ID3\x04\0\0\0\0\0\x10TCOM\0\0\0\x06\0\0Secret')
    expect(stripped(Buffer.concat([tag, frames, latin('TAGSecret'.padEnd(128, '\0'))]), 'a.aac')).toEqual(
      frames,
    )
  })
})

const tarHead = (name: string, size: number, owner: string): Buffer => {
  const head = Buffer.alloc(512)
  for (const [at, text] of [
    [0, name],
    [124, size.toString(8).padStart(11, '0')],
    [257, 'ustar'],
    [265, owner],
  ] as const)
    head.write(text, at, 'latin1')
  return head
}

const box = (name: string, content: string): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + content.length)
  return Buffer.concat([size, latin(name), latin(content)])
}

test('a TIFF goes out only when nothing is noted in it', async () => {
  const noted = Buffer.from('4d4d002a000000080001013b0002000000044a616e0000000000', 'hex')
  expect(faultOf(noted, 'a.tif')).toBe('media-revealing')
  expect(faultOf(await plain(4, 4).tiff().toBuffer(), 'a.tif')).toBe(null)
})

test.each([
  '8BPS\0\x01',
  '\xff\x0a\x01',
  'FORM\0\0\0\0AIFC',
  '0&\xb2u\x8ef',
  'FLV\x01\x05',
  'II+\0',
  '\0\0\0\0G@\x11\x10',
  'gimp xcf v011',
  'BLENDER-v300',
])('a file of a kind that nobody here reads is refused: %j', head =>
  expect(faultOf(latin(head.padEnd(40, '\0')), 'a.bin')).toBe('media-unread'),
)

test.each([
  ['words.txt', 'the free press, the wide sea, a mdat'],
  ['tags.txt', 'ID3 tags are notes, caffeine is none'],
  ['style.css', 'a { color: red }'],
  ['data.json', '{"moov": 1}'],
  ['go.txt', 'G@ME, BLEND, gimp'],
  ['font.woff2', 'wOF2\0\x01\0\0'],
  ['empty.txt', ''],
])('%s is no medium, whatever its words look like', (file, text) => {
  expect(stripped(latin(text), file)).toEqual(latin(text))
  expect(warningsOf(latin(text), file)).toEqual([])
})
