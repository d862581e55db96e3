import { useState } from 'react'
import { answered } from '../../bridge/answered.ts'
import { onboardingCopy } from '../../copy/onboarding.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { useSettings } from '../../stores/use-settings.ts'

const { held } = onboardingCopy.steps.risk

/** Of the settings: what a newcomer is asked for. Null of the day: as the rank has it. */
export type Limits = Readonly<{ riskPct: number; dailyLossPct: number | null }>
type Change = Readonly<{ riskPct: number }> | Readonly<{ limits: Readonly<{ dailyLossPct: number | null }> }>

/** What is set, and a change of it through the desk of the settings, one at a time. */
export function useLimits() {
  const { bridge } = useDesk()
  const { now, problem, read, newest } = useSettings()
  const [isAsking, setAsking] = useState(false)
  const [said, say] = useState<Readonly<{ isDone: boolean; text: string }> | null>(null)

  async function change(by: Change): Promise<void> {
    if (now === null || isAsking) return
    setAsking(true)
    const answer = await answered(bridge.changeSettings({ seen: now.revision, change: by }))
    await newest()
    setAsking(false)
    if (answer.is === 'done') say({ isDone: true, text: answer.later ?? held })
    else say({ isDone: false, text: answer.text })
  }
  const set: Limits | null = now && {
    riskPct: now.settings.riskPct,
    dailyLossPct: now.settings.limits.dailyLossPct,
  }
  return { set, problem, read, said, change: (by: Change) => void change(by) }
}
