import { careCopy } from '../../../copy/care.ts'
import { Panel } from '../../../ui/panel.tsx'
import * as css from './care.css.ts'

/** Plain words about risk, what the app cannot know, when to stop and where to find help. */
export function CarePanel() {
  return (
    <Panel title={careCopy.title} source="ledger" aside={careCopy.aside} className={css.panel}>
      <div className={css.parts}>
        {careCopy.parts.map(({ title, text, source }) => (
          <section key={title}>
            <h3 className={css.title}>{title}</h3>
            <p className={css.text}>{text}</p>
            {source !== null && <p className={css.source}>{source}</p>}
          </section>
        ))}
      </div>
    </Panel>
  )
}
