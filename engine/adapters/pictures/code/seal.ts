/** What a card's code says: who signed, the signature, and the facts in words that any scanner can show. */
import type { CardFacts } from '../../../contracts/card.ts'
import type { Signer } from '../../../ports/signer.ts'
import { toBase32 } from '../../../wire/base32.ts'
import { canonicalJson } from '../../ledger/canonical-json.ts'

/** Of the code's form; a newer one is refused by name, never guessed at. */
export const SEAL_VERSION = 1

/** `head` uses only letters that a code packs closely: BITTEN1:KEY:SIGNATURE: and `facts` is canonical JSON after it. */
export type Seal = Readonly<{ head: string; facts: string }>

/** Exactly what is signed. The first line keeps a signature of a card from counting for anything else. */
export const signedBytes = (facts: string): Uint8Array =>
  new TextEncoder().encode(`BITTEN CARD ${SEAL_VERSION}\n${facts}`)

export function seal(told: CardFacts, signer: Signer): Seal {
  const facts = canonicalJson(told)
  const key = toBase32(Buffer.from(signer.publicKey, 'base64url'))
  const signature = toBase32(Buffer.from(signer.sign(signedBytes(facts)), 'base64url'))
  return { head: `BITTEN${SEAL_VERSION}:${key}:${signature}:`, facts }
}
