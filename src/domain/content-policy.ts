// The content security policy: what a browser may do on a page, whatever gets onto it (CSP level 3).

/**
 * Nothing but files of this site, no script, no style in the page but those with the hashes in `styles`. Blocks of data,
 * such as JSON-LD, are no scripts to a browser. Only below the search page may a page run a script of this site, and
 * compiled code for the search.
 */
export const contentPolicy = (styles: readonly string[], page: 'search' | 'elsewhere'): string =>
  [
    "default-src 'none'",
    "base-uri 'none'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "frame-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "media-src 'self'",
    ["style-src 'self'", ...styles.map(hash => `'${hash}'`)].join(' '),
    ...(page === 'search' ? ["connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"] : []),
  ].join('; ')
