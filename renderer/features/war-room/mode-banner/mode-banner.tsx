import { clockCopy, modeCopy } from '../../../copy/mode.ts'
import { sessionWords } from '../../../copy/words.ts'
import { useViewState } from '../../../stores/desk-context.ts'
import { clockText, dateText } from '../../../ui/format/time.ts'
import { label } from '../../../theme/type.css.ts'
import { SimulationControls } from './simulation-controls.tsx'
import * as css from './mode-banner.css.ts'

/** Training, demo or live: the first thing that anybody sees, with the clock that everything goes by. */
export function ModeBanner() {
  const mode = useViewState(({ view }) => view?.stake ?? 'unlinked')
  return (
    <header className={css.banner[mode]}>
      <p className={css.mode}>
        <span className={css.sign[mode]}>
          <strong className={css.name}>{modeCopy[mode].name}</strong>
        </span>
        <span className={css.meaning}>{modeCopy[mode].meaning}</span>
      </p>
      <SimulationControls />
      <MarketClock />
    </header>
  )
}

function MarketClock() {
  const marketMs = useViewState(({ view }) => view?.marketMs ?? null)
  const session = useViewState(({ view }) => view?.session ?? null)
  const isSimulated = useViewState(({ view }) => view?.kind === 'simulated')
  if (marketMs === null || session === null) return <span className={css.clockEmpty}>{clockCopy.none}</span>
  return (
    <div className={css.clock}>
      <span className={label}>{isSimulated ? clockCopy.simulated : clockCopy.market}</span>
      <span className={css.date}>{dateText(marketMs)}</span>
      <time className={css.time} dateTime={new Date(marketMs).toISOString()}>
        {clockText(marketMs)}
      </time>
      <span className={css.session}>{sessionWords[session]}</span>
    </div>
  )
}
