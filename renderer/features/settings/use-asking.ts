import { useState } from 'react'
import type { SettingsAnswer } from '../../../engine/contracts/settings-desk.ts'
import { answered } from '../../bridge/answered.ts'
import { useDesk } from '../../stores/desk-context.ts'
import type { SettingsRead } from '../../stores/use-settings.ts'

export type Wish =
  Readonly<{ is: 'change'; change: Record<string, unknown> }> | Readonly<{ is: 'restore'; revision: number }>

/** What became of the last wish. `confirm` knows what it was made on: words are typed for that, and for nothing newer. */
export type Said =
  | Readonly<{ is: 'asking' }>
  | Readonly<{ is: 'done'; text: string }>
  | Readonly<{ is: 'refused'; text: string }>
  | Readonly<{ is: 'confirm'; phrase: string; text: string; wish: Wish; seen: number }>

const nothing = () => {}

/** Asks one thing at a time. Whatever is said to it, what holds then is read. */
export function useAsking({ now, newest }: SettingsRead, onDone: () => void = nothing) {
  const { bridge } = useDesk()
  const [said, say] = useState<Said | null>(null)

  async function send(wish: Wish, seen: number, typed: string | null): Promise<void> {
    if (said?.is === 'asking') return
    say({ is: 'asking' })
    const answer = await answered(
      wish.is === 'change'
        ? bridge.changeSettings({ seen, change: wish.change, typed })
        : bridge.restoreSettings({ seen, revision: wish.revision, typed }),
    )
    // Where nobody answers, nobody may answer to this either.
    if (answer.is === 'failed') say({ is: 'refused', text: answer.text })
    await newest()
    if (answer.is === 'done') onDone()
    if (answer.is !== 'failed') say(saidOf(answer, wish, seen))
  }
  return {
    said,
    ask: (wish: Wish) => void (now !== null && send(wish, now.revision, null)),
    confirm: (typed: string) => void (said?.is === 'confirm' && send(said.wish, said.seen, typed)),
    forget: () => say(null),
  }
}
export type Asking = ReturnType<typeof useAsking>

function saidOf(answer: SettingsAnswer, wish: Wish, seen: number): Said {
  if (answer.is === 'confirm') return { ...answer, wish, seen }
  return { is: answer.is, text: answer.text }
}
