import { Selector } from './selector.tsx'
import { fireControlCopy } from '../../../copy/command-bar.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { Button } from '../../../ui/button.tsx'
import { control } from '../../../ui/control.ts'
import { cell } from './command-bar.css.ts'
import { Flatten } from './flatten.tsx'
import * as css from './fire-control.css.ts'

/** The switches: what may fire, pause everything new, take back what waits, close everything that is ours. */
export function FireControl() {
  const { giveOrder } = useDesk()
  const isPaused = useView(view => view.fire.paused)
  return (
    <section className={cell} aria-label={fireControlCopy.region}>
      <div className={css.grid}>
        <Selector />
        <div className={css.keys}>
          <Button
            look={isPaused ? 'gold' : 'quiet'}
            className={css.key}
            {...control('pause')}
            title={isPaused ? fireControlCopy.paused : fireControlCopy.pauseMeaning}
            onClick={() => void giveOrder({ kind: isPaused ? 'resume' : 'pause' })}
          >
            {isPaused ? fireControlCopy.resume : fireControlCopy.pause}
          </Button>
          <Button
            className={css.key}
            {...control('cancel')}
            title={fireControlCopy.cancelMeaning}
            onClick={() => void giveOrder({ kind: 'cancelAll' })}
          >
            {fireControlCopy.cancel}
          </Button>
          <Flatten />
        </div>
      </div>
    </section>
  )
}
