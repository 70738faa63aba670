// Lets the compiler prove that a union was handled to the last of its cases.

export const unreachable = (value: never): never => {
  throw new Error(`this cannot be: ${JSON.stringify(value)}`)
}
