// Finds private keys and passes of services among the static files by what stands in them, whatever the files are called.

import { otherTypes } from '../../domain/file-kinds.ts'
import { errorAt, locationInText, type Problem } from '../../domain/problem.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'

/** As OpenSSL, OpenSSH, PGP and PuTTY write them; also within JSON, where a line break is "\n". */
const key =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\s|\\r|\\n)*[\w+/=:,. -]{20}|^PuTTY-User-Key-File-\d/m

/** Passes that services give out in a form of their own, so that they can be found; and cookies that a browser saved. */
const pass =
  /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,}|glpat-[\w-]{20}|xox[abprs]-\d{6,}-[\w-]{20,}|[sr]k_live_[A-Za-z0-9]{20,}|SG\.[\w-]{22}\.[\w-]{43}|npm_[A-Za-z0-9]{36}|sk-(?:proj|ant)-[\w-]{40,}|dop_v1_[\da-f]{64}|hooks\.slack\.com\/services\/T\w{6,}\/B\w{6,}\/\w{20,})|\b(?:aws_secret_access_key|AWS_SECRET_ACCESS_KEY)\s*[=:]\s*["']?[\w/+]{40}|^# Netscape HTTP Cookie File/m

export const findPrivateKeys = ({ staticFiles, read }: NewsroomFiles): readonly Problem[] =>
  staticFiles.filter(mayBeText).flatMap((file): readonly Problem[] => {
    const source = read(file)
    if (!source.ok) return []
    const isKey = key.exec(source.value.text)
    const found = isKey ?? pass.exec(source.value.text)
    if (found === null) return []
    const fault = isKey
      ? {
          code: 'file-secret',
          message: 'a private key stands in this file, and everybody could read it',
          hint: 'move the file out of content/; if others could see it before, make a new key',
        }
      : {
          code: 'file-secret',
          message: 'a key to a service stands in this file, and everybody could use it',
          hint: 'remove it from the file; if others could see it before, have the service make a new one',
        }
    const [line = ''] = found[0].split('\n')
    return [errorAt(locationInText(file, source.value.text, found.index, line.length), fault)]
  })

const mayBeText = (file: string): boolean =>
  otherTypes[/\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''] === undefined
