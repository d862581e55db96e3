import { onboardingCopy } from '../../copy/onboarding.ts'
import * as css from './onboarding.css.ts'

const copy = onboardingCopy.steps.prices
export type PriceSource = keyof typeof copy.sources

type Props = Readonly<{
  sources: readonly PriceSource[]
  source: PriceSource
  onChoose: (source: PriceSource) => void
}>

/** A made-up market now, where there is one; a real terminal whenever the trader wants. */
export function StepPrices({ sources, source, onChoose }: Props) {
  return (
    <div className={css.columns} role="group" aria-label={copy.group}>
      {sources.map(each => (
        <button
          key={each}
          type="button"
          className={css.source}
          aria-pressed={each === source}
          onClick={() => onChoose(each)}
        >
          <span className={css.partTitle}>{copy.sources[each].text}</span>
          <span className={css.text}>{copy.sources[each].meaning}</span>
        </button>
      ))}
    </div>
  )
}
