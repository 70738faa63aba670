// The part of Eleventy's development server that the preview uses; it ships no types.

declare module '@11ty/eleventy-dev-server' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http'

  export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown

  type Options = {
    readonly middleware: readonly Middleware[]
    readonly domDiff: boolean
    readonly headers: Readonly<Record<string, string>>
    readonly messageOnStart: () => false
    readonly logger: {
      readonly info: (line: string) => void
      readonly log: (line: string) => void
      readonly error: (line: string) => void
    }
  }

  export type DevServer = {
    readonly server: Server
    /** The open pages; there from the moment the server listens. */
    readonly updateServer?: { readonly clients: Iterable<{ readonly terminate: () => void }> }
    readonly reload: (event: { readonly files: readonly string[] }) => void
    readonly close: () => Promise<void>
  }

  const EleventyDevServer: {
    readonly getServer: (name: string, folder: string, options: Options) => DevServer
  }
  export = EleventyDevServer
}
