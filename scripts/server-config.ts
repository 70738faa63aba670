// npm run server-config: prints the configuration by which nginx or Caddy serves the site.

import { join, resolve } from 'node:path'
import { runCommand } from '../src/command/run-command.ts'
import { CalledWrongly } from '../src/domain/called-wrongly.ts'
import { forgetConfig, isServerName, serverConfig, wrongOption } from '../src/hosting/server-config.ts'
import { forReaders } from '../src/store/edition.ts'
import { exists, isFile, replaceFile } from '../src/system/files.ts'

const help = `Prints a complete web server configuration: headers, caching, redirects from old addresses, 410 for withdrawn stories.

npm run server-config -- nginx|caddy [flags]
  --to=<file>                 write it into this file instead of printing it
  --root=<folder>             the folder of published files on the server (default: _site/ here)
  --listen=<address>          the address to listen at, such as 127.0.0.1:8080 for nginx, http://127.0.0.1:8080 for Caddy
                              (default: the site's own address)
  --brotli                    this nginx has the brotli_static module (Debian: libnginx-mod-http-brotli-static)
  --forget                    builds say no more when the one that was printed, into the same file, is out of date
  --help                      show this text`

const isFileOrNothing = (path: string): boolean => isFile(path) || !exists(path)

await runCommand({
  help,
  options: {
    to: { type: 'string' },
    root: { type: 'string' },
    listen: { type: 'string' },
    brotli: { type: 'boolean', default: false },
    forget: { type: 'boolean', default: false },
  },
  allowPositionals: true,
  run: async ({ values, words: [server, ...more] }) => {
    if (!isServerName(server) || more.length > 0) {
      console.error(`Name one server: nginx or caddy.\n\n${help}`)
      return 2
    }
    const here = process.cwd()
    const to = values.to ?? null
    if (to !== null && !isFileOrNothing(resolve(to)))
      throw new CalledWrongly(`--to is “${to}”, which is a folder; write a file, such as --to=${server}.conf`)
    if (values.forget) {
      await forgetConfig(here, forReaders, { server, to })
      return 0
    }
    const options = {
      root: values.root ?? join(here, forReaders.published),
      listen: values.listen ?? null,
      hasBrotli: values.brotli,
    }
    const wrong = wrongOption(options)
    if (wrong !== null) throw new CalledWrongly(wrong)
    const config = await serverConfig(here, forReaders, { server, options, to })
    if (to === null) process.stdout.write(config)
    else replaceFile(resolve(to), config)
    return 0
  },
})
