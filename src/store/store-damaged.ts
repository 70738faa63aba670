// What is remembered is not as it was left: the one error that a build answers by taking everything in again.

/** The rows of a store are not as it left them. It can be made again from the content. */
export class StoreDamaged extends Error {}

const message = 'the store is damaged'

/** `cause`: an error, or what is wrong in words. */
export const damaged = (cause: unknown): StoreDamaged => new StoreDamaged(message, { cause })

/** Also of an error that came from another thread, where it lost its class. */
export const isDamage = (error: unknown): boolean => error instanceof Error && error.message === message
