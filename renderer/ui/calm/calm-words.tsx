import { useStore } from 'zustand'
import type { GuardName } from '../../../engine/contracts/vocabulary.ts'
import { calmCopy, calmWords } from '../../copy/care.ts'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { Button } from '../button.tsx'
import * as css from './calm-words.css.ts'

/** The heaviest first: one of them is said, never all at once. */
const ORDER: readonly GuardName[] = ['TILT_LOCKOUT', 'DAILY_STOP', 'TILT_WARNING']

/** While a guard stands that a person's own losses have raised: calm words, a debrief and a drill, and never a trade. */
export function CalmWords() {
  const { place } = useDesk()
  const page = useStore(place, state => state.page)
  const guard = useViewState(({ view }) =>
    ORDER.find(name => view?.fire.guards.some(each => each.guard === name)),
  )
  const words = guard && calmWords[guard]
  if (!words) return null
  return (
    <section className={css.calm} aria-label={words.title}>
      <h2 className={css.title}>{words.title}</h2>
      <p className={css.text}>{words.text}</p>
      {page !== 'notebook' && (
        <div className={css.keys}>
          <Button look="gold" onClick={() => place.go('notebook')}>
            {calmCopy.debrief}
          </Button>
          <Button onClick={() => place.go('notebook')}>{calmCopy.drill}</Button>
        </div>
      )}
      <p className={css.help}>{calmCopy.help}</p>
    </section>
  )
}
