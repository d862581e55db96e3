import type { KeptPair, KeptTerminal } from '../../../../engine/contracts/lab-runs.ts'
import { replayCopy } from '../../../copy/replay.ts'
import { label } from '../../../theme/type.css.ts'
import { Button } from '../../../ui/button.tsx'
import { dateOf, msOfDate, nextDay, startOfDay, type Wanted } from './kept-days.ts'
import * as css from './replay.css.ts'
import type { DayPlace } from './use-replay.ts'

type Props = Readonly<{
  terminals: readonly KeptTerminal[]
  place: DayPlace
  kept: KeptPair
  want: (part: Partial<Wanted>) => void
}>

/** Which day of which pair. */
export function DayPicker({ terminals, place: { terminal, pair, dayMs }, kept, want }: Props) {
  const here = terminals.find(each => each.terminal === terminal)
  const [first, last] = [startOfDay(kept.fromMs), startOfDay(kept.toMs)]
  return (
    <div className={css.picker} role="group" aria-label={replayCopy.day}>
      {terminals.length > 1 && (
        <label className={css.field}>
          <span className={label}>{replayCopy.terminal}</span>
          <select
            className={css.select}
            value={terminal}
            onChange={({ target }) =>
              want({ terminal: terminals.find(each => each.terminal === target.value)?.terminal ?? null })
            }
          >
            {terminals.map(each => (
              <option key={each.terminal}>{each.terminal}</option>
            ))}
          </select>
        </label>
      )}
      <label className={css.field}>
        <span className={label}>{replayCopy.pair}</span>
        <select
          className={css.select}
          value={pair}
          onChange={({ target }) =>
            want({ pair: here?.pairs.find(each => each.pair === target.value)?.pair ?? null })
          }
        >
          {(here?.pairs ?? []).map(each => (
            <option key={each.pair}>{each.pair}</option>
          ))}
        </select>
      </label>
      <label className={css.field}>
        <span className={label}>{replayCopy.day}</span>
        <input
          type="date"
          className={css.select}
          value={dateOf(dayMs)}
          min={dateOf(first)}
          max={dateOf(last)}
          onChange={({ target }) => want({ dayMs: msOfDate(target.value) })}
        />
      </label>
      <Button look="small" disabled={dayMs <= first} onClick={() => want({ dayMs: nextDay(dayMs, -1) })}>
        {replayCopy.earlier}
      </Button>
      <Button look="small" disabled={dayMs >= last} onClick={() => want({ dayMs: nextDay(dayMs, 1) })}>
        {replayCopy.later}
      </Button>
    </div>
  )
}
