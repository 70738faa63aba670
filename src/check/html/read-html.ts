// Reads from a page's HTML what the checks ask about.

import type { HtmlParts } from './html-parts.ts'
import { parseHtml } from './parse-html.ts'
import { scanHtml } from './scan-html.ts'

export type { HtmlParts } from './html-parts.ts'

export const readHtml = (html: string): HtmlParts => scanHtml(html) ?? parseHtml(html)
