import type { LabRun, LabRunEntry } from '../../../../engine/contracts/lab-runs.ts'
import { jobWords, provingCopy, simulatedWords } from '../../../copy/proving.ts'
import { countText } from '../../../ui/format/numbers.ts'
import { clockText, dayText } from '../../../ui/format/time.ts'
import { MeasuredText } from '../measured.tsx'
import * as css from '../proving.css.ts'
import { eceText, netText, ratioText } from './figures.ts'

const copy = provingCopy.runs
const COLUMNS = 5

type Props = Readonly<{ run: LabRunEntry; isPicked: boolean; toggle: () => void; open: () => void }>

export function RunRow({ run, isPicked, toggle, open }: Props) {
  const { key, kind, atMs } = run
  const what = jobWords[kind]
  return (
    <tr className={isPicked ? css.picked : undefined}>
      <td className={css.cellLeft}>
        {run.is === 'run' && (
          <input
            type="checkbox"
            checked={isPicked}
            aria-label={copy.pick(key.trial, what)}
            onChange={toggle}
          />
        )}
      </td>
      <th className={css.cellLeft} scope="row">
        {run.is === 'run' ? (
          <button type="button" className={css.link} onClick={open}>
            {copy.open(what, key.trial)}
          </button>
        ) : (
          copy.open(what, key.trial)
        )}
        <span className={css.reach}>
          {dayText(atMs)} {clockText(atMs).slice(0, 5)}
        </span>
      </th>
      {run.is === 'run' ? (
        <Figures run={run} />
      ) : (
        <td className={css.cellLeft} colSpan={COLUMNS + 1}>
          {run.text}
        </td>
      )}
    </tr>
  )
}

function Figures({ run }: Readonly<{ run: LabRun }>) {
  const { issued, trust } = run
  return (
    <>
      <DataCell run={run} />
      <td className={css.cell}>{issued.n === 0 ? copy.noSignal : countText(issued.n)}</td>
      <td className={css.cell}>
        <MeasuredText figure={issued.net1} text={netText} />
      </td>
      <td className={css.cell}>
        <MeasuredText figure={issued.random1} text={netText} />
      </td>
      <td className={css.cell}>
        <MeasuredText figure={issued.profitFactor} text={ratioText} />
      </td>
      <td className={css.cell}>
        {trust === null ? provingCopy.compare.none : <MeasuredText figure={trust.slope} text={ratioText} />}
        {trust !== null && trust.ece !== null && (
          <span className={css.reach} title={copy.eceHint}>
            {copy.off(eceText(trust.ece), trust.eceByChance === null ? null : eceText(trust.eceByChance))}
          </span>
        )}
      </td>
    </>
  )
}

function DataCell({ run: { simulated, pairs, dataHash, fromMs, toMs, files } }: Readonly<{ run: LabRun }>) {
  return (
    <td className={css.dataCell} title={[...new Set(files)].join(', ')}>
      {simulated !== null && <strong className={css.made}>{simulatedWords[simulated]}: </strong>}
      {pairs.length > 3 ? `${pairs.slice(0, 2).join(', ')} +${pairs.length - 2}` : pairs.join(', ')}
      <span className={css.reach}>
        {dayText(fromMs)} – {dayText(toMs)}
      </span>
      <span className={css.hash} title={copy.hash}>
        {dataHash.slice(0, 7)}
      </span>
    </td>
  )
}
