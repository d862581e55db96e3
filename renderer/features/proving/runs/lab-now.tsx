import type { LabStage, LabView, RunKey } from '../../../../engine/contracts/lab-desk.ts'
import { provingCopy } from '../../../copy/proving.ts'
import { Button } from '../../../ui/button.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Refusals } from '../../../ui/refusals.tsx'
import * as css from '../proving.css.ts'
import type { Lab } from '../use-lab.ts'

const copy = provingCopy.now
type Props = Readonly<{ view: LabView; lab: Lab; open: (run: RunKey) => void }>

/** What the lab does now, or how the last run ended. */
export function LabNow({ view: { running, last }, lab, open }: Props) {
  return (
    <Panel
      title={copy.title}
      source="host"
      className={css.still}
      aside={running !== null && copy.since(running.startedMs)}
    >
      <div className={css.stack} aria-live="polite">
        {running === null && last === null && (
          <PanelMessage tone="empty" text={copy.idle} next={copy.idleNext} />
        )}
        {running !== null && <Running running={running} lab={lab} />}
        {running === null && last !== null && <Last last={last} open={open} />}
        <Refusals sentences={lab.refusals} />
      </div>
    </Panel>
  )
}

function Running({ running, lab }: Readonly<{ running: NonNullable<LabView['running']>; lab: Lab }>) {
  const { plan, stage, notes } = running
  return (
    <>
      <p className={css.dim}>{copy.of(plan)}</p>
      {stage === null ? <p className={css.faint}>{copy.begins}</p> : <Progress stage={stage} />}
      <Notes notes={notes} />
      <div className={css.row}>
        <Button look="danger" disabled={lab.isSending} onClick={() => lab.wish({ kind: 'cancel' })}>
          {copy.cancel}
        </Button>
      </div>
    </>
  )
}

function Progress({ stage: { name, done, of } }: Readonly<{ stage: LabStage }>) {
  return (
    <>
      <p className={css.dim}>{copy.stage(name, done, of)}</p>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={copy.share}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
      >
        <div className={css.filled} style={{ width: `${of === 0 ? 0 : (100 * done) / of}%` }} />
      </div>
    </>
  )
}

function Last({ last, open }: Readonly<{ last: NonNullable<LabView['last']>; open: (run: RunKey) => void }>) {
  const { plan, end, startedMs, endedMs, notes } = last
  return (
    <>
      <p className={css.dim}>{copy.of(plan)}</p>
      {end.is === 'done' && (
        <div className={css.row}>
          <p className={css.dim}>{copy.done(endedMs - startedMs)}</p>
          <Button look="smallGold" onClick={() => open(end.run)}>
            {copy.open}
          </Button>
        </div>
      )}
      {end.is === 'cancelled' && <p className={css.faint}>{copy.cancelled}</p>}
      {end.is === 'failed' && (
        <p className={css.fault} role="alert">
          {copy.failed}: {end.text}
        </p>
      )}
      <Notes notes={notes} />
    </>
  )
}

function Notes({ notes }: Readonly<{ notes: readonly string[] }>) {
  if (notes.length === 0) return null
  return (
    <ul className={css.list}>
      {[...new Set(notes)].map(note => (
        <li key={note} className={css.faint}>
          {note}
        </li>
      ))}
    </ul>
  )
}
