// An nginx configuration that serves a site as it wants to be served: to be included in http { }.

import { contentPolicy, searchUrl } from '../domain/content-policy.ts'
import { cacheOf, cacheRules, otherTypes, textTypes, typeOfName } from '../domain/file-kinds.ts'
import { commonHeaders, policyHeader } from './common-headers.ts'
import type { ServedSite } from './served-site.ts'
import type { ServerOptions } from './server-options.ts'

/** Plain: every sign that could mean something to nginx is written so that it does not. */
export const printNginx = (served: ServedSite, options: ServerOptions): string => {
  const { site, styles, moved, gone } = served
  const { hostname } = new URL(site.url)
  // Other sites on the same server have other names.
  const name = (what: string) => `$dateline_${hostname.replace(/[^a-z0-9]+/gi, '_')}_${what}`
  const paths = [...moved, ...gone].map(({ path }) => path)
  return `# How nginx serves ${site.url}: written by npm run server-config, from the last publish.
# Include it in http { }: on Debian put it into /etc/nginx/sites-enabled/, then nginx -t && nginx -s reload.
# Write it again when a story gets another address or is withdrawn, and when layouts or site data change.
${sizesFor(paths)}
# Old addresses of stories: 301.
map $uri ${name('moved')} {
${moved.map(({ path, to }) => `    ${quote(path)} ${quote(to)};\n`).join('')}}

# Withdrawn stories: 410, with the page that says when and why.
map $uri ${name('gone')} {
${gone.map(({ path, file }) => `    ${quote(path)} ${quote(file)};\n`).join('')}}

# How long browsers and networks keep a file.
map $uri ${name('cache')} {
    default ${quote(cacheOf.other)};
${cacheRules.map(({ path, cache }) => `    ${quote(`~${path}`)} ${quote(cache)};\n`).join('')}}

# Only the search may run scripts, and only those of this site.
map $uri ${name('policy')} {
    default ${quote(contentPolicy(styles, 'elsewhere'))};
    ${quote(`~^${searchUrl}`)} ${quote(contentPolicy(styles, 'search'))};
}

server {
${listening(options, hostname)}
    server_name ${hostname};
    root ${quote(options.root)};
    index index.html;

    # Links between pages are paths: redirects are as well, whatever stands in front of this server.
    absolute_redirect off;
    server_tokens off;

    charset utf-8;
    charset_types ${texts.join(' ')};
    default_type application/octet-stream;
    types {
${Object.entries({ ...textTypes, ...otherTypes })
  .map(([ending, type]) => `        ${type} ${ending};\n`)
  .join('')}    }

    # They count also for errors and redirects. A location with an add_header of its own would lose all of these.
    add_header Cache-Control ${name('cache')} always;
    add_header ${policyHeader} ${name('policy')} always;
${commonHeaders(site, styles)
  .filter(header => header.name !== policyHeader)
  .map(header => `    add_header ${header.name} ${quote(header.value)} always;\n`)
  .join('')}
${compressing}${site.hosting.precompress ? precompressed(options) : ''}

    if (${name('moved')}) {
        return 301 ${name('moved')};
    }
    if (${name('gone')}) {
        return 410;
    }
    error_page 410 @gone;
    location @gone {
        try_files ${name('gone')} =404;
    }

    # A folder without a page is as good as none.
    error_page 403 =404 /404.html;
    error_page 404 /404.html;
    location = /404.html {
        internal;
    }

    # They are meant for other servers.
    location ~ ^/_(?:headers|redirects)$ {
        return 404;
    }

${Object.entries(typeOfName)
  .map(
    ([file, type]) =>
      `    location ~ ${quote(`/${file.replace('.', '\\.')}$`)} {\n        types { }\n        default_type ${type};\n    }\n`,
  )
  .join('')}}
`
}

const listening = ({ listen }: ServerOptions, hostname: string): string =>
  listen === null
    ? `    listen 80;
    listen [::]:80;
    # Browsers hold to Strict-Transport-Security: serve the site by https, here or by what stands in front.
    # listen 443 ssl http2;
    # listen [::]:443 ssl http2;
    # ssl_certificate /etc/letsencrypt/live/${hostname}/fullchain.pem;
    # ssl_certificate_key /etc/letsencrypt/live/${hostname}/privkey.pem;`
    : `    listen ${listen};`

const precompressed = ({ hasBrotli }: ServerOptions): string => `
    # Most text files have their compressed forms beside them.
    gzip_static on;
    ${hasBrotli ? 'brotli_static on;' : '# brotli_static on;    # with libnginx-mod-http-brotli-static, or --brotli'}`

/** nginx adds text/html to every such list by itself. */
const texts = [...new Set([...Object.values(textTypes), ...Object.values(typeOfName)])].filter(
  type => type !== 'text/html',
)

const compressing = `    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 512;
    gzip_types ${texts.join(' ')};`

/** nginx refuses a map whose longest key does not fit into a bucket. */
const sizesFor = (paths: readonly string[]): string => {
  const longest = Math.max(0, ...paths.map(path => Buffer.byteLength(path)))
  const line = 64
  const bucket = Math.ceil((longest + 32) / line) * line
  const size = 2 ** Math.ceil(Math.log2(Math.max(2048, 2 * paths.length)))
  if (bucket <= line && size <= 2048) return ''
  return `
# For the old addresses below. Where nginx.conf has these as well, keep the larger ones, once.
map_hash_bucket_size ${Math.max(2 * line, bucket)};
map_hash_max_size ${size};
`
}

/** Keys of maps are taken as they are; no value here holds a $. */
const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`
