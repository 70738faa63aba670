// Paths relative to the site's root: the folder, the name in it, and both together. The root is "".

export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export const pathBelow = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`
