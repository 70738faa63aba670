// Text as HTML has it, the way Nunjucks writes it.

import nunjucks from 'nunjucks'

// Nunjucks' typings leave it out.
export const { escape: escapeHtml } = nunjucks.lib as unknown as { readonly escape: (text: string) => string }
