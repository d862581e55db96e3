import { useCallback } from 'react'
import type { CardFacts, CardLook } from '../../../engine/contracts/card.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'
import { pictureUrl } from './picture-url.ts'
import type { Trade } from './use-trades.ts'

export type DrawnCard = Readonly<{ url: string; facts: CardFacts }>

/** The card of a trade as the archive draws it; the one before stays until there is a newer one. */
export function useCard({ order, seq }: Pick<Trade, 'order' | 'seq'>, look: CardLook): Read<DrawnCard> {
  const { bridge } = useDesk()
  const ask = useCallback(async () => {
    const answer = await bridge.ask<'killCard'>({ kind: 'killCard', order, seq, look })
    if (answer.is === 'failed') return answer
    if (answer.value.is === 'unknown') return { is: 'failed', text: answer.value.text } as const
    const { png, facts } = answer.value
    return { is: 'answer', value: { url: await pictureUrl(png), facts } } as const
  }, [bridge, order, seq, look])
  return useArchive(ask, null)
}
