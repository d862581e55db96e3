import { CardFacts, type CardCheck, type CardFault } from '../../../contracts/card.ts'
import { PublicKey, Signature } from '../../../contracts/squad.ts'
import type { Verify } from '../../../ports/signer.ts'
import { fromBase32 } from '../../../wire/base32.ts'
import { canonicalJson } from '../../ledger/canonical-json.ts'
import { SEAL_VERSION, signedBytes } from './seal.ts'

const ANY_SEAL = /^BITTEN(\d{1,4}):/
const SEAL = /^BITTEN\d+:([0-9A-Z]{52}):([0-9A-Z]{103}):(.*)$/su

export const refused = (code: CardFault, text: string): CardCheck => ({ is: 'refused', code, text })

/** Whether the text of a code is a card of ours, and who signed it. Believes nothing that it did not check. */
export function readSeal(text: string, verify: Verify): CardCheck {
  const version = ANY_SEAL.exec(text)?.[1]
  if (version === undefined)
    return refused('FOREIGN_CODE', 'The QR code is something else: it was not made for a card of BITTEN.')
  if (Number(version) !== SEAL_VERSION)
    return refused(
      'OTHER_VERSION',
      `The card is of version ${version}, and this BITTEN reads version ${SEAL_VERSION}: check it with the BITTEN that made it.`,
    )
  const [, keyText = '', signatureText = '', facts = ''] = SEAL.exec(text) ?? []
  const key = PublicKey.safeParse(base64UrlOf(keyText))
  const signature = Signature.safeParse(base64UrlOf(signatureText))
  const isSigned = key.success && signature.success && verify(key.data, signedBytes(facts), signature.data)
  if (!isSigned)
    return refused(
      'BAD_SIGNATURE',
      'The signature does not fit the facts: one of them was changed, or the code was made up. Believe nothing on this card.',
    )
  const told = factsFrom(facts)
  if (told === null)
    return refused(
      'BAD_FACTS',
      'The signature fits, and its facts are not those of a card: nothing to believe.',
    )
  return { is: 'valid', facts: told, publicKey: key.data }
}

function base64UrlOf(base32: string): string {
  const read = fromBase32(base32)
  return read.is === 'bytes' ? Buffer.from(read.bytes).toString('base64url') : ''
}

/** Only the one text that these facts have: two readers of one code must not see different facts. */
function factsFrom(text: string): CardFacts | null {
  try {
    const facts = CardFacts.safeParse(JSON.parse(text))
    return facts.success && canonicalJson(facts.data) === text ? facts.data : null
  } catch {
    return null
  }
}
