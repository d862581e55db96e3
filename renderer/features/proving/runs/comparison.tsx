import type { RunKey } from '../../../../engine/contracts/lab-desk.ts'
import type { ComparedCell, ComparedRow, LabComparison } from '../../../../engine/contracts/lab-runs.ts'
import { jobWords, provingCopy, simulatedWords } from '../../../copy/proving.ts'
import { Button } from '../../../ui/button.tsx'
import { countText } from '../../../ui/format/numbers.ts'
import { dayText } from '../../../ui/format/time.ts'
import { NotRead } from '../../../ui/not-read.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { MeasuredText } from '../measured.tsx'
import * as css from '../proving.css.ts'
import { netText, ratioText, shareText } from './figures.ts'
import { runName, useComparison } from './use-runs.ts'

const copy = provingCopy.compare
const TEXTS: Readonly<Record<ComparedRow['unit'], (value: number) => string>> = {
  R: netText,
  share: shareText,
  ratio: ratioText,
}

/** Two or three runs beside the first of them. */
export function Comparison({ runs, back }: Readonly<{ runs: readonly RunKey[]; back: () => void }>) {
  const { value, problem, read } = useComparison(runs)
  const aside = (
    <Button look="small" onClick={back}>
      {provingCopy.story.back}
    </Button>
  )
  return (
    <Panel title={copy.title} source="host" aside={aside} bare>
      {value === null && <NotRead words={{ ...provingCopy.story, ...copy }} problem={problem} read={read} />}
      {value?.is === 'none' && (
        <PanelMessage tone="error" text={value.text} next={provingCopy.story.failedNext} />
      )}
      {value?.is === 'comparison' && <Table comparison={value} />}
    </Panel>
  )
}

function Table({ comparison: { runs, rows, cautions } }: Readonly<{ comparison: LabComparison }>) {
  return (
    <div className={css.body} role="group" aria-label={copy.title} tabIndex={0}>
      {cautions.map(caution => (
        <p key={caution} className={css.warn}>
          {caution}
        </p>
      ))}
      <table className={css.table}>
        <thead>
          <tr>
            <th className={css.headLeft}>{copy.figure}</th>
            {runs.map(({ key, kind, dataHash, fromMs, toMs, issued, simulated }, at) => (
              <th key={runName(key)} className={css.head}>
                {provingCopy.runs.open(jobWords[kind], key.trial)}
                {simulated !== null && <span className={css.made}> {simulatedWords[simulated]}</span>}
                <span className={css.reach}>
                  {dayText(fromMs)} – {dayText(toMs)}
                </span>
                <span className={css.reach}>
                  {dataHash.slice(0, 7)} · n {countText(issued.n)}
                </span>
                <span className={css.reach}>{at === 0 && copy.first}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, unit, cells }) => (
            <tr key={name}>
              <th className={css.cellLeft} scope="row">
                {name}
              </th>
              {cells.map((cell, at) => (
                <Cell
                  key={runName(runs[at]?.key ?? { trial: 0, seed: at })}
                  cell={cell}
                  isFirst={at === 0}
                  text={TEXTS[unit]}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.faint}>{copy.note}</p>
    </div>
  )
}

type CellProps = Readonly<{ cell: ComparedCell; isFirst: boolean; text: (value: number) => string }>

function Cell({ cell: { figure, differs }, isFirst, text }: CellProps) {
  return (
    <td className={css.cell}>
      <MeasuredText figure={figure} text={text} />
      {!isFirst && figure.value !== null && (
        <span className={css.differs[differs ?? 'same']}>
          {differs === null ? copy.same : `${differs === 'above' ? '▲' : '▼'} ${copy[differs]}`}
        </span>
      )}
    </td>
  )
}
