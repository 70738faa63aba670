// What stands in a story for elements that it cannot have, and the notes on them.

import type { AddNote } from '../report/note.ts'
import { embedUrl } from '../text/embed-url.ts'
import type { RawElement, TreeRules } from './build-html-tree.ts'
import { element, type HtmlPart } from './html-tree.ts'
import { isPlaceholder, pictureOf } from './picture-element.ts'
import type { Attributes } from './read-html.ts'

const lostNote = 'Removed an HTML element that a story cannot contain'
const wordsNote = 'Kept the words of a form, which a story cannot contain'
const hiddenNote = 'Kept words that the old page hid until somebody asked for them'

export const createLeftovers = (
  addNote: AddNote,
  hasPicture: (src: string) => boolean,
): Omit<TreeRules, 'isLinkedTo'> => {
  /** Of the `<picture>` that is open. */
  let sources: Attributes[] = []
  let lazy = ''
  return {
    replace: (name, attributes) => {
      if ('hidden' in attributes || /display\s*:\s*none/i.test(attributes.style ?? ''))
        addNote(hiddenNote, tagOf(name, attributes), 'editor')
      switch (name) {
        case 'img': {
          const picture = pictureOf(attributes, sources, hasPicture)
          sources = []
          lazy = picture?.attributes.src ?? ''
          if (picture === null) addNote('Removed a picture of one dot', attributes.src ?? '')
          return picture === null ? [] : [picture]
        }
        case 'source':
          sources.push(attributes)
          return null
        case 'embed':
        case 'frame':
          return frameOf(attributes)
        case 'form':
          addNote(wordsNote, tagOf(name, attributes), 'editor')
          return null
        case 'input':
          if (attributes.type === 'hidden') return null
          addNote(lostNote, tagOf(name, attributes), 'editor')
          return attributes.type === 'submit' && attributes.value ? [attributes.value] : null
        case 'select':
        case 'button':
        case 'textarea':
          addNote(lostNote, tagOf(name, attributes), 'editor')
          return null
        case 'abbr':
        case 'acronym':
          if (attributes.title) addNote('Left out what an abbreviation is short for', attributes.title)
          return null
        case 'rt':
          return null
        case 'link':
        case 'meta':
          addNote(lostNote, tagOf(name, attributes))
          return null
        default:
          return null
      }
    },
    replaceRaw: raw => replaceRaw(raw, lazy, addNote, hasPicture),
    comment: words => {
      if (!/^\s*(?:more\b|excerpt\b|wp:|\/wp:)/i.test(words) && words.trim() !== '')
        addNote('Removed a comment that readers never saw', `<!--${words}-->`)
    },
  }
}

const tagOf = (name: string, attributes: Attributes): string =>
  `<${name}>${attributes['aria-label'] || attributes.src || attributes.href || attributes.action || attributes.name || attributes.id || attributes.class || ''}`

const frameOf = (attributes: Attributes): readonly HtmlPart[] => {
  const src =
    [attributes.src, attributes.data, attributes['data-src'], attributes['data-lazy-src']].find(
      url => url && url !== 'about:blank',
    ) ?? ''
  return [element('iframe', { src, title: attributes.title ?? '' })]
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Scripts that only dress up a quotation that is there. */
const dresses =
  /platform\.twitter\.com|platform\.x\.com|instagram\.com\/embed|tiktok\.com\/embed|\bflickr\.com|embedly/

const replaceRaw = (
  raw: RawElement,
  lazy: string,
  addNote: AddNote,
  hasPicture: (src: string) => boolean,
): readonly HtmlPart[] => {
  const { name, attributes, parts } = raw
  const words = oneLine(raw.words)
  switch (name) {
    case 'script': {
      const src = attributes.src ?? ''
      const gist = /^(?:https?:)?\/\/gist\.github\.com\/[\w./-]+?\.js/.exec(src)?.[0]
      if (gist !== undefined) return frameOf({ src: gist.replace(/\.js$/, '') })
      const isQuiet = dresses.test(src) || /json/.test(attributes.type ?? '')
      addNote(lostNote, `<script>${src}`, isQuiet ? undefined : 'editor')
      return []
    }
    case 'style':
      addNote(lostNote, '<style>')
      return []
    case 'iframe':
      return frameOf(attributes)
    case 'object': {
      const inner = parts.find(part => part.name === 'embed' || part.name === 'iframe')?.attributes
      const known = embedUrl(attributes.data ?? '') === null ? inner : attributes
      if (known !== undefined) return frameOf(known)
      addNote(lostNote, tagOf(name, attributes), 'editor')
      return words === '' ? [] : [element('p', {}, [words])]
    }
    case 'video':
    case 'audio': {
      const src =
        attributes.src ?? attributes['data-src'] ?? parts.find(part => part.attributes.src)?.attributes.src
      const title = attributes.title ?? attributes['aria-label'] ?? ''
      return [element(name, { src: src ?? '', title })]
    }
    case 'noscript':
    case 'noembed':
    case 'template': {
      const picture = parts.find(part => part.name === 'img')
      const shown = picture === undefined ? null : pictureOf(picture.attributes, [], hasPicture)
      if (name === 'noscript' && shown !== null && shown.attributes.src !== lazy && isPlaceholder(lazy))
        return [shown]
      if (words !== '') addNote('Left out what only browsers without scripts show', words)
      return []
    }
    case 'svg':
    case 'math': {
      const label = attributes['aria-label'] ?? attributes.alttext ?? ''
      const shown = words || label
      if (name === 'math') addNote('Kept only the letters of a formula', shown, 'editor')
      else addNote(lostNote, `<svg>${shown}`, 'editor')
      return shown === '' ? [] : [shown]
    }
    default:
      if (name !== 'title') addNote(lostNote, tagOf(name, attributes), 'editor')
      else if (words !== '') addNote('Left out the title of an HTML page', words)
      return name === 'canvas' && words !== '' ? [words] : []
  }
}
