// What an SVG must not hold. In a page's <img> it runs nothing; opened by itself, it is a page of this site.

import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Fault } from '../../domain/problem.ts'

type SvgFault = Fault & {
  /** Where in the text, from 0. */
  readonly offset: number
}

/** The first thing that is wrong; null when it can do no more than a picture of pixels. */
export const findActiveSvg = (text: string): SvgFault | null => {
  const faults: SvgFault[] = []
  const parser = new SaxesParser({ xmlns: true, position: true })
  const report = (fault: Fault | null, offset: number) => {
    if (fault) faults.push({ ...fault, offset: Math.max(0, offset) })
  }
  let tagStart = 0
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
  })
  parser.on('opentag', tag => {
    report(faultOfTag(tag), tagStart)
    if (tag.local === 'style') style = ''
  })
  const addText = (part: string) => {
    if (style !== null) style += part
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ local }) => {
    if (local !== 'style' || style === null) return
    report(faultOfCss(style), tagStart)
    style = null
  })
  parser.write(text).close()
  return faults[0] ?? null
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
  // Escapes could spell any of the words below.
  if (/\\[^"']*\(/.test(css) || /@import|\b(?:image-set|image|src)\(\s*["']/i.test(css))
    return foreign(`“${firstWords(css)}”`)
  const targets = [...css.matchAll(/url\(\s*(["']?)([^"')]*)/gi)].map(([, , target = '']) => target.trim())
  const away = targets.find(target => !/^(?:#|data:)/i.test(target))
  return away === undefined ? null : foreign(`“url(${away.slice(0, 60)})”`)
}

const firstWords = (css: string): string => css.trim().replace(/\s+/g, ' ').slice(0, 60)
