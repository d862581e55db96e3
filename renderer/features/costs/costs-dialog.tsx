import { useCallback } from 'react'
import type { AccountKind } from '../../../engine/contracts/primitives.ts'
import { costsCopy } from '../../copy/costs.ts'
import { useDesk, useView, useViewState } from '../../stores/desk-context.ts'
import { useArchive } from '../../stores/use-archive.ts'
import * as dialog from '../../ui/dialog-body.css.ts'
import { DialogButton } from '../../ui/dialog-button.tsx'
import { NotRead } from '../../ui/not-read.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { ByHour, ByPart, ByStage } from './cost-sections.tsx'
import * as css from './costs.css.ts'

const SHEET = { title: costsCopy.title, closeWord: costsCopy.close, width: 'wide' } as const

/** What carrying out the orders of this kind of account has cost: the part of a result that no forecast can help. */
export function ExecutionCosts() {
  const kind = useViewState(({ view }) => view?.kind ?? null)
  return (
    <DialogButton look="small" word={costsCopy.open} name={costsCopy.name} control="costs" sheet={SHEET}>
      {() =>
        kind === null ? (
          <PanelMessage tone="empty" text={costsCopy.unlinked} next={costsCopy.unlinkedNext} />
        ) : (
          <CostsOf key={kind} kind={kind} />
        )
      }
    </DialogButton>
  )
}

function CostsOf({ kind }: Readonly<{ kind: AccountKind }>) {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(
    () => bridge.ask<'executionCosts'>({ kind: 'executionCosts', account: kind }),
    [bridge, kind],
  )
  const { value, problem, read } = useArchive(ask, newest)
  if (value === null) return <NotRead words={costsCopy} problem={problem} read={read} />
  if (value.all.trades === 0)
    return <PanelMessage tone="empty" text={costsCopy.empty} next={costsCopy.emptyNext} />
  return (
    <div className={dialog.body}>
      <div>
        <p className={css.lead}>{value.biggest}</p>
        <p className={css.of}>{costsCopy.of(value)}</p>
        {problem !== null && <p className={css.old}>{costsCopy.old}</p>}
      </div>
      <ByPart all={value.all} />
      <ByHour by={value.by} />
      <ByStage latency={value.all.latency} />
      <div>
        {costsCopy.notes.map(note => (
          <p key={note} className={css.of}>
            {note}
          </p>
        ))}
      </div>
    </div>
  )
}
