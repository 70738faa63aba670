// A Caddy configuration that serves a site as it wants to be served: a Caddyfile, or a file that one imports.

import { contentPolicy, searchUrl } from '../domain/content-policy.ts'
import { cacheOf, cacheRules, otherTypes, textTypes, typeOfName } from '../domain/file-kinds.ts'
import { commonHeaders, policyHeader } from './common-headers.ts'
import type { ServedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

/** Plain: every sign that could mean something to Caddy is written so that it does not. */
export const printCaddy = (served: ServedSite, { root, listen }: ServerOptions): string => {
  const { site, styles, moved, gone } = served
  const files = site.hosting.precompress ? 'file_server {\n\t\t\tprecompressed br gzip' : 'file_server {'
  return `# How Caddy serves ${site.url}: written by npm run server-config, from the last publish.
# It is a whole Caddyfile, or imported by one: caddy validate --config <file>, then caddy reload --config <file>.
# Write it again when a story gets another address or is withdrawn, and when layouts or site data change.

${listen ?? site.url} {
	root * ${quote(root)}
	encode zstd gzip

	# Old addresses of stories: 301. Withdrawn stories: 410, with the page that says when and why.
	map {path} {dateline_moved} {dateline_gone} {
${moved.map(({ path, to }) => `\t\t${key(path)} ${quote(to)} -\n`).join('')}${gone.map(({ path, file }) => `\t\t${key(path)} - ${quote(file)}\n`).join('')}\t\tdefault "" ""
	}
	@moved not vars {dateline_moved} ""
	redir @moved {dateline_moved} permanent

	# How long browsers and networks keep a file.
	map {path} {dateline_cache} {
${cacheRules.map(({ path, cache }) => `\t\t${quote(`~${path}`)} ${quote(cache)}\n`).join('')}\t\tdefault ${quote(cacheOf.other)}
	}
	header Cache-Control {dateline_cache}

	# Only the search may run scripts, and only those of this site.
	map {path} {dateline_policy} {
		${quote(`~^${searchUrl}`)} ${quote(contentPolicy(styles, 'search'))}
		default ${quote(contentPolicy(styles, 'elsewhere'))}
	}
	header ${policyHeader} {dateline_policy}
${commonHeaders(site, styles)
  .filter(header => header.name !== policyHeader)
  .map(header => `\theader ${header.name} ${quote(header.value)}\n`)
  .join('')}
	# What a server takes these files for depends on the machine, so it is told.
	map {path} {dateline_type} {
${Object.entries(typeOfName)
  .map(([name, type]) => `\t\t${quote(`~/${name.replace('.', '\\.')}$`)} ${quote(utf8(type))}\n`)
  .join('')}${Object.entries(textTypes)
  .map(([ending, type]) => ofEnding(ending, utf8(type)))
  .join('')}${Object.entries(otherTypes)
  .map(([ending, type]) => ofEnding(ending, type))
  .join('')}\t\tdefault ""
	}
	@typed not vars {dateline_type} ""
	header @typed Content-Type {dateline_type}

	@gone not vars {dateline_gone} ""
	handle @gone {
		rewrite * {dateline_gone}
${whole}		${files}
			status 410
		}
	}

	# They are not asked for by these names.
	@foreign path /404.html /_headers /_redirects
	handle @foreign {
		error 404
	}

	handle {
		${files}
		}
	}

	handle_errors {
		rewrite * /404.html
${whole}		header Content-Type "text/html; charset=utf-8"
		${files}
		}
	}
}
`
}

/** With a status of its own, a page is told whole. */
const whole = ['If-None-Match', 'If-Modified-Since', 'Range']
  .map(name => `\t\trequest_header -${name}\n`)
  .join('')

const ofEnding = (ending: string, type: string): string => `\t\t${quote(`~\\.${ending}$`)} ${quote(type)}\n`

const utf8 = (type: string): string => `${type}; charset=utf-8`

/** As a word where nothing in it could mean something else; otherwise as a regular expression with all such signs spelled out. */
const key = (path: string): string =>
  /^[\w./~\p{L}\p{N}\p{M}-]+$/u.test(path)
    ? path
    : `~^${path.replace(/[^\w/\p{L}\p{N}-]/gu, sign => `\\x{${sign.codePointAt(0)?.toString(16)}}`)}$`

const quote = (text: string): string => `"${text.replace(/"/g, '\\"')}"`
