import type { ReactNode } from 'react'
import { number } from '../../theme/type.css.ts'
import * as css from './costs.css.ts'

export type CostRow = Readonly<{
  name: string
  cells: readonly string[]
  /** Length of its bar, 0 to 1. */
  share: number
  isSum?: boolean
}>

type Props = Readonly<{
  title: string
  first: string
  columns: readonly string[]
  rows: readonly CostRow[]
  children?: ReactNode
}>

/** Figures by name, with a bar that can be compared at a glance; the table says the same without it. */
export function CostTable({ title, first, columns, rows, children }: Props) {
  return (
    <section className={css.section}>
      <table className={css.table}>
        <caption className={css.caption}>{title}</caption>
        <thead>
          <tr>
            <th className={css.firstHead}>{first}</th>
            {columns.map(column => (
              <th key={column} className={css.head}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.name} className={row.isSum === true ? css.sumRow : css.row}>
              <th className={css.name}>
                {row.name}
                <span className={css.track} aria-hidden="true">
                  <span className={css.bar} style={{ width: `${row.share * 100}%` }} />
                </span>
              </th>
              {row.cells.map((cell, at) => (
                <td key={columns[at]} className={`${css.cell} ${number}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  )
}
