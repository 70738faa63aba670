// The names in the path of a file in the archive: its section, its folders and its own name.

/** Folders in which generators keep stories, which are no part of an address. */
const storyFolders = new Set(['content', 'src', '_posts', '_drafts', 'drafts', '_news', 'site', 'app'])

/** "2020-01-02-", "20200102-", "2020_01_02 ". */
const dayBefore =
  /^\d{4}([-_.])\d{1,2}\1\d{1,2}[-_. ]+|^(?:1[89]|2[01])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-_. ]+/

type FileNames = {
  readonly folders: readonly string[]
  /** As the generator takes it. */
  readonly name: string
  /** The name without the day before it. */
  readonly bare: string
}

export const namesIn = (file: string): FileNames => {
  const steps = file.split('/')
  const last = (steps.pop() ?? '').replace(/(?:\.[a-z]{2})?\.\w+$/, '')
  const folders = steps.filter(
    (step, index) => !(storyFolders.has(step) && (index === 0 || step.startsWith('_'))),
  )
  const isIndex = last === 'index' || last === ''
  const name = isIndex ? (folders.pop() ?? 'index') : last
  return { folders, name, bare: name.replace(dayBefore, '') }
}
