import type { Mission } from '../../../../engine/contracts/mission.ts'
import { missionCopy } from '../../../copy/mission.ts'
import { fixed } from '../../../ui/format/numbers.ts'
import { priceText } from '../../../ui/format/price.ts'
import * as css from './price-ladder.css.ts'

/** Target, entry and stop drawn to scale, dearer above cheaper: a long aims up, a short aims down. */
export function PriceLadder({ mission }: Readonly<{ mission: Mission }>) {
  const at = (points: number) => priceText(points, mission.digits)
  const rungs = [
    <Rung key="target" look="target" name={missionCopy.target} price={at(mission.target)} />,
    <div key="reward" className={css.zone.reward} style={{ flexGrow: mission.rewardRatio }}>
      {missionCopy.reward} {fixed(mission.rewardRatio, 2)} R
    </div>,
    <Rung key="entry" look="entry" name={missionCopy.entry} price={at(mission.entry)} />,
    <div key="risk" className={css.zone.risk} style={{ flexGrow: 1 }}>
      {missionCopy.risk} {missionCopy.points(mission.stopPoints)}
    </div>,
    <Rung key="stop" look="stop" name={missionCopy.stop} price={at(mission.stop)} />,
  ]
  return <div className={css.ladder}>{mission.side === 'buy' ? rungs : rungs.toReversed()}</div>
}

type RungProps = Readonly<{ look: keyof typeof css.rung; name: string; price: string }>

function Rung({ look, name, price }: RungProps) {
  return (
    <p className={css.rung[look]}>
      <span className={css.rungName}>{name}</span>
      <span className={css.rungPrice}>{price}</span>
    </p>
  )
}
