import { onboardingCopy } from '../../copy/onboarding.ts'
import * as css from './onboarding.css.ts'

const copy = onboardingCopy.steps.what

/** What may be hoped for, and what not. */
export function StepWhat() {
  return (
    <>
      <div className={css.columns}>
        {copy.parts.map(({ title, text, note }) => (
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
