// Prints the Caddy configuration that serves a site: a Caddyfile, or a file that one imports.

import { contentPolicy } from '../domain/content-policy.ts'
import { cacheOf, cacheRules, otherTypes, textTypes, typeOfName } from '../domain/file-kinds.ts'
import type { Site } from '../domain/newsroom.ts'
import { addresses } from '../domain/site-addresses.ts'
import { commonHeaders, policyHeader } from './common-headers.ts'
import type { ServedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

/** Every character that Caddy would interpret is escaped. */
export const printCaddy = (served: ServedSite, { root, listen }: ServerOptions): string => {
  const { site } = served
  const files = fileServer(site)
  return `# How Caddy serves ${site.url}: written by npm run server-config, from the last publish.
# Use it as a Caddyfile, or import it into one: caddy validate --config <file>, then caddy reload --config <file>.
# Run it again when a story moves, and when layouts or site data change: npm run build says so.

${listen ?? site.url} {
	root * ${quote(root)}
${encoded('\t')}
${oldAddresses(served)}
${headers(served)}
${mediaTypes()}
${withdrawnStories(files)}
	# Files that nobody may ask for by these names.
	@foreign path /404.html /_headers /_redirects
	handle @foreign {
		error 404
	}

	# Hidden files, whatever put them there, but those of /.well-known/ (RFC 8615).
	@hidden {
		path_regexp "/\\."
		not path_regexp "^/\\.well-known(?:/[^./][^/]*)+/?$"
	}
	handle @hidden {
		error 404
	}

	handle {
		${files}
		}
	}

	handle_errors {
${encoded('\t\t')}		rewrite * /404.html
${complete}		header Content-Type "text/html; charset=utf-8"
		header Cache-Control ${quote(cacheOf.page)}
		${files}
		}
	}
}
`
}

const withdrawnStories = (files: string): string =>
  `	# What was withdrawn or is gone: 410 where there is such a file, with the page that says so.
	map {path} {dateline_mark} {dateline_tombstone} {
		"~^(/.+)/(?:index\\.html)?$" "${addresses.withdrawn.slice(0, -1)}\${1}.txt" "\${1}/index.html"
		"~^(/.*[^/]\\.[A-Za-z][A-Za-z0-9]*)$" "${addresses.withdrawn.slice(0, -1)}\${1}.txt" "\${1}"
		default "${addresses.withdrawn}-" "-"
	}
	@gone file {dateline_mark}
	handle @gone {
		rewrite * {dateline_tombstone}
		header Content-Type "text/html; charset=utf-8"
${complete}		${files}
			status 410
		}
	}
`

/** Errors are another route to Caddy, which inherits nothing. By itself it leaves some of these types as they are. */
const encoded = (indent: string): string =>
  [
    'encode {',
    '\tzstd',
    '\tgzip',
    '\tmatch {',
    ...texts.map(type => `\t\theader Content-Type ${type}*`),
    '\t}',
    '}',
  ]
    .map(line => `${indent}${line}\n`)
    .join('')

const texts = [...new Set([...Object.values(textTypes), ...Object.values(typeOfName)])]

/** Left open, so that a status may follow. */
const fileServer = ({ hosting }: Site): string =>
  hosting.precompress ? 'file_server {\n\t\t\tprecompressed br gzip' : 'file_server {'

/** A page with a status other than 200 is sent complete, never as 304 or 206. */
const complete = ['If-None-Match', 'If-Modified-Since', 'Range']
  .map(name => `\t\trequest_header -${name}\n`)
  .join('')

const oldAddresses = ({ moved, asked }: ServedSite): string =>
  `${asked.length === 0 ? '' : askedAddresses(asked)}	# Old addresses: 301.
	map {path} {dateline_moved} {
${moved.map(({ path, to }) => mapLine(mapKey(path), quote(to))).join('')}		default ""
	}
	@moved not vars {dateline_moved} ""
	redir @moved {dateline_moved} permanent
`

const askedAddresses = (asked: ServedSite['asked']): string =>
  `	# Old addresses with a query: 301.
	map "{path}?{query}" {dateline_asked} {
${asked.map(({ path, to }) => mapLine(askedKey(path), quote(to))).join('')}		default ""
	}
	@asked not vars {dateline_asked} ""
	redir @asked {dateline_asked} permanent

`

const headers = ({ site, styles }: ServedSite): string =>
  `	# How long browsers and networks keep a file.
	map {path} {dateline_cache} {
${cacheRules.map(({ path, cache }) => mapLine(quote(`~${path}`), quote(cache))).join('')}		default ${quote(cacheOf.other)}
	}
	header Cache-Control {dateline_cache}

	# Only the search may run scripts, and only those of this site.
	map {path} {dateline_policy} {
${mapLine(quote(`~^${addresses.search}`), quote(contentPolicy(styles, 'search')))}		default ${quote(contentPolicy(styles, 'elsewhere'))}
	}
	header ${policyHeader} {dateline_policy}
${commonHeaders(site, styles)
  .filter(header => header.name !== policyHeader)
  .map(header => `\theader ${header.name} ${quote(header.value)}\n`)
  .join('')}`

const utf8 = (type: string): string => `${type}; charset=utf-8`

const typeLine = (pattern: string, type: string): string => mapLine(quote(`~${pattern}$`), quote(type))

const mediaTypes = (): string => `	# Media types by file name: a server's own guess depends on the machine.
	map {path} {dateline_type} {
${typeLines().join('')}		default ""
	}
	@typed not vars {dateline_type} ""
	header @typed Content-Type {dateline_type}
`

const typeLines = (): readonly string[] => [
  ...Object.entries(typeOfName).map(([name, type]) => typeLine(`/${name.replace('.', '\\.')}`, utf8(type))),
  ...Object.entries(textTypes).map(([ending, type]) => typeLine(endingIn(ending), utf8(type))),
  ...Object.entries(otherTypes).map(([ending, type]) => typeLine(endingIn(ending), type)),
]

/** Cameras write IMG_0001.JPG. */
const endingIn = (ending: string): string => `(?i)\\.${ending}`

const mapLine = (...words: readonly string[]): string => `\t\t${words.join(' ')}\n`

/** As a plain word if Caddy would interpret nothing in it, else as a regular expression with those characters escaped. */
const mapKey = (path: string): string =>
  /^[\w./~\p{L}\p{N}\p{M}-]+$/u.test(path)
    ? path
    : `~^${path.replace(/[^\w/\p{L}\p{N}-]/gu, character => `\\x{${character.codePointAt(0)?.toString(16)}}`)}$`

/** A query is percent-encoded, so that almost all are taken literally: there may be thousands. */
const askedKey = (path: string): string =>
  /^\/[\w./~?=&%+,;:@!()'-]*$/.test(path) ? quote(path) : mapKey(path)

const quote = (text: string): string => `"${text.replace(/"/g, '\\"')}"`
