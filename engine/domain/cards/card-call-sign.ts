import { CallSign } from '../../contracts/squad.ts'

/** Bytes of a call-sign in a code that has to survive a messenger: an emoji of a family alone takes 25. */
const MOST_BYTES = 48
const characters = new Intl.Segmenter()

/** The call-sign as a card has room for it, cut between what a reader takes for characters; null when nothing is left. */
export function cardCallSign(callSign: CallSign): CallSign | null {
  if (utf8Length(callSign) <= MOST_BYTES) return callSign
  let kept = ''
  for (const { segment } of characters.segment(callSign)) {
    if (utf8Length(`${kept}${segment}…`) > MOST_BYTES) break
    kept += segment
  }
  return CallSign.safeParse(`${kept}…`).data ?? null
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return bytes
}
