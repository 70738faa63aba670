// Who published a story first, and where.

import { parseUrl } from '../../domain/web-address.ts'
import { hasRefusedCharacter } from '../../validate/text/find-odd-characters.ts'
import { hostsOf, pathOnHosts } from '../links/old-hosts.ts'
import type { AddNote } from '../report/note.ts'
import { asMap, asText, type FieldReader } from './read-fields.ts'
import { wordsOfField } from './words-of-field.ts'

type Source = { readonly name: string; readonly url: string }

/** `hosts`: those of the old site and the new one; none where the old one is not known. */
export const findSource = (
  reader: FieldReader,
  hosts: ReadonlySet<string>,
  addNote: AddNote,
): Source | null => {
  const written = reader.take('source', 'original_source', 'republished_from', 'syndicated_from')
  const map = asMap(written)
  const [words, address] = [asText(written), reader.takeText(...addressNames)]
  const url = [asText(map?.get('url') ?? map?.get('link') ?? map?.get('href')), address, words].find(
    isAddress,
  )
  const named =
    asText(map?.get('name') ?? map?.get('title')) ?? reader.takeText('source_name', 'source_title')
  const name = wordsOfField(named ?? (isAddress(words) ? null : words), addNote)
  if (url) return { name: [...(name ?? nameOf(url, addNote))].slice(0, 200).join(''), url: asWebUrl(url) }
  if (written !== null || address !== null)
    addNote('Dropped a source without a name or a web address', name ?? words ?? undefined, 'editor')
  return ofCanonical(reader, hosts, addNote)
}

const addressNames = ['source_url', 'source_link', 'source_href', 'original_url', 'original_link']

const isAddress = (text: string | null): text is string =>
  text !== null && /^https?:\/\/\S+$/i.test(text) && parseUrl(text) !== null && !hasRefusedCharacter(text)

const asWebUrl = (url: string): string => url.replace(/^https?/i, scheme => scheme.toLowerCase())

const nameOf = (url: string, addNote: AddNote): string => {
  const [host = url] = hostsOf(url)
  addNote('Named the source of a story by its host', host)
  return host
}

/** Of a story that says it stands somewhere else, that is where it stood first. */
const ofCanonical = (reader: FieldReader, hosts: ReadonlySet<string>, addNote: AddNote): Source | null => {
  const address = reader.takeText('canonical_url', 'canonical', 'canonical_link')
  if (address === null || (hosts.size > 0 && pathOnHosts(address, hosts) !== null)) return null
  if (hosts.size > 0 && isAddress(address)) return { name: nameOf(address, addNote), url: asWebUrl(address) }
  addNote('Dropped the address that the story names as its own on another site', address)
  return null
}
