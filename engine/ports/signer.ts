import type { PublicKey, Signature } from '../contracts/squad.ts'

/** Signs in the name of this install (Ed25519, RFC 8032). The private key never leaves it. */
export interface Signer {
  readonly publicKey: PublicKey
  sign(bytes: Uint8Array): Signature
}

/** Whether the owner of `key` signed exactly these bytes. Never throws. */
export type Verify = (key: PublicKey, bytes: Uint8Array, signature: Signature) => boolean
