import { useId, useState } from 'react'
import type { DeskLink, SymbolRow } from '../../../engine/contracts/link-report.ts'
import { linkPageCopy } from '../../copy/link-page.ts'
import { number, spoken } from '../../theme/type.css.ts'
import { Chip } from '../../ui/chip.tsx'
import { countText, lotsText, valueText } from '../../ui/format/numbers.ts'
import { Panel } from '../../ui/panel.tsx'
import * as css from './link.css.ts'

const copy = linkPageCopy.symbols

const FIRST = ['refused', 'pricesOnly', 'traded', 'absent'] as const satisfies readonly SymbolRow['is'][]
const CHIPS = { traded: 'long', refused: 'fault', pricesOnly: 'warn', absent: 'plain' } as const

/** Which of the broker's symbols is which pair, with what an order is sized by; what is refused comes first. */
export function Symbols({ desk }: Readonly<{ desk: DeskLink | null }>) {
  const [wanted, want] = useState('')
  const id = useId()
  if (desk === null) return null
  const rows = rowsWith(desk.symbols, wanted)
  const search = (
    <>
      <label className={spoken} htmlFor={id}>
        {copy.search}
      </label>
      <input
        id={id}
        type="search"
        className={css.search}
        placeholder={copy.search}
        value={wanted}
        onChange={({ target }) => want(target.value)}
      />
    </>
  )
  return (
    <Panel title={copy.title} source="host" aside={search} className={css.still}>
      {rows.length === 0 ? <p className={css.dim}>{copy.nothing(wanted)}</p> : <Table rows={rows} />}
    </Panel>
  )
}

function rowsWith(symbols: readonly SymbolRow[], wanted: string): SymbolRow[] {
  const part = wanted.trim().toLowerCase()
  return symbols
    .filter(({ pair, name }) => `${pair} ${name ?? ''}`.toLowerCase().includes(part))
    .toSorted((one, other) => FIRST.indexOf(one.is) - FIRST.indexOf(other.is))
}

function Table({ rows }: Readonly<{ rows: readonly SymbolRow[] }>) {
  const [pair, ...others] = copy.heads
  return (
    <div className={css.sideways} role="group" aria-label={copy.title} tabIndex={0}>
      <table className={css.table}>
        <caption className={spoken}>{copy.title}</caption>
        <thead>
          <tr>
            <th className={css.firstHead}>{pair}</th>
            {others.map(head => (
              <th key={head} className={css.tableHead} title={MEANINGS[head]}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={row.pair} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const MEANINGS: Readonly<Record<string, string>> = {
  Stops: copy.stopsMeaning,
  Commission: copy.commissionMeaning,
}

function Row({ row }: Readonly<{ row: SymbolRow }>) {
  const { pair, is, why, name, digits } = row
  return (
    <>
      <tr className={css.row} data-symbol={pair} data-is={is}>
        <th scope="row" className={css.firstCell}>
          {pair}
        </th>
        <td className={css.left}>{name ?? '–'}</td>
        <td className={`${css.left} ${number}`}>{digits ?? '–'}</td>
        <Trading row={row} />
        <td className={css.left}>
          <Chip is={CHIPS[is]}>{copy.is[is]}</Chip>
        </td>
      </tr>
      {why !== null && (
        <tr>
          <td colSpan={9} className={css.why}>
            {why}
          </td>
        </tr>
      )}
    </>
  )
}

/** Where nothing can be sized nothing is said of sizes. */
function Trading({ row }: Readonly<{ row: SymbolRow }>) {
  const { contract, lotMin, lotStep, lotMax, tickValue, stopLevel, freezeLevel, commissionPerLot } = row
  const isSized = contract !== null && lotMin !== null && lotStep !== null && lotMax !== null
  const cells = isSized
    ? [
        countText(contract),
        copy.lots(lotsText(lotMin), lotsText(lotStep), lotsText(lotMax)),
        tickValue === null ? copy.notTold : valueText(tickValue),
        copy.stops(stopLevel ?? 0, freezeLevel ?? 0),
        commissionPerLot === null ? copy.notTold : valueText(commissionPerLot),
      ]
    : ['–', '–', '–', '–', '–']
  return cells.map((cell, at) => (
    <td key={copy.heads[at + 3]} className={`${css.left} ${number}`}>
      {cell}
    </td>
  ))
}
