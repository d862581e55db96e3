import { useState } from 'react'
import { useViewState } from '../../stores/desk-context.ts'
import { Gallery } from './gallery.tsx'
import { Preview } from './preview.tsx'
import type { Subject } from './subject.ts'
import { Verify } from './verify.tsx'
import * as css from './cards-page.css.ts'

/** Closed trades and weeks on the left, the card of one of them in the middle, and the check of anybody's card on the right. */
export function CardsPage() {
  const [chosen, setChosen] = useState<Subject | null>(null)
  const account = useViewState(({ view }) => view?.kind ?? null)
  const subject = chosen?.account === account ? chosen : null
  return (
    <div className={css.page}>
      <Gallery account={account} chosen={subject} choose={setChosen} />
      <Preview subject={subject} />
      <Verify />
    </div>
  )
}
