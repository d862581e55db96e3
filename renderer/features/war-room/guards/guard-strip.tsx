import { guardWords, guardsCopy } from '../../../copy/guards.ts'
import { consentCopy } from '../../../copy/live.ts'
import { useView, useViewState } from '../../../stores/desk-context.ts'
import { StaleMark } from '../../../ui/stale-mark.tsx'
import { useFreshness } from '../../../ui/use-freshness.ts'
import { spoken } from '../../../theme/type.css.ts'
import { ConsentLine } from '../live/consent-line.tsx'
import { AutoState } from './auto-state.tsx'
import { GuardRow } from './guard-row.tsx'
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
  const consents = useView(view => view.fire.consents)
  if (guards.length === 0 && consents.length === 0) return <Nothing isOld={isOld} />
  const worstFirst = guards.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
  return (
    <>
      <p className={spoken} role="status">
        {guardsCopy.spoken([
          ...consents.map(() => consentCopy.name),
          ...worstFirst.map(({ guard }) => guardWords[guard]),
        ])}
      </p>
      <ul className={css.list} tabIndex={0} aria-label={guardsCopy.region}>
        {consents.map(consent => (
          <ConsentLine key={consent.terminal} consent={consent} />
        ))}
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
