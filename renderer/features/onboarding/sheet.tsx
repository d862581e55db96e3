import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { onboardingCopy } from '../../copy/onboarding.ts'
import { Button } from '../../ui/button.tsx'
import * as css from './onboarding.css.ts'
import { StepMission } from './step-mission.tsx'
import { StepPrices } from './step-prices.tsx'
import type { PriceSource } from './step-prices.tsx'
import { StepRisk } from './step-risk.tsx'
import { StepWhat } from './step-what.tsx'
import { StepYou } from './step-you.tsx'
import { useCallSign } from './use-call-sign.ts'
import { useStepSheet } from './use-step-sheet.ts'

const { steps: words } = onboardingCopy
const STEPS = ['what', 'you', 'risk', 'prices', 'mission'] as const

type Props = Readonly<{
  pauseKey: string
  /** This start has the training ground. */
  training: boolean
  onDone: (source: PriceSource) => void
  onSkip: () => void
}>

/** One step at a time; what was chosen on a step stays when another is shown. */
export function Sheet({ pauseKey, training, onDone, onSkip }: Props) {
  const sheet = useStepSheet()
  const heading = useId()
  const [at, goTo] = useState(0)
  const sources: readonly PriceSource[] = training ? ['training', 'metatrader'] : ['alone']
  const [source, choose] = useState<PriceSource>(training ? 'training' : 'alone')
  const callSign = useCallSign()
  const step = STEPS[at] ?? 'what'
  const isLast = at === STEPS.length - 1

  const shown: Readonly<Record<typeof step, () => ReactNode>> = {
    what: () => <StepWhat training={training} />,
    you: () => <StepYou callSign={callSign} />,
    risk: () => <StepRisk />,
    prices: () => <StepPrices sources={sources} source={source} onChoose={choose} />,
    mission: () => <StepMission pauseKey={pauseKey} />,
  }
  async function onward(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (step === 'you' && !(await callSign.take())) return
    if (isLast) onDone(source)
    else goTo(at + 1)
  }
  return (
    <dialog {...sheet} className={css.sheet} aria-labelledby={heading}>
      <Way at={at} />
      <form className={css.page} onSubmit={event => void onward(event)}>
        <div key={step} className={css.body}>
          <Head id={heading} at={at} title={words[step].title} lead={leadOf(step, training)} />
          {shown[step]()}
        </div>
        <div className={css.foot}>
          <div className={css.onward}>
            {at > 0 && (
              <Button className={css.wideButton} onClick={() => goTo(at - 1)}>
                {onboardingCopy.back}
              </Button>
            )}
            <Button type="submit" look="gold" className={css.wideButton} disabled={callSign.isSending}>
              {isLast ? onboardingCopy.finish : onboardingCopy.next}
            </Button>
          </div>
          {/* On the right reports come up, which must not lie on the way onward. */}
          <Button className={css.skip} onClick={onSkip}>
            {onboardingCopy.skip}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

const leadOf = (step: (typeof STEPS)[number], training: boolean): string =>
  step === 'prices' && !training ? words.prices.leadAlone : words[step].lead

function Way({ at }: Readonly<{ at: number }>) {
  return (
    <div className={css.way}>
      <p className={css.house}>{onboardingCopy.house}</p>
      <ol className={css.steps} aria-label={onboardingCopy.region}>
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={css.step}
            data-past={index < at}
            aria-current={index === at ? 'step' : undefined}
          >
            {words[step].name}
          </li>
        ))}
      </ol>
    </div>
  )
}

type HeadProps = Readonly<{ id: string; at: number; title: string; lead: string }>

/** A new step is read from its heading on, and Tab goes on from there. */
function Head({ id, at, title, lead }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className={css.head}>
      <p className={css.count}>{onboardingCopy.progress(at + 1, STEPS.length)}</p>
      <h2 id={id} ref={heading} className={css.title} tabIndex={-1}>
        {title}
      </h2>
      <p className={css.lead}>{lead}</p>
    </header>
  )
}
