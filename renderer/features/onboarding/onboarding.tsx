import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { findControl } from '../../ui/control.ts'
import { Sheet } from './sheet.tsx'
import type { PriceSource } from './step-prices.tsx'

/** Five steps from the first start to a first mission. `pauseKey`: what stops new shots, as it is written on a keyboard. */
export function Onboarding({ pauseKey }: Readonly<{ pauseKey: string }>) {
  const { firstSteps, place } = useDesk()
  const { isOpen, training } = useStore(firstSteps)
  // They say that all of it is made up, and nobody may read that over other money.
  const isMadeUp = useViewState(({ view }) => [null, 'simulated'].includes(view?.stake ?? null))
  if (!isOpen || !isMadeUp) return null

  function finish(source: PriceSource): void {
    // What is behind the sheet can't have the focus before it is gone.
    flushSync(() => {
      place.go('room')
      void firstSteps.end('done')
    })
    if (source === 'training') return
    const connect = findControl('connect')
    connect?.focus()
    connect?.click()
  }
  return (
    <Sheet
      pauseKey={pauseKey}
      training={training}
      onDone={finish}
      onSkip={() => void firstSteps.end('skipped')}
    />
  )
}
