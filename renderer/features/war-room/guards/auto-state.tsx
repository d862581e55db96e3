import { autoCopy } from '../../../copy/auto.ts'
import { useView } from '../../../stores/desk-context.ts'
import { label } from '../../../theme/type.css.ts'
import * as css from './auto-state.css.ts'

/** What AUTO may do and has done today; while it is switched on, why it does nothing now. */
export function AutoState() {
  const auto = useView(view => view.fire.auto)
  const isOn = useView(view => view.fire.selector === 'AUTO')
  const state = !isOn ? 'off' : auto.why === null ? 'atWork' : 'waits'
  return (
    <section className={css.auto} aria-label={autoCopy.region} data-state={state}>
      <div className={css.line}>
        <h2 className={label}>{autoCopy.name}</h2>
        <strong className={css.word[state]}>{autoCopy[state]}</strong>
        <p className={css.facts}>
          <span>{autoCopy.done(auto.shotsToday, auto.shotsLimit)}</span>
          <span>{autoCopy.slots(auto.slots)}</span>
        </p>
      </div>
      {state === 'waits' && <p className={css.why}>{auto.why}</p>}
    </section>
  )
}
