import { expect, test } from 'vitest'
import { success } from '../../../src/domain/result.ts'
import { findPrivateKeys } from '../../../src/validate/site/find-private-keys.ts'
import { filesInMemory } from '../../rig/small-newsroom.ts'

const folder = 'content/static'
const find = (name: string, text: string) =>
  findPrivateKeys({
    ...filesInMemory({}),
    staticFiles: [`${folder}/${name}`],
    read: file => success({ file, text }),
  })
const begin = (kind: string) => `-----BEGIN ${kind}PRIVATE KEY-----`
const body = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7'

test.each([
  ['server.pem', `${begin('')}\n${body}\n`],
  ['server.key', `${begin('RSA ')}\nProc-Type: 4,ENCRYPTED\n\n${body}\n`],
  ['deploy', `${begin('OPENSSH ')}\n${body}\n`],
  ['notes.txt', `The key is\n  ${begin('EC ')}\n  ${body}\n`],
  ['robot.json', `{"private_key": "${begin('')}\\n${body}\\n"}`],
  ['desk.asc', `${begin('PGP ').replace('KEY', 'KEY BLOCK')}\n\n${body}\n`],
  ['desk.txt', `PuTTY-User-Key-File-3: ssh-ed25519\n`],
])('a private key in %s is a problem, at its line', (name, text) => {
  const [problem] = find(name, text)
  expect(problem).toMatchObject({
    code: 'file-secret',
    severity: 'error',
    location: { file: `${folder}/${name}` },
  })
  expect(problem?.location.text).toMatch(/PRIVATE KEY|PuTTY/)
})

test.each([
  ['pgp-key.asc', `-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n${body}\n`],
  ['server.crt', `-----BEGIN CERTIFICATE-----\n${body}\n`],
  ['how-to.html', '<p>A key begins with <code>-----BEGIN PRIVATE KEY-----</code>.</p>'],
])('%s holds none', (name, text) => expect(find(name, text)).toEqual([]))
