// Reads the parts of a page's HTML: with the quick scanner, where it can, else with a parser.

import type { HtmlParts } from './html-parts.ts'
import { parseHtml } from './parse-html.ts'
import { scanHtml } from './scan-html.ts'

export const readHtml = (html: string): HtmlParts => scanHtml(html) ?? parseHtml(html)
