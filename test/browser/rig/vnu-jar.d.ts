declare module 'vnu-jar' {
  /** Where the program lies. */
  const path: string
  export = path
}
