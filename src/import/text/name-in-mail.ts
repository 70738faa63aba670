// The name of a person of whom an archive has only a mail address: nobody's address is published for want of a name.

import type { AddNote } from '../report/note.ts'

/** A name that is none comes back as it is. */
export const nameInMail = (name: string, addNote: AddNote): string => {
  if (!/^[^\s@]+@[^\s@]+$/.test(name)) return name
  const words = name.replace(/@.*$/, '').replace(/[._+-]+/g, ' ')
  addNote('Used the part before the @ of an address as the name of an author')
  return words.replace(/(^|\s)(\p{Ll})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
}
