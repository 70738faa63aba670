// Jekyll's slugs.

/** `pretty` keeps more characters, and the case. */
export const jekyllSlug = (text: string, mode: 'plain' | 'pretty' = 'plain'): string => {
  const other = mode === 'plain' ? /[^\p{M}\p{L}\p{Nd}]+/gu : /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu
  const slug = text.replace(other, '-').replace(/^-|-$/g, '')
  return mode === 'plain' ? slug.toLowerCase() : slug
}
