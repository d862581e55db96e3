import { useState } from 'react'
import { GROUPINGS } from './groupings.ts'
import type {
  Debrief,
  DebriefGrouping,
  DebriefKeys,
  TradeFigures,
} from '../../../engine/contracts/debrief.ts'
import { debriefCopy, groupingWords, keyText } from '../../copy/debrief.ts'
import { number } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { countText, fixed, percentText, rText, signed } from '../../ui/format/numbers.ts'
import { Panel } from '../../ui/panel.tsx'
import * as css from './group-table.css.ts'

type Props = Readonly<{
  by: Debrief['by']
  keys: DebriefKeys
  choose: (grouping: DebriefGrouping, key: string) => void
}>

/** The same figures of parts of the trades: by pair, session, setup and what else a mission knew. */
export function GroupTable({ by, keys, choose }: Props) {
  const [grouping, show] = useState<DebriefGrouping>('pair')
  return (
    <Panel title={debriefCopy.groups} source="ledger" bare className={css.panel}>
      <div className={css.tabs} role="group" aria-label={debriefCopy.groups}>
        {GROUPINGS.map(each => (
          <Button key={each} look="small" aria-pressed={each === grouping} onClick={() => show(each)}>
            {groupingWords[each]}
          </Button>
        ))}
      </div>
      <div className={css.scroll} tabIndex={0} role="group" aria-label={groupingWords[grouping]}>
        <table className={css.table}>
          <Head first={groupingWords[grouping]} />
          <tbody>
            {by[grouping].map(figures => (
              <Row
                key={figures.key}
                figures={figures}
                name={keyText(grouping, figures.key)}
                label={debriefCopy.choose(groupingWords[grouping], keyText(grouping, figures.key))}
                isChosen={keys[grouping]?.includes(figures.key) ?? false}
                choose={() => choose(grouping, figures.key)}
              />
            ))}
          </tbody>
        </table>
        <p className={css.note}>{debriefCopy.groupsNote}</p>
      </div>
    </Panel>
  )
}

function Head({ first }: Readonly<{ first: string }>) {
  return (
    <thead>
      <tr>
        <th className={css.firstHead}>{first}</th>
        {Object.values(debriefCopy.columns).map(column => (
          <th key={column} className={css.head}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type RowProps = Readonly<{
  figures: TradeFigures
  name: string
  label: string
  isChosen: boolean
  choose: () => void
}>

function Row({ figures, name, label, isChosen, choose }: RowProps) {
  const tone = figures.sumR > 0 ? css.won : figures.sumR < 0 ? css.lost : ''
  return (
    <tr className={css.row}>
      <th className={css.name}>
        <button
          type="button"
          className={css.chooser}
          aria-pressed={isChosen}
          aria-label={label}
          onClick={choose}
        >
          {name}
        </button>
      </th>
      <td className={`${css.cell} ${number}`}>{countText(figures.n)}</td>
      <td className={`${css.cell} ${number} ${tone}`}>{rText(figures.sumR)}</td>
      {figures.is === 'tooFew' ? (
        <td className={css.tooFew} colSpan={4}>
          {debriefCopy.tooFew}
        </td>
      ) : (
        <KnownCells figures={figures} />
      )}
    </tr>
  )
}

const orNone = (value: number | null, text: (value: number) => string): string =>
  value === null ? debriefCopy.none : text(value)
const plain = (value: number) => fixed(value * 100, 0)
const two = (value: number) => signed(value, 2)

function KnownCells({ figures }: Readonly<{ figures: Extract<TradeFigures, { is: 'known' }> }>) {
  const { winRate, breakEven, expectancyR, profitFactor } = figures
  const { low, high } = expectancyR
  const sure = low !== null && low > 0 ? css.won : high !== null && high < 0 ? css.lost : ''
  return (
    <>
      <td className={`${css.cell} ${number}`}>
        {orNone(winRate.value, percentText)}
        <span className={css.range}>
          {orNone(winRate.low, plain)}–{orNone(winRate.high, plain)}
        </span>
      </td>
      <td className={`${css.cell} ${number}`}>{orNone(breakEven, percentText)}</td>
      <td className={`${css.cell} ${number} ${sure}`}>
        {orNone(expectancyR.value, two)}
        <span className={css.range}>
          {orNone(low, two)} … {orNone(high, two)}
        </span>
      </td>
      <td className={`${css.cell} ${number}`}>{orNone(profitFactor.value, value => fixed(value, 2))}</td>
    </>
  )
}
