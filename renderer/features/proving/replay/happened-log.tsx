import { replayCopy } from '../../../copy/replay.ts'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { Happening } from './replay-clock.ts'
import * as css from './replay.css.ts'

type Props = Readonly<{
  happened: readonly Happening[]
  isCut: boolean
  dayMs: number
  goTo: (atMs: number) => void
}>

/** Newest first; each of it is a place to go back to. */
export function HappenedLog({ happened, isCut, dayMs, goTo }: Props) {
  return (
    <Panel title={replayCopy.log} source="ledger" bare>
      {isCut && <p className={css.cut}>{replayCopy.cut}</p>}
      {happened.length === 0 ? (
        <PanelMessage tone="empty" text={replayCopy.quiet} next={replayCopy.quietNext} />
      ) : (
        <ol className={css.log} aria-label={replayCopy.log}>
          {happened.toReversed().map(one => {
            const what = wordsOf(one)
            return (
              <li key={`${one.is} ${one.is === 'issued' ? one.mission.id : one.trade.order} ${one.atMs}`}>
                <button
                  type="button"
                  className={css.entry}
                  title={replayCopy.goTo}
                  onClick={() => goTo(one.atMs)}
                >
                  <span className={css.time}>{replayCopy.when(one.atMs, dayMs)}</span>
                  <span>{what}</span>
                </button>
              </li>
            )
          })}
        </ol>
      )}
    </Panel>
  )
}

function wordsOf(one: Happening): string {
  if (one.is === 'issued') return replayCopy.issued(one.mission)
  return one.is === 'opened' ? replayCopy.opened(one.trade) : replayCopy.closed(one.trade)
}
