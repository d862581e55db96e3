import type { TestFires } from '../../../engine/contracts/test-fire.ts'
import { testFireCopy } from '../../copy/test-fire.ts'
import { number } from '../../theme/type.css.ts'
import { Panel } from '../../ui/panel.tsx'
import { AskTest } from './ask-test.tsx'
import * as checks from './checks.css.ts'
import * as css from './test-fire.css.ts'
import { stepsOf, verdictOf } from './test-steps.ts'
import { nameOf, type Terminal } from './terminals.ts'

const copy = testFireCopy

type Props = Readonly<{
  terminal: Terminal
  /** What stands here is as it was told before. */
  isLate: boolean
}>

/** One real order of the smallest size, and how the last one went: what no check can know before it was tried. */
export function TestFirePanel({ terminal, isLate }: Props) {
  const { desk, traffic } = terminal
  if (desk === null) return null
  const { offer } = desk.testFires
  return (
    <Panel title={copy.title} source="host" className={checks.still}>
      <div className={css.body}>
        {offer.is === 'never' ? (
          <p className={css.dim}>{offer.text}</p>
        ) : (
          <>
            <p className={css.dim}>{copy.what}</p>
            <AskTest
              key={traffic.terminal}
              terminal={traffic.terminal}
              name={nameOf(terminal)}
              offer={offer}
              isLate={isLate}
            />
          </>
        )}
        <LastTest tests={desk.testFires} isOffered={offer.is !== 'never'} />
      </div>
    </Panel>
  )
}

function LastTest({ tests, isOffered }: Readonly<{ tests: TestFires; isOffered: boolean }>) {
  const verdict = verdictOf(tests)
  if (verdict === null) return isOffered ? <p className={css.dim}>{copy.none}</p> : null
  return (
    <div>
      <p className={checks.verdict[verdict.tone]} role="status">
        {verdict.text}
        {verdict.next !== null && (
          <span className={css.next}>
            {copy.verdict.next} {verdict.next}
          </span>
        )}
      </p>
      <ol className={checks.list}>
        {stepsOf(tests).map(({ name, is, text, when }) => (
          <li key={name} className={css.row} data-step={name} data-is={is}>
            <span className={css.name[is]}>{name}</span>
            <span className={css.words}>{text}</span>
            <span className={`${css.when} ${number}`}>{when}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
