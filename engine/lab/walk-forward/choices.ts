import { Choice, type WalkForwardReport } from '../../contracts/proving.ts'
import { issue, type Issue } from '../issue/issue.ts'
import { refusalsOf } from '../candidates/codes.ts'
import { RefusalCode } from '../../contracts/vocabulary.ts'
import { recorded, type JoinedForecasts } from './joined-forecasts.ts'

export type Chosen = Readonly<{ choice: Choice; issue: Issue }>

/** What each choice would have issued over all test windows, one run through time. */
export function choose(joined: JoinedForecasts): readonly Chosen[] {
  const { candidates } = joined
  return Choice.options.map(choice => {
    const forecasts = choice === 'static' ? joined.static : joined.rolling
    const rules = choice === 'ungated' ? { gateR: Number.NEGATIVE_INFINITY } : {}
    return { choice, issue: issue(candidates, recorded(forecasts), rules) }
  })
}

/** How often each reason stood in the way, most frequent first. */
export function refusalCounts({ refused }: Issue): WalkForwardReport['refusals'] {
  const counts = new Map<RefusalCode, number>()
  for (const bits of refused)
    for (const code of refusalsOf(bits)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .map(([code, n]) => ({ code, n }))
    .sort((a, b) => b.n - a.n || RefusalCode.options.indexOf(a.code) - RefusalCode.options.indexOf(b.code))
}
