import { autoCopy } from '../../../copy/auto.ts'
import { useView } from '../../../stores/desk-context.ts'
import { label } from '../../../theme/type.css.ts'
import * as css from './auto-state.css.ts'

/** What AUTO may do, what it has done today, and why it does nothing now. */
export function AutoState() {
  const auto = useView(view => view.fire.auto)
  const state = auto.why === null ? 'atWork' : 'off'
  return (
    <section className={css.auto} aria-label={autoCopy.region} data-state={state}>
      <h2 className={label}>{autoCopy.name}</h2>
      <strong className={css.word[state]}>{autoCopy[state]}</strong>
      <p className={css.facts}>
        <span>{autoCopy.done(auto.shotsToday, auto.shotsLimit)}</span>
        <span>{autoCopy.slots(auto.slots)}</span>
      </p>
      {auto.why !== null && <p className={css.why}>{auto.why}</p>}
    </section>
  )
}
