import { useState } from 'react'
import { useDesk } from '../../../stores/desk-context.ts'

/** Sends what was decided about a mission, and says whether its answer is still due. Simulated time stays slow until then. */
export function useDecision(kind: 'fireMission' | 'placeMission', mission: string) {
  const { giveOrder, simulation } = useDesk()
  const [isAnswering, setAnswering] = useState(false)

  async function send(): Promise<void> {
    setAnswering(true)
    await giveOrder({ kind, mission })
    setAnswering(false)
    simulation.letGo()
  }
  return { isAnswering, send: () => void send() }
}
