import type { LinkReport } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { label } from '../../theme/type.css.ts'
import { Panel } from '../../ui/panel.tsx'
import { factsOf } from './facts.ts'
import type { Terminal } from './terminals.ts'
import * as css from './link.css.ts'

/** What it is that is linked there. */
export function Facts({ terminal, report }: Readonly<{ terminal: Terminal; report: LinkReport }>) {
  return (
    <Panel title={linkPageCopy.facts.title} source="host" className={`${css.still} ${css.told}`}>
      <dl className={css.facts}>
        {factsOf(terminal, report).map(({ name, text }) => (
          <div key={name} className={css.fact}>
            <dt className={label}>{name}</dt>
            <dd className={css.value}>{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
