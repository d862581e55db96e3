/** Dispatches of traders of a test: each with a key that is made from their name. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { verifySignature } from '../adapters/identity/index.ts'
import { signedDispatches } from '../adapters/dispatches/index.ts'
import { PublicKey, Signature } from '../contracts/squad.ts'
import type { Dispatches } from '../ports/dispatches.ts'
import type { Signer } from '../ports/signer.ts'

/** PKCS #8 of an Ed25519 key, up to its 32 bytes (RFC 8410, section 7). */
const BEFORE_KEY = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The same name always has the same key. */
export function aSigner(name: string): Signer {
  const secret = createHash('sha256').update(name).digest()
  const key = createPrivateKey({ key: Buffer.concat([BEFORE_KEY, secret]), format: 'der', type: 'pkcs8' })
  return {
    publicKey: PublicKey.parse(createPublicKey(key).export({ format: 'jwk' }).x),
    sign: bytes => Signature.parse(sign(null, bytes, key).toString('base64url')),
  }
}

export const dispatchesOf = (name: string): Dispatches => signedDispatches(aSigner(name), verifySignature)
