import { useCallback, useState } from 'react'
import { useDesk } from '../../stores/desk-context.ts'
import { useArchive } from '../../stores/use-archive.ts'

/** The call-sign of the squad, which is the only one: as it is typed here, until the step is left by Next. */
export function useCallSign() {
  const { bridge, tryOrder } = useDesk()
  const ask = useCallback(() => bridge.ask<'squad'>({ kind: 'squad' }), [bridge])
  const me = useArchive(ask, null).value?.me ?? null
  const [written, write] = useState<string | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const before = taken ?? me?.callSign ?? ''
  const typed = written ?? before

  /** Whether the step may be left: nothing new was typed, or it was taken. */
  async function take(): Promise<boolean> {
    const callSign = typed.trim()
    if (isSending) return false
    if (callSign === '' || callSign === before) return true
    setSending(true)
    // Who has a squad has said what its reports show; a newcomer shows the least.
    const privacy = me?.privacy ?? 'name'
    const said = await tryOrder({ kind: 'squad', squad: { wish: 'takeCallSign', callSign, privacy } })
    setSending(false)
    setRefusals(said)
    if (said.length > 0) return false
    setTaken(callSign)
    return true
  }
  return { typed, write, isSending, refusals, take }
}
export type CallSignField = ReturnType<typeof useCallSign>
