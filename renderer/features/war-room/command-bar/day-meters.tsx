import { metersCopy } from '../../../copy/command-bar.ts'
import { useView } from '../../../stores/desk-context.ts'
import { amountText } from '../../../ui/format/money.ts'
import { Meter } from '../../../ui/meter.tsx'
import { label } from '../../../theme/type.css.ts'
import { cell, grow } from './command-bar.css.ts'
import * as css from './day-meters.css.ts'

/** What the day's limits still allow. */
export function DayMeters() {
  const fire = useView(view => view.fire)
  return (
    <section className={`${cell} ${grow}`} aria-label={metersCopy.region}>
      <Meter
        name={metersCopy.shots}
        text={metersCopy.of(String(fire.shotsToday), String(fire.shotsLimit))}
        value={fire.shotsToday}
        limit={fire.shotsLimit}
      />
      <Meter
        name={metersCopy.open}
        text={metersCopy.of(String(fire.openTrades), String(fire.openLimit))}
        value={fire.openTrades}
        limit={fire.openLimit}
      />
      {fire.lossLimitCents === null ? (
        <p className={css.unknown}>
          <span className={label}>{metersCopy.loss}</span>
          <span>{metersCopy.lossUnknown}</span>
        </p>
      ) : (
        <Meter
          name={metersCopy.loss}
          text={metersCopy.of(amountText(fire.lossTodayCents), amountText(fire.lossLimitCents))}
          value={fire.lossTodayCents}
          limit={fire.lossLimitCents}
        />
      )}
    </section>
  )
}
