/** Proofs and session keys of one handshake, over the exact bytes that travelled (contracts/wire/handshake.ts). */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Header bytes ‖ body bytes of one message. */
export type Spoken = Readonly<{ headerBytes: Uint8Array; body: Uint8Array }>

/** One key a direction, never sent. */
export type SessionKeys = Readonly<{ fromTerminal: Uint8Array; fromApp: Uint8Array }>

function digest(key: Uint8Array, label: string, spoken: readonly Spoken[]): Uint8Array {
  const hmac = createHmac('sha256', key).update(label, 'utf8')
  for (const part of spoken) hmac.update(part.headerBytes).update(part.body)
  return new Uint8Array(hmac.digest())
}

export const sessionKeys = (pairingKey: Uint8Array, hello: Spoken, challenge: Spoken): SessionKeys => ({
  fromTerminal: digest(pairingKey, 'EA→APP', [hello, challenge]),
  fromApp: digest(pairingKey, 'APP→EA', [hello, challenge]),
})

/** What the terminal puts into `prove`, hexadecimal. */
export const terminalProof = (pairingKey: Uint8Array, hello: Spoken, challenge: Spoken): string =>
  Buffer.from(digest(pairingKey, 'EA', [hello, challenge])).toString('hex')

/** What the app puts into `welcome`, hexadecimal. */
export const appProof = (pairingKey: Uint8Array, hello: Spoken, challenge: Spoken, prove: Spoken): string =>
  Buffer.from(digest(pairingKey, 'APP', [hello, challenge, prove])).toString('hex')

/** In constant time for proofs of the same length; a schema has checked the length before. */
export function sameProof(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]
  return a.length === b.length && timingSafeEqual(a, b)
}
