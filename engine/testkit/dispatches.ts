/** Dispatches of traders of a test: each with a key that is made from their name. */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { verifySignature } from '../adapters/identity/index.ts'
import { signedDispatches } from '../adapters/dispatches/index.ts'
import { DISPATCH_BODIES } from '../contracts/dispatches.ts'
import { PublicKey, Signature } from '../contracts/squad.ts'
import type { z } from 'zod'
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

const known = new Map<string, Dispatches>()

export function dispatchesOf(name: string): Dispatches {
  const dispatches = known.get(name) ?? signedDispatches(aSigner(name), verifySignature)
  known.set(name, dispatches)
  return dispatches
}

type Input<K extends keyof typeof DISPATCH_BODIES> = z.input<(typeof DISPATCH_BODIES)[K]>

/** Signed by a trader whose desk says what it likes: past every rule of a desk of ours. */
export const signedInvitation = (name: string, body: Input<'invitation'>): string =>
  dispatchesOf(name).write({ kind: 'invitation', body: DISPATCH_BODIES.invitation.parse(body) })
export const signedEnlistment = (name: string, body: Input<'enlistment'>): string =>
  dispatchesOf(name).write({ kind: 'enlistment', body: DISPATCH_BODIES.enlistment.parse(body) })
export const signedReport = (name: string, body: Input<'report'>): string =>
  dispatchesOf(name).write({ kind: 'report', body: DISPATCH_BODIES.report.parse(body) })
