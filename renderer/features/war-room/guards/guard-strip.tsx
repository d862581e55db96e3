import { guardWords, guardsCopy } from '../../../copy/guards.ts'
import { consentCopy } from '../../../copy/live.ts'
import { useView, useViewState } from '../../../stores/desk-context.ts'
import { StaleMark } from '../../../ui/stale-mark.tsx'
import { useFreshness } from '../../../ui/use-freshness.ts'
import { spoken } from '../../../theme/type.css.ts'
import { GiveConsent } from '../live/give-consent.tsx'
import { AutoState } from './auto-state.tsx'
import { GuardRow } from './guard-row.tsx'
import { GuardLine } from './guard-line.tsx'
import * as css from './guard-strip.css.ts'

/** What keeps new trades back, or makes them smaller, and what AUTO does meanwhile. Exits are never held. */
export function GuardStrip() {
  const hasView = useViewState(({ view }) => view !== null)
  const freshness = useFreshness('market')
  if (!hasView) return null
  return (
    <div className={css.strip} data-freshness={freshness}>
      <section className={css.guards} aria-label={guardsCopy.region}>
        {freshness === 'stale' && (
          <p className={css.stale}>
            <StaleMark />
          </p>
        )}
        <Guards isOld={freshness === 'stale'} />
      </section>
      <AutoState />
    </div>
  )
}

function Guards({ isOld }: Readonly<{ isOld: boolean }>) {
  const guards = useView(view => view.fire.guards)
  const consent = useView(view => view.fire.consent)
  if (guards.length === 0 && consent === null) return <Nothing isOld={isOld} />
  const worstFirst = guards.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
  return (
    <>
      <p className={spoken} role="status">
        {guardsCopy.spoken(worstFirst.map(({ guard }) => guardWords[guard]))}
      </p>
      <ul className={css.list} tabIndex={0} aria-label={guardsCopy.region}>
        {consent !== null && (
          <GuardLine blocks name={consentCopy.name} text={consentCopy.missing}>
            <GiveConsent phrase={consent} />
          </GuardLine>
        )}
        {worstFirst.map(guard => (
          <GuardRow key={`${guard.terminal} ${guard.guard}`} guard={guard} />
        ))}
      </ul>
    </>
  )
}

function Nothing({ isOld }: Readonly<{ isOld: boolean }>) {
  return (
    <p className={css.none}>
      <span className={isOld ? css.unknown : css.free} aria-hidden="true" />
      {isOld ? guardsCopy.unknown : guardsCopy.none}
    </p>
  )
}
