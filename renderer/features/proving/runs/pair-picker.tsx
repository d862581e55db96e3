import type { LabMarket } from '../../../../engine/contracts/lab-runs.ts'
import { provingCopy } from '../../../copy/proving.ts'
import { label } from '../../../theme/type.css.ts'
import * as css from '../proving.css.ts'
import { pairsOf, terminalOf, type LabDraft } from './lab-draft.ts'
import type { Fill } from './lab-form.tsx'

const copy = provingCopy.form
type Props = Readonly<{ draft: LabDraft; fill: Fill; market: LabMarket | null }>

/** Pairs of the data; of the desk's own with how much of each there is. */
export function PairPicker({ draft, fill, market }: Props) {
  const offered = pairsOf(draft, market)
  const kept = draft.data === 'desk' ? (terminalOf(draft, market)?.pairs ?? []) : []
  if (offered.length === 0) return null
  return (
    <fieldset className={css.field}>
      <legend className={label}>{copy.pairs}</legend>
      <div className={css.pairs}>
        {offered.map(pair => {
          const of = kept.find(each => each.pair === pair)
          return (
            <label
              key={pair}
              className={css.pair}
              title={of && copy.keptPair(of.minutes, of.fromMs, of.toMs)}
            >
              <input
                type="checkbox"
                checked={draft.pairs.includes(pair)}
                onChange={({ target }) =>
                  fill({
                    pairs: target.checked
                      ? [...draft.pairs, pair]
                      : draft.pairs.filter(other => other !== pair),
                  })
                }
              />
              {pair}
            </label>
          )
        })}
      </div>
      <p className={css.faint}>{copy.pairsAll}</p>
      {kept.length > 0 && (
        <details className={css.faint}>
          <summary>{copy.keptOfEach}</summary>
          {kept.map(({ pair, minutes, fromMs, toMs }) => (
            <p key={pair}>
              {pair}: {copy.keptPair(minutes, fromMs, toMs)}
            </p>
          ))}
        </details>
      )}
    </fieldset>
  )
}
