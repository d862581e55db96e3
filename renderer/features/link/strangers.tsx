import type { Stranger } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { number } from '../../theme/type.css.ts'
import { Chip } from '../../ui/chip.tsx'
import { clockText } from '../../ui/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import * as css from './link.css.ts'

const copy = linkPageCopy.strangers

/** A terminal with a wrong key knocks here again and again: it has no row of its own. */
export function Strangers({ strangers }: Readonly<{ strangers: readonly Stranger[] }>) {
  if (strangers.length === 0) return null
  return (
    <Panel title={copy.title} source="host" aside={copy.meaning} className={css.still}>
      <ul className={css.lines}>
        {strangers.map(({ code, text, count, atMs }) => (
          <li key={code}>
            <Chip is="warn">{code}</Chip> <span className={number}>{copy.times(count)}</span>{' '}
            <span className={`${css.at} ${number}`}>{clockText(atMs)}</span> {text || copy.noText}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
