import { useCallback, useEffect, useState } from 'react'
import type { LabView } from '../../../engine/contracts/lab-desk.ts'
import type { Done, WindowBridge } from '../../../engine/contracts/window-bridge.ts'
import { answered } from '../../bridge/answered.ts'
import { useDesk } from '../../stores/desk-context.ts'

type Known = Readonly<{ lab: LabView | null; problem: string | null }>
type Wish = Parameters<WindowBridge['labWish']>[0]

export type Lab = Known &
  Readonly<{
    read: () => void
    isSending: boolean
    /** Why the last wish was not granted. */
    refusals: readonly string[]
    wish: (wish: Wish) => void
  }>

/** What the lab does, as it is told; what was told while the first answer was on its way is newer than that. */
export function useLab(): Lab {
  const { bridge } = useDesk()
  const [known, setKnown] = useState<Known>({ lab: null, problem: null })
  const [tries, setTries] = useState(0)
  const read = useCallback(() => {
    let isCurrent = true
    const forget = bridge.onLab(lab => {
      isCurrent = false
      setKnown({ lab, problem: null })
    })
    void answered(bridge.lab()).then(answer => {
      if (!isCurrent) return
      if ('is' in answer) setKnown(({ lab }) => ({ lab, problem: answer.text }))
      else setKnown({ lab: answer, problem: null })
    })
    return () => {
      isCurrent = false
      forget()
    }
  }, [bridge])
  useEffect(read, [read, tries])
  return { ...known, ...useWish(bridge), read: () => setTries(count => count + 1) }
}

function useWish(bridge: WindowBridge): Pick<Lab, 'isSending' | 'refusals' | 'wish'> {
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  async function send(wish: Wish): Promise<void> {
    if (isSending) return
    setSending(true)
    const answer: Done = await answered(bridge.labWish(wish))
    setSending(false)
    setRefusals(answer.is === 'done' ? [] : [answer.text])
  }
  return { isSending, refusals, wish: asked => void send(asked) }
}
