import { MOST_CARD_BYTES, type CardCheck } from '../../contracts/card.ts'
import type { Verify } from '../../ports/signer.ts'
import { findCode } from './code/find-code.ts'
import { pictureFile } from './code/picture-file.ts'
import { readSeal, refused } from './code/read-seal.ts'

/** Pixels; a card has 1200 by 675, and a photograph of one not much more. */
const MOST_PIXELS = 16_000_000

/** Reads the code of a card out of a picture and checks its signature, without any network. Never throws for what a file holds. */
export async function checkCard(picture: Uint8Array, verify: Verify): Promise<CardCheck> {
  if (picture.length > MOST_CARD_BYTES)
    return refused(
      'TOO_LARGE',
      `The file has more than ${MOST_CARD_BYTES / 1e6} MB: that is no card of BITTEN.`,
    )
  const file = pictureFile(picture)
  if (file.is === 'other')
    return refused('NO_PICTURE', 'The file is no PNG or JPEG picture: give the card itself.')
  if (file.is === 'broken') return broken()
  if (file.width * file.height > MOST_PIXELS)
    return refused(
      'TOO_LARGE',
      `The picture has ${file.width} × ${file.height} pixels: that is no card of BITTEN.`,
    )
  const text = await findCode(picture).catch(() => undefined)
  if (text === undefined) return broken()
  if (text === null)
    return refused(
      'NO_CODE',
      'There is no readable QR code in the picture: ask for the card itself, not cut and at least half its size.',
    )
  return readSeal(text, verify)
}

const broken = (): CardCheck =>
  refused('BROKEN_PICTURE', 'The picture is damaged or not whole: ask for the card again.')
