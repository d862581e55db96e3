import { onboardingCopy } from '../../copy/onboarding.ts'
import * as css from './onboarding.css.ts'

const copy = onboardingCopy.steps.what

/** What may be hoped for, and what not. `training`: this start has the training ground. */
export function StepWhat({ training }: Readonly<{ training: boolean }>) {
  const { loss, training: madeUp, alone, real } = copy.parts
  return (
    <>
      <div className={css.columns}>
        {[loss, training ? madeUp : alone, real].map(({ title, text, note }) => (
          <section key={title} className={css.part}>
            <h3 className={css.partTitle}>{title}</h3>
            <p className={css.text}>{text}</p>
            {note !== null && <p className={css.note}>{note}</p>}
          </section>
        ))}
      </div>
      <p className={css.note}>{copy.foot}</p>
    </>
  )
}
