// TAR archives (POSIX.1, ustar): who owned the files in them, and which are secret.

import { type DocumentNotes, documentNotes } from './document-notes.ts'
import { secretsAmong } from './secrets-among.ts'

const block = 512

/** Accounts that every machine has. */
const isOfMachine = (owner: string): boolean => /^(?:root|wheel|staff|nobody|www-data|)$/.test(owner)

export const notesOfTar = (bytes: Buffer): DocumentNotes => {
  const names: string[] = []
  const owners: string[] = []
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0; ) {
    const textAt = (from: number, length: number) =>
      bytes.toString('utf8', at + from, at + from + length).replace(/\0[\s\S]*$/, '')
    const size = Number.parseInt(textAt(124, 12), 8)
    if (!(size >= 0) || textAt(257, 5) !== 'ustar') break
    names.push(textAt(0, 100))
    owners.push(textAt(265, 32))
    at += block + Math.ceil(size / block) * block
  }
  return documentNotes({
    authors: owners.filter(owner => !isOfMachine(owner)),
    paths: [],
    others: secretsAmong(names.map(name => name.replace(/^(?:\.?\/)+/, ''))),
  })
}
