// The names in the path of a file in the archive: its section, its folders and its own name.

/** Folders in which generators keep stories, which are no part of an address. */
const storyFolders = new Set(['content', 'src', '_posts', '_drafts', 'drafts', '_news', 'site', 'app'])

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
  return { folders, name, bare: name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]+/, '') }
}
