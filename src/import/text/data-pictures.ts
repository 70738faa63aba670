// Pictures that stand in a text as data: taken out before it is converted, so that no step reads millions of letters.

const written =
  /(?<==")data:image\/[^"]*(?=")|(?<==')data:image\/[^']*(?=')|data:image\/[\w.+-]{1,40}(?:;[\w=-]{1,40})*,[\w+/=%.~:;@!$&*-]*/gi

const address = /data:,picture-(\d+)/g

export type DataPictures = {
  /** With a short address for each of them. */
  readonly text: string
  /** As they were written, by their numbers. */
  readonly pictures: readonly string[]
}

export const takeDataPictures = (body: string): DataPictures => {
  if (!/data:image\//i.test(body)) return { text: body, pictures: [] }
  const pictures: string[] = []
  const text = body.replace(written, data => {
    const at = pictures.includes(data) ? pictures.indexOf(data) : pictures.push(data) - 1
    return `data:,picture-${at}`
  })
  return { text, pictures }
}

/** The number that a short address has; null for other addresses. */
export const numberOfData = (src: string): number | null => {
  const found = /^data:,picture-(\d+)$/.exec(src)
  return found === null ? null : Number(found[1])
}

/** Those that are no pictures of the text, but shown in code, as they were. */
export const withDataPictures = (text: string, read: (number: number) => string | null): string =>
  text.replace(address, (short, number: string) => read(Number(number)) ?? short)

/** The bytes of one; null where it cannot be read. */
export const bytesOfData = (data: string): Buffer | null => {
  const [, head = '', body = ''] = /^data:([^,]*),([\s\S]*)$/.exec(data) ?? []
  try {
    const plain = body.includes('%') ? decodeURIComponent(body) : body
    return /;\s*base64$/i.test(head)
      ? Buffer.from(plain.replaceAll('&#10;', ''), 'base64')
      : Buffer.from(plain)
  } catch {
    return null
  }
}
