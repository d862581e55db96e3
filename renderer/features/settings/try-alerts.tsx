import { useEffect, useState } from 'react'
import { findVoice } from '../../cues/voice.ts'
import { playCue } from '../../cues/play-cue.ts'
import { settingsCopy } from '../../copy/settings.ts'
import { useDesk } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import * as css from './settings.css.ts'

const copy = settingsCopy.tryAlerts

/** An alert as it is set now, and what of it this computer can't do. */
export function TryAlerts() {
  const { bridge } = useDesk()
  const [said, setSaid] = useState<string | null>(null)
  const hasVoice = useHasVoice()

  async function tryNow(): Promise<void> {
    setSaid(copy.trying)
    const answer = await bridge.tryCue()
    if (answer.is === 'failed') return setSaid(answer.text)
    const unheard = await playCue(answer.play)
    setSaid([...answer.notes, ...unheard.map(why => copy.unheard[why])].join(' ') || copy.tried)
  }

  return (
    <>
      {!hasVoice && <p className={css.note}>{copy.unheard.noVoice}</p>}
      <div className={css.elsewhere}>
        <Button onClick={() => void tryNow()}>{copy.try}</Button>
        <span className={css.faint} role="status">
          {said}
        </span>
      </div>
    </>
  )
}

/** True until it is known that there is none. */
function useHasVoice(): boolean {
  const [has, setHas] = useState(true)
  useEffect(() => void findVoice().then(voice => setHas(voice !== null)), [])
  return has
}
