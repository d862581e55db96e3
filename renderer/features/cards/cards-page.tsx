import { useState } from 'react'
import { useViewState } from '../../stores/desk-context.ts'
import { Gallery } from './gallery.tsx'
import type { Trade } from './use-trades.ts'
import { Preview } from './preview.tsx'
import { Verify } from './verify.tsx'
import * as css from './cards-page.css.ts'

/** Closed trades on the left, the card of one of them in the middle, and the check of anybody's card on the right. */
export function CardsPage() {
  const [chosen, setChosen] = useState<Trade | null>(null)
  const account = useViewState(({ view }) => view?.kind ?? null)
  const trade = chosen?.kind === account ? chosen : null
  return (
    <div className={css.page}>
      <Gallery account={account} chosen={trade} choose={setChosen} />
      <Preview trade={trade} />
      <Verify />
    </div>
  )
}
