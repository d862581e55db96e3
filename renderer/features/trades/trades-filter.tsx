import type { DebriefKeys } from '../../../engine/contracts/debrief.ts'
import { groupingWords, keyText, scopeWords } from '../../copy/debrief.ts'
import { tradesCopy } from '../../copy/trades.ts'
import { closeReasonWords, pairs } from '../../copy/words.ts'
import { Button } from '../../ui/button.tsx'
import type { TradeRows, TradesChoice } from './use-trade-rows.ts'
import * as css from './trades.css.ts'

const SCOPES = ['trades', 'drills'] as const
const KEYS = {
  pair: pairs,
  side: ['buy', 'sell'],
  reason: Object.keys(closeReasonWords),
} as const
const GROUPINGS = ['pair', 'side', 'reason'] as const
type Grouping = (typeof GROUPINGS)[number]

type Props = Readonly<{
  head: NonNullable<TradeRows['head']>
  choice: TradesChoice
  choose: (choice: TradesChoice) => void
}>

/** Which of them are in the table. */
export function TradesFilter({ head, choice, choose }: Props) {
  const { scope, ofScope } = head
  const take = (grouping: Grouping, key: string) =>
    choose({ ...choice, keys: withKey(choice.keys, grouping, key) })
  return (
    <div className={css.filter} role="group" aria-label={tradesCopy.filters}>
      {ofScope.trades > 0 && ofScope.drills > 0 && (
        <div className={css.scopes} role="group" aria-label={tradesCopy.scopes}>
          {SCOPES.map(each => (
            <Button
              key={each}
              look="small"
              aria-pressed={each === scope}
              onClick={() => choose({ ...choice, scope: each })}
            >
              {scopeWords[each]}
            </Button>
          ))}
        </div>
      )}
      {GROUPINGS.map(grouping => (
        <select
          key={grouping}
          className={css.select}
          aria-label={groupingWords[grouping]}
          value={choice.keys[grouping]?.[0] ?? ''}
          onChange={({ target }) => take(grouping, target.value)}
        >
          <option value="">{tradesCopy.any[grouping]}</option>
          {KEYS[grouping].map(key => (
            <option key={key} value={key}>
              {keyText(grouping, key)}
            </option>
          ))}
        </select>
      ))}
    </div>
  )
}

function withKey(keys: DebriefKeys, grouping: Grouping, key: string): DebriefKeys {
  const { [grouping]: _, ...others } = keys
  return key === '' ? others : { ...others, [grouping]: [key] }
}
