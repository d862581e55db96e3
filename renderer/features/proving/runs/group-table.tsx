import type { ResultFigures } from '../../../../engine/contracts/proving.ts'
import { provingCopy } from '../../../copy/proving.ts'
import { countText } from '../../../ui/format/numbers.ts'
import { MeasuredText } from '../measured.tsx'
import * as css from '../proving.css.ts'
import { netText, ratioText, shareText } from './figures.ts'

const { story: copy, runs, compare } = provingCopy
type Props = Readonly<{ groups: readonly ResultFigures[]; label: string }>

/** What trades came to, all of them and in groups, each figure with its interval. */
export function GroupTable({ groups, label }: Props) {
  return (
    <div className={css.wide} role="group" aria-label={label} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th className={css.headLeft}>{copy.group}</th>
            <th className={css.head}>n</th>
            <th className={css.head}>{copy.won}</th>
            <th className={css.head}>{runs.net}</th>
            <th className={css.head}>{copy.net15}</th>
            <th className={css.head}>{copy.net2}</th>
            <th className={css.head}>{runs.factor}</th>
            <th className={css.head}>{runs.random}</th>
            <th className={css.head}>{copy.better}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <GroupRow key={`${group.by} ${group.name}`} group={group} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function GroupRow({ group }: Readonly<{ group: ResultFigures }>) {
  const { by, name, n, wins, net1, net15, net2, profitFactor, random1, better } = group
  const cells = [
    { key: 'wins', figure: wins, text: shareText },
    { key: 'net1', figure: net1, text: netText },
    { key: 'net15', figure: net15, text: netText },
    { key: 'net2', figure: net2, text: netText },
    { key: 'factor', figure: profitFactor, text: ratioText },
    { key: 'random', figure: random1, text: netText },
    { key: 'better', figure: better, text: netText },
  ]
  return (
    <tr>
      <th className={css.cellLeft} scope="row">
        {by === 'all' ? copy.all : name}
      </th>
      <td className={css.cell}>{countText(n)}</td>
      {cells.map(({ key, figure, text }) => (
        <td key={key} className={css.cell}>
          {figure.value === null ? compare.none : <MeasuredText figure={figure} text={text} />}
        </td>
      ))}
    </tr>
  )
}
