import { useCallback, useState } from 'react'
import { squadCopy } from '../../copy/squad.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useArchive } from '../../stores/use-archive.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { DispatchSheet } from './dispatch-sheet.tsx'
import { DogTag } from './dog-tag.tsx'
import { Invite } from './invite.tsx'
import { Leader } from './leader.tsx'
import { Receive } from './receive.tsx'
import { SquadBoard } from './squad-board.tsx'
import * as css from './squad.css.ts'
import type { OnDone } from './use-squad-wish.ts'

/** Who you are to other traders, and what they have signed and sent you. */
export function SquadPage() {
  const { bridge } = useDesk()
  const [news, setNews] = useState(0)
  const [dispatch, setDispatch] = useState<string | null>(null)
  const ask = useCallback(async () => {
    const answer = await bridge.ask<'squad'>({ kind: 'squad' })
    return answer.is === 'failed' ? answer : { ...answer, value: { ...answer.value, readMs: Date.now() } }
  }, [bridge])
  const { value: board, problem, read } = useArchive(ask, news)
  const onDone: OnDone = answer => {
    setNews(count => count + 1)
    if (answer.dispatch !== undefined) setDispatch(answer.dispatch)
  }
  if (board === null)
    return (
      <div className={css.page}>
        <div className={css.whole}>
          <NotRead words={squadCopy} problem={problem} read={read} />
        </div>
      </div>
    )
  const { me, leader, invitations, recruits, readMs } = board
  return (
    <div className={css.page}>
      <div className={css.column}>
        <DogTag key={me?.callSign} me={me} onDone={onDone} />
        {me !== null && (
          <>
            <Receive onDone={onDone} />
            <Invite invitations={invitations} onDone={onDone} onShow={setDispatch} />
            <Leader leader={leader} onDone={onDone} onShow={setDispatch} />
          </>
        )}
      </div>
      <SquadBoard recruits={recruits} readMs={readMs} onDone={onDone} onRead={read} />
      <DispatchSheet dispatch={dispatch} onClose={() => setDispatch(null)} />
    </div>
  )
}
