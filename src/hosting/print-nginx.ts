// Prints the nginx configuration that serves a site: to be included in http { }.

import { contentPolicy } from '../domain/content-policy.ts'
import { cacheOf, cacheRules, otherTypes, textTypes, typeOfName } from '../domain/file-kinds.ts'
import { addresses } from '../domain/site-addresses.ts'
import { commonHeaders, policyHeader } from './common-headers.ts'
import type { ServedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

/** Every character that nginx would interpret is escaped. */
export const printNginx = (served: ServedSite, options: ServerOptions): string => {
  const { site } = served
  const { hostname } = new URL(site.url)
  const variable = variablesOf(hostname)
  return `# How nginx serves ${site.url}: written by npm run server-config, from the last publish.
# Include it in http { }: on Debian put it into /etc/nginx/sites-enabled/, then nginx -t && nginx -s reload.
# Run it again when a story moves, and when layouts or site data change: npm run build says so.
${mapSizes(served)}
${maps(served, variable)}
server {
${listening(options, hostname)}
    server_name ${hostname};
    root ${quote(options.root)};
    index index.html;

    # Redirects lead to paths, as links between pages do: so they hold behind any proxy.
    absolute_redirect off;
    server_tokens off;

${mediaTypes}
${headers(served, variable)}
${compression}${site.hosting.precompress ? precompressed(options) : ''}

${oldAddresses(served, variable)}
${errorPages}
${namedFiles()}}
`
}

/** An address that names a file. */
const namedFile = '[^/]\\.[A-Za-z][A-Za-z0-9]*$'

type Variable = (name: 'moved' | 'asked' | 'mark' | 'tombstone' | 'gone' | 'cache' | 'policy') => string

/** Other sites on the same server have other names. */
const variablesOf =
  (hostname: string): Variable =>
  name =>
    `$dateline_${hostname.replace(/[^a-z0-9]+/gi, '_')}_${name}`

const maps = ({ styles, moved, asked }: ServedSite, variable: Variable): string =>
  `${asked.length === 0 ? '' : askedMap(asked, variable)}# Old addresses: 301.
map $uri ${variable('moved')} {
${moved.map(({ path, to }) => mapLine(path, to)).join('')}}

# What was withdrawn or is gone: 410 where there is such a file, with the page that says so.
map $uri ${variable('mark')} {
    default "";
    "~^(?<${variable('gone').slice(1)}>/.+)/(?:index\\.html)?$" "${addresses.withdrawn.slice(0, -1)}${variable('gone')}.txt";
    "~${namedFile}" "${addresses.withdrawn.slice(0, -1)}$uri.txt";
}
map $uri ${variable('tombstone')} {
    default "";
    "~^(?<${variable('gone').slice(1)}>/.+)/(?:index\\.html)?$" "${variable('gone')}/index.html";
    "~${namedFile}" $uri;
}

# How long browsers and networks keep a file.
map $uri ${variable('cache')} {
    default ${quote(cacheOf.other)};
${cacheRules.map(({ path, cache }) => mapLine(`~${path}`, cache)).join('')}}

# Only the search may run scripts, and only those of this site.
map $uri ${variable('policy')} {
    default ${quote(contentPolicy(styles, 'elsewhere'))};
${mapLine(`~^${addresses.search}`, contentPolicy(styles, 'search'))}}
`

const askedMap = (asked: ServedSite['asked'], variable: Variable): string =>
  `# Old addresses with a query: 301.
map "$uri?$args" ${variable('asked')} {
${asked.map(({ path, to }) => mapLine(path, to)).join('')}}

`

const mapLine = (key: string, value: string): string => `    ${quote(key)} ${quote(value)};\n`

const listening = ({ listen }: ServerOptions, hostname: string): string =>
  listen === null
    ? `    listen 80;
    listen [::]:80;
    # Strict-Transport-Security makes browsers insist on https: serve it here, or in front of this server.
    # listen 443 ssl http2;
    # listen [::]:443 ssl http2;
    # ssl_certificate /etc/letsencrypt/live/${hostname}/fullchain.pem;
    # ssl_certificate_key /etc/letsencrypt/live/${hostname}/privkey.pem;`
    : `    listen ${listen};`

/** nginx adds text/html to every such list by itself. */
const texts = [...new Set([...Object.values(textTypes), ...Object.values(typeOfName)])].filter(
  type => type !== 'text/html',
)

const mediaTypes = `    charset utf-8;
    charset_types ${texts.join(' ')};
    default_type application/octet-stream;
    types {
${Object.entries({ ...textTypes, ...otherTypes })
  .map(([ending, type]) => `        ${type} ${ending};\n`)
  .join('')}    }
`

const headers = ({ site, styles }: ServedSite, variable: Variable): string =>
  `    # Sent with errors and redirects too. A location with an add_header of its own loses all of these.
    add_header Cache-Control ${variable('cache')} always;
    add_header ${policyHeader} ${variable('policy')} always;
${commonHeaders(site, styles)
  .filter(header => header.name !== policyHeader)
  .map(header => `    add_header ${header.name} ${quote(header.value)} always;\n`)
  .join('')}`

const compression = `    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 512;
    gzip_types ${texts.join(' ')};`

const precompressed = ({ hasBrotli }: ServerOptions): string => `
    # Most text files have compressed versions beside them.
    gzip_static on;
    ${hasBrotli ? 'brotli_static on;' : '# brotli_static on;    # with libnginx-mod-http-brotli-static, or --brotli'}`

const redirect = (to: string): string => `    if (${to}) {
        return 301 ${to};
    }
`

const oldAddresses = (
  { asked }: ServedSite,
  variable: Variable,
): string => `${asked.length === 0 ? '' : redirect(variable('asked'))}${redirect(variable('moved'))}    if (-f "$document_root${variable('mark')}") {
        return 410;
    }
    error_page 410 @gone;
    location @gone {
        types { }
        default_type text/html;
        try_files ${variable('tombstone')} =404;
    }
`

const errorPages = `    # A folder without a page is not found.
    error_page 403 =404 /404.html;
    error_page 404 /404.html;
    location = /404.html {
        internal;
    }

    # Hidden files, whatever put them there, but those of /.well-known/ (RFC 8615).
    location ~ "^/\\.(?!well-known/)|./\\." {
        return 404;
    }

    # Files for other servers.
    location ~ ^/_(?:headers|redirects)$ {
        return 404;
    }
`

/** Files whose names, not their endings, say what they are. */
const namedFiles = (): string =>
  Object.entries(typeOfName)
    .map(([file, type]) => {
      const pattern = quote(`/${file.replace('.', '\\.')}$`)
      return `    location ~ ${pattern} {\n        types { }\n        default_type ${type};\n    }\n`
    })
    .join('')

/** nginx refuses a map whose longest key does not fit into a bucket. */
const mapSizes = ({ moved, asked }: ServedSite): string => {
  const paths = [...moved, ...asked].map(({ path }) => path)
  const longest = Math.max(0, ...paths.map(path => Buffer.byteLength(path)))
  const line = 64
  const bucket = Math.ceil((longest + 32) / line) * line
  const size = 2 ** Math.ceil(Math.log2(Math.max(2048, 2 * paths.length)))
  if (bucket <= line && size <= 2048) return ''
  return `
# For the old addresses below. If nginx.conf sets these as well, keep only the larger ones.
map_hash_bucket_size ${Math.max(2 * line, bucket)};
map_hash_max_size ${size};
`
}

/** Keys of maps are literal; no value here contains a $. */
const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
