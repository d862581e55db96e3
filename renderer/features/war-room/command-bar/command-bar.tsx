import { useViewState } from '../../../stores/desk-context.ts'
import { roomCopy } from '../../../copy/room.ts'
import { identityCopy } from '../../../copy/command-bar.ts'
import { AccountStrip } from './account-strip.tsx'
import { DayMeters } from './day-meters.tsx'
import { FireControl } from './fire-control.tsx'
import { Flatten } from './flatten.tsx'
import { Identity } from './identity.tsx'
import * as css from './command-bar.css.ts'

/** Who am I, what do I own, what may I still risk, and the switches that stop everything. */
export function CommandBar() {
  const hasView = useViewState(({ view }) => view !== null)
  const trouble = useViewState(state => state.trouble)
  if (!hasView)
    return (
      <section className={css.bar} aria-label={identityCopy.region}>
        <p className={css.waiting}>{trouble ?? roomCopy.loading}</p>
        <div className={css.emergency}>
          <Flatten />
        </div>
      </section>
    )
  return (
    <div className={css.bar}>
      <Identity />
      <AccountStrip />
      <DayMeters />
      <FireControl />
    </div>
  )
}
