import { logCopy, stateFilters } from '../../copy/log.ts'
import { pairs } from '../../copy/words.ts'
import { Button } from '../../ui/button.tsx'
import * as css from './log.css.ts'
import type { MissionPages } from './use-missions.ts'

/** What is looked for. Setups are those of the page that is open. */
export function LogFilter({ pages: { filter, choose, value } }: Readonly<{ pages: MissionPages }>) {
  const seen = new Set((value?.missions ?? []).map(({ setup }) => setup))
  const setups = [...(filter.setup === null ? seen : seen.add(filter.setup))].toSorted()
  return (
    <div className={css.filter}>
      <div className={css.states} role="group" aria-label={logCopy.states}>
        {stateFilters.map(({ is, word }) => (
          <Button
            key={word}
            look="small"
            aria-pressed={filter.state === is}
            onClick={() => choose({ ...filter, state: is })}
          >
            {word}
          </Button>
        ))}
      </div>
      <select
        className={css.select}
        aria-label={logCopy.pair}
        value={filter.pair ?? ''}
        onChange={({ target }) =>
          choose({ ...filter, pair: pairs.find(pair => pair === target.value) ?? null })
        }
      >
        <option value="">{logCopy.anyPair}</option>
        {pairs.map(pair => (
          <option key={pair}>{pair}</option>
        ))}
      </select>
      <select
        className={css.select}
        aria-label={logCopy.setup}
        value={filter.setup ?? ''}
        onChange={({ target }) => choose({ ...filter, setup: target.value === '' ? null : target.value })}
      >
        <option value="">{logCopy.anySetup}</option>
        {setups.map(setup => (
          <option key={setup}>{setup}</option>
        ))}
      </select>
    </div>
  )
}
