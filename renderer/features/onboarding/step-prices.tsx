import { onboardingCopy } from '../../copy/onboarding.ts'
import * as css from './onboarding.css.ts'

const copy = onboardingCopy.steps.prices
const SOURCES = ['training', 'metatrader'] as const
export type PriceSource = (typeof SOURCES)[number]

type Props = Readonly<{ source: PriceSource; onChoose: (source: PriceSource) => void }>

/** A made-up market now; a real terminal whenever the trader wants. */
export function StepPrices({ source, onChoose }: Props) {
  return (
    <div className={css.columns} role="group" aria-label={copy.group}>
      {SOURCES.map(each => (
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
