import { useState } from 'react'
import type { CardLook } from '../../../engine/contracts/card.ts'
import { cardsCopy } from '../../copy/cards.ts'
import { Panel } from '../../ui/panel.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { DrawnPicture } from './drawn-picture.tsx'
import { LookSwitches } from './look-switches.tsx'
import { nameOf, type Subject } from './subject.ts'
import * as css from './preview.css.ts'

/** Money and lots are nobody's business unless the trader says so. */
const FIRST_LOOK: CardLook = { theme: 'nightOps', hide: ['money', 'lots'] }

/** The card of the chosen trade or week, with what is shown of it. */
export function Preview({ subject }: Readonly<{ subject: Subject | null }>) {
  const [look, setLook] = useState(FIRST_LOOK)
  return (
    <Panel title={cardsCopy.preview} source="ledger" aside={cardsCopy.previewAside} bare>
      <div className={css.stage}>
        {subject === null ? (
          <PanelMessage tone="empty" text={cardsCopy.pick} next={cardsCopy.pickNext} />
        ) : (
          <DrawnPicture key={nameOf(subject)} subject={subject} look={look} />
        )}
      </div>
      <LookSwitches look={look} change={setLook} />
    </Panel>
  )
}
