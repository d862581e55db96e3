import { useId } from 'react'
import { onboardingCopy } from '../../copy/onboarding.ts'
import { label } from '../../theme/type.css.ts'
import { LookChoices } from '../../ui/look-choices.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './onboarding.css.ts'
import type { CallSignField } from './use-call-sign.ts'

const copy = onboardingCopy.steps.you

/** The trader's name, and how the desk looks to them. */
export function StepYou({ callSign }: Readonly<{ callSign: CallSignField }>) {
  const { typed, write, refusals } = callSign
  const id = useId()
  return (
    <>
      <div className={css.field}>
        <label className={label} htmlFor={id}>
          {copy.field}
        </label>
        <input
          id={id}
          className={css.name}
          value={typed}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          onChange={event => write(event.target.value)}
        />
        <Refusals sentences={refusals.length === 0 ? [] : [...refusals, copy.empty]} />
        <p className={css.note}>{copy.note}</p>
      </div>
      <div className={css.columns}>
        <LookChoices />
      </div>
    </>
  )
}
