import { fireControlCopy } from '../../copy/command-bar.ts'
import { onboardingCopy } from '../../copy/onboarding.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import * as css from './onboarding.css.ts'

const copy = onboardingCopy.steps.mission

/** Who may fire, how one fires, and what stops it. */
export function StepMission({ pauseKey }: Readonly<{ pauseKey: string }>) {
  return (
    <>
      <div className={css.columns}>
        <section className={css.part}>
          <h3 className={css.partTitle}>{copy.selector}</h3>
          <ul className={css.lines}>
            {copy.lines.map(({ text, meaning }) => (
              <li key={text} className={css.text}>
                <span className={css.word}>{text}</span> {meaning}
              </li>
            ))}
          </ul>
          <p className={css.note}>{copy.auto}</p>
        </section>
        <section className={css.part}>
          <h3 className={css.partTitle}>{copy.fire}</h3>
          <p className={css.text}>{copy.fireText}</p>
        </section>
        <section className={css.part}>
          <h3 className={css.partTitle}>{copy.halt}</h3>
          <p className={css.text}>
            <span className={css.word}>{fireControlCopy.pause}</span> <KeyCap>{pauseKey}</KeyCap>{' '}
            {copy.pauseText}
          </p>
          <p className={css.text}>
            <span className={css.word}>{fireControlCopy.flatten}</span>{' '}
            <KeyCap>{fireControlCopy.flattenKey.toUpperCase()}</KeyCap> {copy.flattenText}
          </p>
        </section>
      </div>
      <p className={css.note}>{copy.foot}</p>
    </>
  )
}
