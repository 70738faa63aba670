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

const letters = 'a1B2c3D4e5'.repeat(8)

test.each([
  ['app.js', `const a = "ghp_${letters.slice(0, 36)}"`],
  ['app.js', `const a = 'sk_live_${letters.slice(0, 24)}'`],
  ['map.json', `{"hook":"https://hooks.slack.com/services/T12345678/B12345678/${letters.slice(0, 24)}"}`],
  ['notes.txt', `a\naws_secret_access_key = ${letters.slice(0, 40)}\n`],
  ['cookies.txt', '# Netscape HTTP Cookie File\n'],
  ['bot.yaml', `token: xox${'b'}-123456789012-${letters.slice(0, 24)}`],
])('a key to a service in %s is a problem: %j', (name, text) => {
  expect(find(name, text)).toMatchObject([{ code: 'file-secret', severity: 'error' }])
})

test.each([
  ['app.js', 'const a = "ghp_short", b = "sk_live_", c = "AIzaSyA-public-key-of-a-map", pk_live_abc'],
  ['how-to.html', '<p>Never publish aws_secret_access_key = … or a token such as ghp_xxxx.</p>'],
  ['pgp-key.asc', `-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n${body}\n`],
  ['server.crt', `-----BEGIN CERTIFICATE-----\n${body}\n`],
  ['how-to.html', '<p>A key begins with <code>-----BEGIN PRIVATE KEY-----</code>.</p>'],
])('%s holds none', (name, text) => expect(find(name, text)).toEqual([]))
