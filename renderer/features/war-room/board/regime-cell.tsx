import type { Pair } from '../../../../engine/contracts/pairs.ts'
import { boardCopy, regimeSentence } from '../../../copy/board.ts'
import { regimeWords } from '../../../copy/words.ts'
import { useView } from '../../../stores/desk-context.ts'
import { percentText } from '../../../ui/format/numbers.ts'
import { RegimeGlyph } from '../../../ui/glyphs.tsx'
import * as css from './board.css.ts'

export function RegimeCell({ pair }: Readonly<{ pair: Pair }>) {
  const row = useView(view => view.regimes[pair])
  if (row === undefined) return <td className={css.regimeWaits}>{boardCopy.noRegime}</td>
  if (row.regime === null)
    return (
      <td className={css.regimeWaits} title={regimeSentence(row)}>
        {boardCopy.waits} {row.missing}
      </td>
    )
  return (
    <td className={css.regime} title={regimeSentence(row)}>
      <span className={css.regimeLine}>
        <span className={css.regimeMark}>
          <RegimeGlyph regime={row.regime} />
        </span>
        <span>
          {regimeWords[row.regime].text}
          {row.probability !== null && <span className={css.under}>{percentText(row.probability)}</span>}
        </span>
      </span>
    </td>
  )
}
