import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PublicKey, Signature } from '../../contracts/squad.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openInstallKey, verifySignature } from './install-key.ts'

const words = Buffer.from('two shots, one kill')

test('a key is made once, for its user only, and signs what nobody else can have signed', () => {
  const folder = temporaryFolder()
  const first = openInstallKey(folder)
  const again = openInstallKey(folder)

  expect(again.publicKey).toBe(first.publicKey)
  expect(verifySignature(first.publicKey, words, again.sign(words))).toBe(true)
  const stranger = openInstallKey(temporaryFolder())
  expect(verifySignature(stranger.publicKey, words, first.sign(words))).toBe(false)
  expect(verifySignature(first.publicKey, Buffer.from('two shots, two kills'), first.sign(words))).toBe(false)
  if (process.platform !== 'win32')
    expect(statSync(path.join(folder, 'install-key.pem')).mode & 0o777).toBe(0o600)
})

test('a file that is no key is complained about and stays as it is', () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'install-key.pem')
  writeFileSync(file, 'not a key')

  expect(() => openInstallKey(folder)).toThrow(`${file} is no key`)
  expect(readFileSync(file, 'utf8')).toBe('not a key')
})

test('bytes that are no key of anybody verify nothing', () => {
  const nobody = PublicKey.parse('_'.repeat(42) + '8')
  expect(verifySignature(nobody, words, Signature.parse('A'.repeat(86)))).toBe(false)
})

test('the test vector of RFC 8032, 7.1, test 2, verifies', () => {
  const key = PublicKey.parse(
    Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex').toString(
      'base64url',
    ),
  )
  const signature = Signature.parse(
    Buffer.from(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      'hex',
    ).toString('base64url'),
  )
  expect(verifySignature(key, Buffer.from([0x72]), signature)).toBe(true)
})
