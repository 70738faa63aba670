// The newsroom's server: its folder, its address, its modules.

export type ServerOptions = {
  /** Absolute: where the published files stand on the server. */
  readonly root: string
  /** An address to listen at, as the server wants it written; null for that of the site. */
  readonly listen: string | null
  /** Whether nginx has the module that sends .br files: without it, it would not start. Caddy needs none. */
  readonly hasBrotli: boolean
}
