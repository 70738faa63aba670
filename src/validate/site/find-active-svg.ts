// What an SVG must not hold. In a page's <img> it runs nothing; opened by itself, it is a page of this site.

import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Fault } from '../../domain/problem.ts'

type SvgFault = Fault & {
  /** Where in the text, from 0. */
  readonly offset: number
}

/** `text`: as UTF-8 reads it. The first thing that is wrong; null when it can do no more than a picture of pixels. */
export const findActiveSvg = (text: string): SvgFault | null => {
  const encoding = faultOfDeclaration(text)
  if (encoding !== null) return { ...encoding, offset: 0 }
  const faults: SvgFault[] = []
  const parser = new SaxesParser({ xmlns: true, position: true })
  const report = (fault: Fault | null, offset: number) => {
    if (fault) faults.push({ ...fault, offset: Math.max(0, offset) })
  }
  let tagStart = 0
  let depth = 0
  let style: string | null = null
  parser.on('error', error => report(malformed(error.message), parser.position - 1))
  parser.on('doctype', doctype => {
    // Its entities may hold anything, under any name.
    if (doctype.includes('[')) report(active('a document type of its own'), text.search(/<!DOCTYPE/i))
  })
  parser.on('processinginstruction', ({ target }) => {
    if (target !== 'xml') report(foreign(`<?${target}?>`), text.indexOf(`<?${target}`))
  })
  parser.on('opentagstart', () => {
    tagStart = text.lastIndexOf('<', parser.position - 1)
    depth += 1
    if (depth > deepest) report(nested, tagStart)
  })
  parser.on('opentag', tag => {
    // Browsers would read on behind it as if it were not there.
    report(style === null ? faultOfTag(tag) : active(`<${tag.name}> within a style`), tagStart)
    if (isStyle(tag.local)) style = ''
  })
  const addText = (part: string) => {
    if (style !== null) style += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ local }) => {
    depth -= 1
    if (!isStyle(local) || style === null) return
    report(faultOfCss(style), tagStart)
    style = null
  })
  // In parts, to stop where something is wrong: the parser looks at all elements around each.
  for (let at = 0; at < text.length && faults.length === 0; at += partLength)
    parser.write(text.slice(at, at + partLength))
  if (faults.length === 0) parser.close()
  return faults[0] ?? null
}

const partLength = 4096

/** Programs that draw nest some dozens. */
const deepest = 200

const nested: Fault = {
  code: 'drawing-malformed',
  message: `more than ${deepest} elements stand inside one another`,
  hint: 'ungroup the drawing before you export it, or save it as PNG',
}

const isStyle = (name: string): boolean => name.toLowerCase() === 'style'

/** A browser that goes by another encoding reads other letters than we do, such as the end of a comment. */
const faultOfDeclaration = (text: string): Fault | null => {
  const declaration = /^\s*<\?xml[^>]*/i.exec(text)?.[0] ?? ''
  const named = [...declaration.matchAll(/encoding(?:\s*=)?\s*["']?\s*([\w.:-]*)/gi)].map(
    ([, name = '']) => name,
  )
  const other = named.find(name => !/^utf-?8$/i.test(name))
  if (other === undefined && named.length < 2) return null
  return {
    code: 'drawing-encoding',
    message: `the drawing says that it is written in ${other || 'several encodings'}, but every file here is UTF-8`,
    hint: 'save it in UTF-8, and let its first line say <?xml version="1.0" encoding="UTF-8"?>',
  }
}

const active = (part: string): Fault => ({
  code: 'drawing-active',
  message: `${part} can run code in a reader’s browser`,
  hint: 'export the drawing as plain SVG, or save it as PNG',
})

const foreign = (part: string): Fault => ({
  code: 'drawing-foreign',
  message: `${part} refers to something outside the drawing`,
  hint: 'embed what it needs in the drawing, or save it as PNG',
})

const malformed = (reason: string): Fault => ({
  code: 'drawing-malformed',
  message: `this is not well-formed SVG: ${reason.replace(/^\d+:\d+: /, '')}`,
  hint: 'export the drawing again',
})

const htmlNamespace = 'http://www.w3.org/1999/xhtml'
const activeElements = /^(?:script|foreignobject|handler|listener|iframe|embed|object|audio|video)$/i
const animations = /^(?:animate|set)/i

const faultOfTag = ({ local, uri, name, attributes }: SaxesTagNS): Fault | null => {
  if (activeElements.test(local) || uri === htmlNamespace) return active(`<${name}>`)
  for (const attribute of Object.values(attributes)) {
    const { value } = attribute
    const isPlain = attribute.uri === ''
    if (isPlain && /^on/i.test(attribute.local)) return active(`the attribute ${attribute.name}`)
    if (attribute.name === 'xml:base') return foreign('the attribute xml:base')
    if (isPlain && /^ping$/i.test(attribute.local)) return foreign('the attribute ping')
    if (
      isPlain &&
      attribute.local === 'attributeName' &&
      animations.test(local) &&
      /href|^\s*on/i.test(value)
    )
      return active(`<${name}> of ${value.trim()}`)
    const fault = /^(?:href|src)$/i.test(attribute.local)
      ? faultOfTarget(local, value)
      : isPlain
        ? faultOfCss(value)
        : null
    if (fault) return fault
  }
  return null
}

const faultOfTarget = (element: string, target: string): Fault | null => {
  const isImage = /^(?:image|feimage)$/i.test(element)
  if (target.startsWith('#') || target === '' || (isImage && /^data:image\//i.test(target))) return null
  // A link of a drawing that is opened by itself: a reader follows it, or does not.
  if (element === 'a' && /^(?:https?:|mailto:|\/)/i.test(target)) return null
  return /^(?:https?:|data:|[\w./-]+$)/i.test(target)
    ? foreign(`“${target.slice(0, 60)}”`)
    : active(`“${target.slice(0, 60)}”`)
}

/** Of a style, or of an attribute that is read as one: most can have url(…) as their value. */
const faultOfCss = (css: string): Fault | null => {
  if (!/[(@]/.test(css)) return null
  // Escapes could spell any of these words. Comments stay: only a parser could tell one from a string.
  for (const read of css.includes('\\') ? [css, unescaped(css)] : [css]) {
    if (/@import/i.test(read) || /\b(?:image-set|image|src)\([\s\S]*["']/i.test(read))
      return foreign(`“${firstWords(css)}”`)
    const targets = [...read.matchAll(/url\(\s*(["']?)([^"')]*)/gi)].map(([, , target = '']) => target.trim())
    const away = targets.find(target => !/^(?:#|data:)/i.test(target))
    if (away !== undefined) return foreign(`“url(${away.slice(0, 60)})”`)
  }
  return null
}

/** CSS syntax level 3, section 4.3.7. */
const unescaped = (css: string): string =>
  css.replace(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_all, code?: string, letter = '') =>
    code === undefined ? letter : characterOf(Number.parseInt(code, 16)),
  )

const characterOf = (code: number): string => (code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code))

const firstWords = (css: string): string => css.trim().replace(/\s+/g, ' ').slice(0, 60)
