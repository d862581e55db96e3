import { useCallback } from 'react'
import type { LessonView } from '../../../../engine/contracts/lessons.ts'
import type { AccountKind } from '../../../../engine/contracts/primitives.ts'
import { drillsCopy, notebookCopy } from '../../../copy/notebook.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useArchive } from '../../../stores/use-archive.ts'
import { DialogButton } from '../../../ui/dialog-button.tsx'
import { NotRead } from '../../../ui/not-read.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Drill } from './drill.tsx'
import * as css from './drills.css.ts'

type Props = Readonly<{ kind: AccountKind; news: number; onAnswered: () => void }>

/** The twelve drills, and which of them were answered right. */
export function DrillsPanel(props: Props) {
  return (
    <Panel title={drillsCopy.title} source="ledger" className={css.panel}>
      <Drills {...props} />
    </Panel>
  )
}

function Drills({ kind, news, onAnswered }: Props) {
  const { bridge } = useDesk()
  const newest = useView(view => view.closed[0]?.order)
  const ask = useCallback(() => bridge.ask<'lessons'>({ kind: 'lessons', account: kind }), [bridge, kind])
  const { value, problem, read } = useArchive(ask, `${news} ${newest}`)
  if (value === null)
    return <NotRead words={{ ...notebookCopy, ...drillsCopy }} problem={problem} read={read} />
  return (
    <ul className={css.list}>
      {value.lessons.map(lesson => (
        <DrillRow key={lesson.lesson} kind={kind} lesson={lesson} onAnswered={onAnswered} />
      ))}
    </ul>
  )
}

type RowProps = Readonly<{ kind: AccountKind; lesson: LessonView; onAnswered: () => void }>

function DrillRow({ kind, lesson, onAnswered }: RowProps) {
  const state = lesson.answered === null ? 'open' : lesson.answered.timesRight > 0 ? 'done' : 'wrong'
  const words = { open: drillsCopy.open, done: drillsCopy.done, wrong: drillsCopy.wrong }[state]
  const sheet = { title: lesson.title, closeWord: drillsCopy.close, width: 'narrow' } as const
  return (
    <li className={css.row}>
      <span className={css.name[state === 'done' ? 'done' : 'open']}>
        <span className={css.sign[state]} title={words} />
        {lesson.title}
      </span>
      <DialogButton look="small" word={drillsCopy.open} name={drillsCopy.name(lesson.title)} sheet={sheet}>
        {() => <Drill kind={kind} lesson={lesson} onAnswered={onAnswered} />}
      </DialogButton>
    </li>
  )
}
