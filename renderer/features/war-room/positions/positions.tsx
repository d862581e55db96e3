import { positionsCopy } from '../../../copy/positions.ts'
import { useView } from '../../../stores/desk-context.ts'
import { control } from '../../../ui/control.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { number } from '../../../theme/type.css.ts'
import { Orders } from '../orders/orders.tsx'
import { PositionRow } from './position-row.tsx'
import * as css from './positions.css.ts'

/** What is on its way to the broker, and what is open there. */
export function Positions() {
  return (
    <Panel title={positionsCopy.title} source="market" aside={<OpenCount />} className={css.panel} bare>
      <Orders />
      <OpenPositions />
    </Panel>
  )
}

function OpenCount() {
  return <span className={number}>{useView(view => view.positions.length)}</span>
}

function OpenPositions() {
  const positions = useView(view => view.positions)
  if (positions.length === 0)
    return <PanelMessage tone="empty" text={positionsCopy.empty} next={positionsCopy.emptyNext} />
  return (
    <ul className={css.list} tabIndex={0} aria-label={positionsCopy.title} {...control('trades')}>
      {positions.map(position => (
        <PositionRow key={`${position.terminal} ${position.position}`} position={position} />
      ))}
    </ul>
  )
}
