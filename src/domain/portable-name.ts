// Names of files that Windows cannot have, though other systems can: a site may be built, kept or served there.

/** Devices; also with an ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|con(?:in|out)\$)(?:[ .].*)?$/i

/** Of a file or a folder, in any letter case. */
export const isDeviceName = (name: string): boolean => device.test(name)

/** Why Windows cannot have a file or a folder of this name; null where it can. */
export const whyNotPortable = (name: string): string | null => {
  if (isDeviceName(name)) return `Windows keeps the name “${name}” for a device`
  if (/[. ]$/.test(name)) return `to Windows a name cannot end with a full stop or a space, as “${name}” does`
  if (/[\x00-\x1f]/.test(name)) return 'to Windows no name can contain a line break, a tab or the like'
  const characters = [...new Set(name.match(/[<>:"|?*\\]/g))]
  return characters.length === 0 ? null : `to Windows no name can contain ${characters.join(' ')}`
}

/** Of a path, by the first of its names that is not portable. */
export const whyPathNotPortable = (path: string): string | null =>
  path
    .split('/')
    .map(whyNotPortable)
    .find(why => why !== null) ?? null
