import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { settingsCopy } from '../../copy/settings.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { findControl } from '../../ui/control.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import * as css from './settings.css.ts'

/** What a person looks for here and that has another place. */
export const ELSEWHERE = (['telegram', 'look', 'data'] as const).map(id => ({ id, ...settingsCopy[id] }))

type Id = (typeof ELSEWHERE)[number]['id']

export function Elsewhere({ id }: Readonly<{ id: Id }>) {
  const { title, note } = settingsCopy[id]
  const shown: Readonly<Record<Id, () => ReactNode>> = {
    telegram: () => <Telegram />,
    look: () => <Button onClick={() => findControl('look')?.click()}>{settingsCopy.look.open}</Button>,
    data: () => <DataFolder />,
  }
  return (
    <section
      id={`settings-${id}`}
      className={css.group}
      aria-labelledby={`settings-${id}-title`}
      tabIndex={-1}
    >
      <h2 id={`settings-${id}-title`} className={css.title}>
        {title}
      </h2>
      <p className={css.note}>{note}</p>
      <div className={css.elsewhere}>{shown[id]()}</div>
    </section>
  )
}

function Telegram() {
  const { place } = useDesk()
  return <Button onClick={() => place.go('telegram')}>{settingsCopy.telegram.open}</Button>
}

function DataFolder() {
  const { bridge } = useDesk()
  const [folder, setFolder] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void bridge
      .about()
      .then(answer => ('is' in answer ? setProblem(answer.text) : setFolder(answer.dataFolder)))
  }, [bridge])
  if (folder === null) return problem !== null && <p className={css.faint}>{problem}</p>
  return (
    <>
      <code className={css.folder}>{folder}</code>
      <CopyButton look="small" text={folder} words={settingsCopy.data} />
    </>
  )
}
