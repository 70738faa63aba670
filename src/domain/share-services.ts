// Where readers may share a story, or say that they want more of the site: plain links, which ask nothing of anybody until they are followed.

export const shareServices = [
  'mail',
  'whatsapp',
  'telegram',
  'x',
  'bluesky',
  'facebook',
  'linkedin',
  'reddit',
  'google',
] as const

export type ShareService = (typeof shareServices)[number]

/** Of a story's address and headline. */
export const shareUrl = (service: ShareService, url: string, title: string): string => {
  const [to, says] = [encodeURIComponent(url), encodeURIComponent(title)]
  const both = encodeURIComponent(`${title} ${url}`)
  return {
    mail: `mailto:?subject=${says}&body=${to}`,
    whatsapp: `https://wa.me/?text=${both}`,
    telegram: `https://t.me/share/url?url=${to}&text=${says}`,
    x: `https://x.com/intent/post?text=${says}&url=${to}`,
    bluesky: `https://bsky.app/intent/compose?text=${both}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${to}`,
    linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${to}`,
    reddit: `https://www.reddit.com/submit?url=${to}&title=${says}`,
    // https://developers.google.com/search/docs/appearance/preferred-sources
    google: `https://www.google.com/preferences/source?q=${new URL(url).host}`,
  }[service]
}

/** As people call it; what is missing here has a name in each language. */
export const shareNames: Readonly<Partial<Record<ShareService, string>>> = {
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  x: 'X',
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  reddit: 'Reddit',
}
