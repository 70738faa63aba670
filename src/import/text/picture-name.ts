// Whether an address is that of a picture, by the ending of its path.

export const isPictureName = (address: string): boolean =>
  /\.(?:jpe?g|png|gif|svg|webp|avif)$/i.test(address.replace(/[?#].*$/s, ''))
