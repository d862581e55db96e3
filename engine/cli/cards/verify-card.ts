import { readFileSync, statSync } from 'node:fs'
import { verifySignature } from '../../adapters/identity/index.ts'
import { checkCard } from '../../adapters/pictures/index.ts'
import { MOST_CARD_BYTES } from '../../contracts/card.ts'
import { WHAT_IT_PROVES } from '../../domain/cards/what-it-proves.ts'
import { systemReason } from '../../host/data-folder/refusal.ts'
import { DONE, failed, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { factLines } from './fact-lines.ts'

export async function verifyCard(file: string, out: Output): Promise<Outcome> {
  const picture = readPicture(file)
  if (!(picture instanceof Uint8Array)) return picture
  const check = await checkCard(picture, verifySignature)
  if (check.is === 'refused') return failed(check.code, `${file}: ${check.text}`)
  const { facts, publicKey } = check
  out.document({ card: { is: 'valid', facts, publicKey, proves: WHAT_IT_PROVES } })
  out.line(`${file}: the signature is valid.`)
  out.line('')
  for (const line of factLines(facts)) out.line(line)
  out.line(`${'Key'.padEnd(16)}${publicKey}`)
  out.line('')
  out.line(WHAT_IT_PROVES)
  return DONE
}

/** One byte more than is looked at, so that the check says that it is too large. */
function readPicture(file: string): Uint8Array | Failure {
  try {
    if (statSync(file).size <= MOST_CARD_BYTES) return readFileSync(file)
    return new Uint8Array(MOST_CARD_BYTES + 1)
  } catch (cause) {
    return failed('CANNOT_READ', `${file} can't be read: ${systemReason(cause)}. Name the picture of a card.`)
  }
}
