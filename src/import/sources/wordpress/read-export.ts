// An export of WordPress, often in several files: what it is about, and where each of its items stands.

import { join } from 'node:path'
import { rememberFor } from '../../../domain/remember.ts'
import { readPart } from '../../../system/files.ts'
import type { Archive } from '../archive.ts'
import { encodingIn, readRange } from '../read-range.ts'
import { type Attachment, attachmentOf } from './attachment.ts'
import { findItems } from './find-items.ts'
import { whyDraft } from './item-state.ts'
import { createLabelIndex, type FiledUnder } from './label-index.ts'
import { readHead, type WxrHead } from './read-head.ts'
import { metaOf, readItem, type WxrItem } from './read-item.ts'

/** As much of an item as is kept in memory. */
export type IndexedItem = Pick<WxrItem, 'id' | 'type' | 'status' | 'title' | 'link' | 'slug'> & {
  /** What tells it from all others, whatever the file of the export is called: "post/12". */
  readonly name: string
  /** The address of the site that it is of, when that is not the site of the first file. */
  readonly otherSite: string | null
  /** The file of another item that is the same one; null when there is none. */
  readonly sameIn: string | null
  /** The file ends in it, or the next item begins in it. */
  readonly isCutShort: boolean
  readonly comments: number
  /** Neither title nor text. */
  readonly isEmpty: boolean
  readonly read: () => WxrItem
}

export type WxrExport = {
  /** Files of the archive. */
  readonly files: readonly string[]
  readonly heads: readonly WxrHead[]
  readonly items: readonly IndexedItem[]
  /** By their ids. */
  readonly attachments: ReadonlyMap<string, Attachment>
  /** Those that were uploaded for an item, in their order. */
  readonly attachmentsOf: (id: string) => readonly Attachment[]
  /** Where an item of this id had its page: links of the form ?p=12 lead there. */
  readonly links: ReadonlyMap<string, string>
  /** Texts that other texts show, by their ids. */
  readonly blocks: ReadonlyMap<string, () => WxrItem>
  /** Names of authors by each key that they have. */
  readonly authors: ReadonlyMap<string, string>
  readonly labels: readonly FiledUnder[]
  readonly faults: readonly string[]
}

/** Read once for an archive. */
export const exportIn = rememberFor((archive: Archive): WxrExport => readExport(archive))

/** Whether a file is an export, by its first bytes. */
export const isExport = ({ root }: Archive, file: string): boolean =>
  /\.(?:xml|wxr|rss|txt)$/i.test(file) &&
  /xmlns:wp=["']http:\/\/wordpress\.org\/export\/|<wp:wxr_version>/.test(
    readPart(join(root, file), 0, 8192).toString(),
  )

const readExport = (archive: Archive): WxrExport => {
  const files = archive.files.map(({ file }) => file).filter(file => isExport(archive, file))
  const index = createIndex()
  const read = files.map(file => readFile(join(archive.root, file), file, index))
  return {
    files,
    heads: read.map(({ head }) => head),
    ...index.all(),
    faults: read.flatMap(({ faults }) => faults),
  }
}

const readFile = (path: string, file: string, index: ReturnType<typeof createIndex>) => {
  const { headEnd, items } = findItems(path)
  const encoding = encodingIn(readPart(path, 0, 200).toString('latin1'))
  const head = readHead(readRange(path, 0, headEnd, encoding))
  for (const { start, end, isCutShort } of items)
    index.add(file, head, isCutShort, () => readItem(readRange(path, start, end, encoding)))
  for (const { login, name, email } of head.authors) index.addAuthor(name, [login, email])
  const faults = [
    ...head.faults,
    ...(items.some(({ isCutShort }) => isCutShort) ? ['it breaks off in the middle of an item'] : []),
  ]
  return { head, faults: faults.map(fault => `${file}: ${fault}`) }
}

const createIndex = () => {
  const items: IndexedItem[] = []
  const attachments = new Map<string, Attachment>()
  const links = new Map<string, string>()
  const blocks = new Map<string, () => WxrItem>()
  const authors = new Map<string, string>()
  const labels = createLabelIndex()
  const met = new Map<string, Pick<WxrItem, 'link' | 'date'> & { readonly file: string }>()
  let site: string | undefined
  const addAuthor = (name: string, keys: readonly string[]) => {
    for (const key of keys) if (key !== '' && name !== '' && !authors.has(key)) authors.set(key, name)
  }
  const add = (file: string, head: WxrHead, isCutShort: boolean, read: () => WxrItem) => {
    const item = read()
    const { id, type, status, title, link, slug } = item
    const number = `${type}/${id || `${file}-${items.length}`}`
    const other = met.get(number)
    // Two sites of one address, such as that of a test, number their items alike.
    const isSame = other !== undefined && (other.link === item.link || other.date === item.date)
    const name = other === undefined || isSame ? number : `${number}-${item.slug || items.length}`
    site ??= siteOf(head)
    const otherSite = siteOf(head) === site ? null : head.address
    const sameIn = isSame ? other.file : null
    if (otherSite === null && other === undefined) met.set(number, { file, link, date: item.date })
    const isEmpty = item.title === '' && item.content.trim() === ''
    const comments = item.comments.length
    // One literal: objects of two that are spread have a shape of their own each, which is dearer than they are.
    items.push({
      id,
      type,
      status,
      title,
      link,
      slug,
      name,
      otherSite,
      sameIn,
      isCutShort,
      isEmpty,
      comments,
      read,
    })
    if (otherSite !== null) return
    links.set(id, link)
    if (!isSame && whyDraft(item) === null) labels.add(item)
    if (type === 'wp_block') blocks.set(id, read)
    if (type === 'attachment') attachments.set(id, attachmentOf(item))
    // Co-Authors Plus keeps those who have no account as items.
    if (type === 'guest-author') {
      const logins = [metaOf(item, 'cap-user_login'), item.slug, item.slug.replace(/^cap-/, '')]
      addAuthor(metaOf(item, 'cap-display_name') || item.title, logins)
    }
  }
  return {
    add,
    addAuthor,
    all: () => ({
      ...{ items, attachments, attachmentsOf: byParent(attachments), links, blocks, authors },
      labels: labels.all(authors),
    }),
  }
}

const siteOf = ({ address }: WxrHead): string => address.replace(/^https?:\/\/(?:www\.)?/, '')

const byParent = (attachments: ReadonlyMap<string, Attachment>): WxrExport['attachmentsOf'] => {
  const groups = new Map<string, Attachment[]>()
  for (const attachment of attachments.values()) {
    const group = groups.get(attachment.parent) ?? []
    groups.set(attachment.parent, group)
    group.push(attachment)
  }
  return id => (groups.get(id) ?? []).toSorted((one, other) => one.order - other.order)
}
