import type { LinkTraffic } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { number } from '../../theme/type.css.ts'
import { clockText } from '../../ui/format/time.ts'
import { Panel } from '../../ui/panel.tsx'
import * as css from './link.css.ts'

const copy = linkPageCopy.notes

/** The lines that the Expert Advisor sends for the log, newest first. */
export function Notes({ notes }: Readonly<{ notes: LinkTraffic['notes'] }>) {
  return (
    <Panel title={copy.title} source="host" className={css.still}>
      {notes.length === 0 ? (
        <p className={css.dim}>{copy.none}</p>
      ) : (
        <ul className={css.lines}>
          {notes.map(({ atMs, level, text }, at) => (
            <li key={`${atMs} ${notes.length - at}`} className={css.line[level]}>
              <span className={`${css.at} ${number}`}>{clockText(atMs)}</span> {text}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
