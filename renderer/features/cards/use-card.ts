import { useCallback } from 'react'
import type { CardFacts, CardLook } from '../../../engine/contracts/card.ts'
import type { WindowBridge } from '../../../engine/contracts/window-bridge.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'
import { pictureUrl } from '../../ui/picture-url.ts'
import type { Subject } from './subject.ts'

export type DrawnCard = Readonly<{ url: string; facts: CardFacts }>

/** The card of a trade or a week as the archive draws it; the one before stays until there is a newer one. */
export function useCard(subject: Subject, look: CardLook): Read<DrawnCard> {
  const { bridge } = useDesk()
  const ask = useCallback(async () => {
    const answer = await askFor(bridge, subject, look)
    if (answer.is === 'failed') return answer
    if (answer.value.is === 'unknown') return { is: 'failed', text: answer.value.text } as const
    const { png, facts } = answer.value
    return { is: 'answer', value: { url: await pictureUrl(png), facts } } as const
  }, [bridge, subject, look])
  return useArchive(ask, null)
}

function askFor(bridge: WindowBridge, subject: Subject, look: CardLook) {
  if (subject.is === 'trade') {
    const { order, seq } = subject.trade
    return bridge.ask<'killCard'>({ kind: 'killCard', order, seq, look })
  }
  const { account, untilMs: weekMs } = subject
  return bridge.ask<'sitrepCard'>({ kind: 'sitrepCard', account, weekMs, look })
}
