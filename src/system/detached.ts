// A piece of a text that does not keep the text in memory: V8 holds on to all of it for the sake of a piece.

export const detached = (text: string): string => Buffer.from(text).toString()
