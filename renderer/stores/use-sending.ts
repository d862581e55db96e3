import { useState } from 'react'
import type { WindowCommand } from '../../engine/contracts/window-bridge.ts'
import { useDesk } from './desk-context.ts'

const nothing = () => {}

/** Sends commands one at a time, and keeps what was said against the last until it is forgotten or sent anew. */
export function useSending(onSent: () => void = nothing) {
  const { tryOrder } = useDesk()
  const [isSending, setSending] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])

  async function send(command: WindowCommand): Promise<void> {
    if (isSending) return
    setSending(true)
    const said = await tryOrder(command)
    setSending(false)
    setRefusals(said)
    if (said.length === 0) onSent()
  }
  return {
    isSending,
    refusals,
    send: (command: WindowCommand) => void send(command),
    forget: () => setRefusals([]),
  }
}
