import type { CardFacts } from '../../../engine/contracts/card.ts'
import { label, number } from '../../theme/type.css.ts'
import { factRows } from './fact-rows.ts'
import * as css from './verify.css.ts'

/** What a code tells, name by name. */
export function Facts({ facts }: Readonly<{ facts: CardFacts }>) {
  return (
    <dl className={css.facts}>
      {factRows(facts).map(({ name, value }) => (
        <div key={name} className={css.fact}>
          <dt className={label}>{name}</dt>
          <dd className={`${number} ${css.value}`}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
