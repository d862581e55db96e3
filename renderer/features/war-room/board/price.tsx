import type { PriceRow } from '../../../../engine/contracts/views.ts'
import { moveWord } from '../../../copy/board.ts'
import { splitPrice } from '../../../ui/format/price.ts'
import { MoveArrow } from '../../../ui/glyphs.tsx'
import { spoken } from '../../../theme/type.css.ts'
import * as css from './price.css.ts'

type Props = Readonly<{ text: string; move: PriceRow['move']; isStale: boolean; hasArrow: boolean }>

const looks = { '1': css.pips.up, '0': css.pips.still, '-1': css.pips.down } as const

/** A price as a trader's eye wants it: small handle, large pips, a raised fraction, the last move by arrow and colour. */
export function Price({ text, move, isStale, hasArrow }: Props) {
  const { handle, pips, fraction } = splitPrice(text)
  const shownMove = isStale ? 0 : move
  return (
    <span className={css.price}>
      {hasArrow && <span className={css.arrow}>{shownMove !== 0 && <MoveArrow move={shownMove} />}</span>}
      {handle}
      <span className={looks[shownMove]}>{pips}</span>
      <span className={css.fraction}>{fraction}</span>
      {hasArrow && shownMove !== 0 && <span className={spoken}>{moveWord(shownMove)}</span>}
    </span>
  )
}
