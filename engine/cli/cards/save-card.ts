import path from 'node:path'
import type { CardFacts, SignedPicture } from '../../contracts/card.ts'
import { WHAT_IT_PROVES } from '../../domain/cards/what-it-proves.ts'
import { writeAtomically } from '../../host/data-folder/atomic-write.ts'
import { systemReason } from '../../host/data-folder/refusal.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'

const WHAT: Readonly<Record<CardFacts['card'], string>> = {
  kill: 'a kill card',
  debrief: 'a debrief',
  sitrep: 'a SITREP',
}

/** `option` is the one that named the file. */
export function saveCard(
  name: string,
  option: string,
  { png, facts, publicKey }: SignedPicture,
  out: Output,
): Outcome {
  const file = path.resolve(name)
  try {
    writeAtomically(file, png)
  } catch (cause) {
    return failed(
      'CANNOT_WRITE',
      `${file} can't be written: ${systemReason(cause)}. Choose another place with ${option}.`,
    )
  }
  out.document({ card: { file, facts, publicKey } })
  out.line(`${file}: ${WHAT[facts.card]}, account ${facts.account}.`)
  out.line(WHAT_IT_PROVES)
  return DONE
}
