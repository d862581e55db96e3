import { useCallback, useEffect, useState } from 'react'
import type { Pair } from '../../../../engine/contracts/pairs.ts'
import type { EpochMs, TerminalId } from '../../../../engine/contracts/primitives.ts'
import type { ReplayDay, ReplayDayAnswer } from '../../../../engine/contracts/replay-day.ts'
import type { WarRoomView } from '../../../../engine/contracts/views.ts'
import { useDesk } from '../../../stores/desk-context.ts'
import { useArchive, type Read } from '../../../stores/use-archive.ts'
import { hasModifier, writesText } from '../../../ui/keyboard.ts'
import { advanced, AT_START, type ReplayClock } from './replay-clock.ts'

export type DayPlace = Readonly<{ terminal: TerminalId; pair: Pair; dayMs: number }>

/** How late it is there; known of the terminal that is shown alone. */
export const clockOf = ({ shown, marketMs }: WarRoomView, terminal: TerminalId): EpochMs | null =>
  shown === terminal ? marketMs : null

export function useReplayDay({ terminal, pair, dayMs }: DayPlace): Read<ReplayDayAnswer> {
  const { bridge, views } = useDesk()
  const ask = useCallback(() => {
    const { view } = views.getState()
    const marketMs = view === null ? null : clockOf(view, terminal)
    return bridge.ask<'replayDay'>({ kind: 'replayDay', terminal, pair, dayMs: dayMs as EpochMs, marketMs })
  }, [bridge, views, terminal, pair, dayMs])
  return useArchive(ask, null)
}

const LOOK_MS = 50

/** The clock of a day, which goes on by itself while it plays. */
export function useReplayClock(day: ReplayDay) {
  const [clock, setClock] = useState<ReplayClock>(AT_START)
  const change = useCallback((next: (clock: ReplayClock) => ReplayClock) => setClock(next), [])
  const { isPlaying } = clock
  useEffect(() => {
    if (!isPlaying) return
    let beforeMs = performance.now()
    const timer = setInterval(() => {
      const nowMs = performance.now()
      const elapsedMs = nowMs - beforeMs
      beforeMs = nowMs
      setClock(before => advanced(before, elapsedMs, day))
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [isPlaying, day])
  return { clock, change }
}

const ANSWERS_ITSELF = 'button, select, input, a, textarea, [contenteditable]'

/** Space and the arrows, where nothing else answers to them. */
export function useReplayKeys(keys: Readonly<Record<' ' | 'ArrowLeft' | 'ArrowRight', () => void>>): void {
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      const { key, target, defaultPrevented } = event
      if (defaultPrevented || hasModifier(event) || writesText(target)) return
      if (document.querySelector('dialog[open]') !== null) return
      if (key !== ' ' && key !== 'ArrowLeft' && key !== 'ArrowRight') return
      const isTaken = target instanceof Element && target.matches(ANSWERS_ITSELF)
      if (isTaken && (key === ' ' || target.matches('select, input'))) return
      event.preventDefault()
      keys[key]()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [keys])
}
