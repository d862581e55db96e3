import type {
  Debrief,
  DebriefGrouping,
  DebriefKeys,
  DebriefScope,
} from '../../../engine/contracts/debrief.ts'
import { debriefCopy, groupingWords, keyText, scopeWords } from '../../copy/debrief.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { countText } from '../../ui/format/numbers.ts'
import { GROUPINGS } from './groupings.ts'
import { SaveCsv } from './save-csv.tsx'
import type { Choice } from './use-debrief.ts'
import * as css from './filter-bar.css.ts'

export const PERIODS = { all: null, d30: 30, d90: 90, d365: 365 } as const
export type Period = keyof typeof PERIODS
const isPeriod = (name: string): name is Period => Object.hasOwn(PERIODS, name)
const SCOPES = ['trades', 'drills'] as const

type Props = Readonly<{
  debrief: Debrief
  choice: Choice
  keys: DebriefKeys
  period: Period
  isOld: boolean
  choosePeriod: (period: Period) => void
  chooseScope: (scope: DebriefScope) => void
  toggle: (grouping: DebriefGrouping, key: string) => void
  clear: () => void
}>

/** Of which trades everything beneath is: kind of account, scope, period, and the keys that were clicked. */
export function FilterBar(props: Props) {
  const { debrief, choice, keys, period, isOld, choosePeriod, chooseScope, toggle, clear } = props
  const { scope, ofScope, n, accounts, withoutMission } = debrief
  const chosen = GROUPINGS.flatMap(grouping => (keys[grouping] ?? []).map(key => ({ grouping, key })))
  const rest = [
    ...(withoutMission > 0 ? [debriefCopy.withoutMission(countText(withoutMission))] : []),
    ...(accounts > 1 ? [debriefCopy.accounts(accounts)] : []),
    ...(isOld ? [debriefCopy.old] : []),
  ]
  return (
    <div className={css.bar} role="group" aria-label={debriefCopy.filters}>
      <strong className={css.lead}>{debriefCopy.of(debrief, countText(n))}</strong>
      {rest.map(text => (
        <span key={text} className={css.note}>
          {text}
        </span>
      ))}
      {ofScope.trades > 0 && ofScope.drills > 0 && (
        <span className={css.switches}>
          {SCOPES.map(each => (
            <Button key={each} look="small" aria-pressed={each === scope} onClick={() => chooseScope(each)}>
              {scopeWords[each]}
            </Button>
          ))}
        </span>
      )}
      {chosen.map(({ grouping, key }) => (
        <button
          key={`${grouping} ${key}`}
          type="button"
          className={css.chosen}
          aria-label={debriefCopy.without(groupingWords[grouping], keyText(grouping, key))}
          onClick={() => toggle(grouping, key)}
        >
          {keyText(grouping, key)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {chosen.length > 1 && (
        <Button look="small" onClick={clear}>
          {debriefCopy.clear}
        </Button>
      )}
      <span className={css.periods}>
        <span className={label}>{debriefCopy.period}</span>
        {Object.keys(PERIODS)
          .filter(isPeriod)
          .map(each => (
            <Button key={each} look="small" aria-pressed={each === period} onClick={() => choosePeriod(each)}>
              {debriefCopy.periods[each]}
            </Button>
          ))}
      </span>
      <span className={css.save}>
        <SaveCsv debrief={debrief} choice={choice} />
      </span>
    </div>
  )
}
