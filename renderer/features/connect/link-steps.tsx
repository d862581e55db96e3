import type { LinkView } from '../../../engine/contracts/views.ts'
import { connectCopy } from '../../copy/connect.ts'
import { useViewState } from '../../stores/desk-context.ts'
import * as css from './connect.css.ts'

const copy = connectCopy.link
const FRESH_MS = 60_000

const rowsOf = (link: LinkView) =>
  [
    [copy.rows.linked, link.state === 'live'],
    [copy.rows.broker, link.brokerConnected === true],
    [copy.rows.prices, link.dataAgeMs !== null && link.dataAgeMs < FRESH_MS],
    [copy.rows.trading, link.autoTrading === true],
    [copy.rows.armed, link.armed],
  ] as const

/** How far each real terminal has come, as it comes. */
export function LinkSteps() {
  const links = useViewState(({ view }) => view?.links)
  const real = (links ?? []).filter(({ kind }) => kind !== 'simulated')
  if (real.length === 0) return <p className={css.dim}>{copy.waiting}</p>
  return real.map(link => (
    <ul key={link.terminal} className={css.report} aria-label={`${link.broker} ${link.server}`}>
      {rowsOf(link).map(([text, isReached]) => (
        <li key={text} className={css.row}>
          <span className={css.marked[isReached ? 'done' : 'todo']}>
            {copy.state[isReached ? 'yes' : 'no']}
          </span>
          <span>{text}</span>
        </li>
      ))}
      {link.problem !== null && (
        <li className={css.dim}>
          {link.problem} {link.nextStep}
        </li>
      )}
    </ul>
  ))
}
