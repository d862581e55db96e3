import { useEffect, useRef, useState } from 'react'
import type { KeptTerminal, LabMarket } from '../../../../engine/contracts/lab-runs.ts'
import { replayCopy } from '../../../copy/replay.ts'
import { useViewState } from '../../../stores/desk-context.ts'
import { dayText } from '../../../ui/format/time.ts'
import { NotRead } from '../../../ui/not-read.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useKept } from '../use-kept.ts'
import { DayPicker } from './day-picker.tsx'
import { DayPlayer } from './day-player.tsx'
import { keepKeys } from './keep-keys.ts'
import { dayOf, keptOf, type Wanted } from './kept-days.ts'
import * as css from './replay.css.ts'
import { clockOf, useReplayDay, type DayPlace } from './use-replay.ts'

/** A day that the desk has kept, played again minute by minute. */
export function ReplayPanel() {
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = room.current
    // The tab that was pressed would answer Space itself.
    element?.focus()
    element?.addEventListener('mousedown', keepKeys)
    return () => element?.removeEventListener('mousedown', keepKeys)
  }, [])
  return (
    <div ref={room} tabIndex={-1} className={css.room}>
      <KeptDays />
    </div>
  )
}

function KeptDays() {
  const { value, problem, read } = useKept()
  if (value === null || value.terminals.length === 0)
    return (
      <div className={css.alone}>
        <Panel title={replayCopy.title} source="ledger">
          {value === null ? (
            <NotRead words={replayCopy} problem={problem} read={read} />
          ) : (
            <PanelMessage tone="empty" text={replayCopy.nothing} next={replayCopy.nothingNext} />
          )}
        </Panel>
      </div>
    )
  return <Days market={value} />
}

function Days({ market }: Readonly<{ market: LabMarket }>) {
  const [wanted, want] = useState<Wanted>({ terminal: null, pair: null, dayMs: null })
  const { terminal, kept } = keptOf(market.terminals, wanted)
  if (terminal === null || kept === null) return null
  const place: DayPlace = { terminal: terminal.terminal, pair: kept.pair, dayMs: dayOf(kept, wanted) }
  return (
    <div className={css.page}>
      <DayPicker
        terminals={market.terminals}
        place={place}
        kept={kept}
        want={part => want({ ...wanted, ...part })}
      />
      <Day key={`${place.terminal} ${place.pair} ${place.dayMs}`} place={place} kept={kept} />
    </div>
  )
}

type DayProps = Readonly<{ place: DayPlace; kept: KeptTerminal['pairs'][number] }>

function Day({ place, kept }: DayProps) {
  const { value, problem, read } = useReplayDay(place)
  if (value?.is === 'day') return <DayPlayer day={value} place={place} />
  return (
    <div className={css.alone}>
      <Panel title={replayCopy.title} source="ledger">
        {value === null && <NotRead words={replayCopy} problem={problem} read={read} />}
        {value?.is === 'noClock' && <NoClock terminal={place.terminal} read={read} />}
        {value?.is === 'none' && (
          <PanelMessage
            tone="empty"
            text={replayCopy.none}
            next={replayCopy.noneNext(dayText(kept.fromMs), dayText(kept.toMs))}
          />
        )}
      </Panel>
    </div>
  )
}

/** Reads again when there is a clock. */
function NoClock({ terminal, read }: Readonly<{ terminal: DayPlace['terminal']; read: () => void }>) {
  const hasClock = useViewState(({ view }) => view !== null && clockOf(view, terminal) !== null)
  useEffect(() => {
    if (hasClock) read()
  }, [hasClock, read])
  return <PanelMessage tone="empty" text={replayCopy.noClock} next={replayCopy.noClockNext} />
}
