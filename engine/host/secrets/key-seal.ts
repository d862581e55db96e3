/**
 * Seals with a key that a person chose and the environment holds: AES-256-GCM (NIST SP 800-38D), the key stretched by scrypt
 * (RFC 7914). Salt and nonce are new each time; the secret's name is bound to it, so that files can't be swapped.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import type { Seal } from './sealed-files.ts'

const CIPHER = 'aes-256-gcm'
const SALT_BYTES = 16
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** 32 MiB and about 0.1 s a guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

export function keySeal(secretKey: string): Seal {
  return {
    by: 'key',
    how: 'Secrets are kept in the data folder, sealed with BITTEN_SECRET_KEY.',
    wrongKey:
      'start BITTEN with the BITTEN_SECRET_KEY that it was kept with, or paste the token again, which replaces it.',
    async close(name, text) {
      const salt = randomBytes(SALT_BYTES)
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, await stretched(secretKey, salt), nonce)
      cipher.setAAD(Buffer.from(name))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([salt, nonce, cipher.getAuthTag(), body])
    },
    async open(name, sealed) {
      const [salt, nonce, tag, body] = cut(Buffer.from(sealed), [SALT_BYTES, NONCE_BYTES, TAG_BYTES])
      if (salt?.length !== SALT_BYTES || nonce?.length !== NONCE_BYTES || tag?.length !== TAG_BYTES || !body)
        return null
      const decipher = createDecipheriv(CIPHER, await stretched(secretKey, salt), nonce, {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(name)).setAuthTag(tag)
      try {
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch {
        // The tag does not fit: another key, another name, or a changed file.
        return null
      }
    },
  }
}

/** Pieces of these lengths, and the rest. */
function cut(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  let at = 0
  const pieces = lengths.map(length => bytes.subarray(at, (at += length)))
  return [...pieces, bytes.subarray(at)]
}

/** Off the thread that moves the market's bytes. */
function stretched(secretKey: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(secretKey.normalize('NFC'), salt, 32, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
