import { useState } from 'react'
import type { ReplayDay } from '../../../../engine/contracts/replay-day.ts'
import { replayCopy } from '../../../copy/replay.ts'
import { Button } from '../../../ui/button.tsx'
import { goneTo, nextMissionMs, nowOf, shownAt, SPEEDS, toggled, type ReplayClock } from './replay-clock.ts'
import * as css from './replay.css.ts'

type Props = Readonly<{
  day: ReplayDay
  clock: ReplayClock
  change: (next: (clock: ReplayClock) => ReplayClock) => void
}>

/** Play and pause, step by step, how fast, and to the next mission. */
export function Transport({ day, clock, change }: Props) {
  const { shown } = clock
  return (
    <div className={css.transport} role="group" aria-label={replayCopy.controls}>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={replayCopy.place}
        aria-valuemin={1}
        aria-valuemax={day.bars.length}
        aria-valuenow={shown}
      >
        <div className={css.filled} style={{ width: `${(100 * shown) / day.bars.length}%` }} />
      </div>
      <div className={css.row}>
        <Steps day={day} clock={clock} change={change} />
        <Speeds clock={clock} change={change} />
        <ToNext day={day} clock={clock} change={change} />
        {shown >= day.bars.length && <span className={css.faint}>{replayCopy.over}</span>}
        <output className={css.now}>{replayCopy.now(nowOf(clock, day))}</output>
      </div>
    </div>
  )
}

function Steps({ day, clock: { shown, isPlaying }, change }: Props) {
  const step = (by: number) => change(now => goneTo(now, now.shown + by, day))
  const isOver = shown >= day.bars.length
  return (
    <>
      <Button look="small" disabled={shown <= 1} onClick={() => step(-shown)}>
        {replayCopy.start}
      </Button>
      <Button look="small" disabled={shown <= 1} onClick={() => step(-1)}>
        {replayCopy.back}
      </Button>
      <Button look="gold" className={css.play} onClick={() => change(now => toggled(now, day))}>
        {isPlaying ? replayCopy.pause : replayCopy.play}
      </Button>
      <Button look="small" disabled={isOver} onClick={() => step(1)}>
        {replayCopy.step}
      </Button>
    </>
  )
}

function Speeds({ clock: { speed }, change }: Omit<Props, 'day'>) {
  return (
    <div className={css.row} role="group" aria-label={replayCopy.speed}>
      {SPEEDS.map(each => (
        <Button
          key={each}
          look="small"
          title={replayCopy.speedOf(each)}
          aria-pressed={each === speed}
          onClick={() => change(now => ({ ...now, speed: each }))}
        >
          {each}×
        </Button>
      ))}
    </div>
  )
}

/** Whether there is one is told when it is asked for: a button that knows would look ahead. */
function ToNext({ day, clock, change }: Props) {
  const [isNone, setNone] = useState(false)
  function go(): void {
    const atMs = nextMissionMs(nowOf(clock, day), day)
    setNone(atMs === null)
    if (atMs !== null) change(now => goneTo(now, shownAt(atMs, day), day))
  }
  return (
    <>
      <Button look="small" onClick={go}>
        {replayCopy.nextMission}
      </Button>
      {isNone && <span className={css.faint}>{replayCopy.noNext}</span>}
    </>
  )
}
