// Finds private keys among the static files by what stands in them, whatever the files are called.

import { otherTypes } from '../../domain/file-kinds.ts'
import { errorAt, locationInText, type Problem } from '../../domain/problem.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'

/** As OpenSSL, OpenSSH, PGP and PuTTY write them; also within JSON, where a line break is "\n". */
const key =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\s|\\r|\\n)*[\w+/=:,. -]{20}|^PuTTY-User-Key-File-\d/m

export const findPrivateKeys = ({ staticFiles, read }: NewsroomFiles): readonly Problem[] =>
  staticFiles.filter(mayBeText).flatMap((file): readonly Problem[] => {
    const source = read(file)
    const found = source.ok ? key.exec(source.value.text) : null
    if (!source.ok || found === null) return []
    const fault = {
      code: 'file-secret',
      message: 'a private key stands in this file, and everybody could read it',
      hint: 'move the file out of content/; if others could see it before, make a new key',
    }
    const [line = ''] = found[0].split('\n')
    return [errorAt(locationInText(file, source.value.text, found.index, line.length), fault)]
  })

const mayBeText = (file: string): boolean =>
  otherTypes[/\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''] === undefined
