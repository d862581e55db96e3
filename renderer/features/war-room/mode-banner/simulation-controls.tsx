import { simulationCopy } from '../../../copy/mode.ts'
import { useDesk, useViewState } from '../../../stores/desk-context.ts'
import { simulationOf } from '../../../stores/simulation.ts'
import { Button } from '../../../ui/button.tsx'
import { PauseGlyph, PlayGlyph } from '../../../ui/glyphs.tsx'
import * as css from './simulation-controls.css.ts'

/** Speed of the training ground's time. There is none on any other account. */
export function SimulationControls() {
  const { simulation } = useDesk()
  const speed = useViewState(({ view }) => simulationOf(view)?.speed ?? null)
  const isPaused = useViewState(({ view }) => simulationOf(view)?.paused ?? false)
  if (speed === null) return null
  return (
    <div className={css.controls} role="group" aria-label={simulationCopy.title}>
      <Button
        look={isPaused ? 'smallGold' : 'small'}
        className={css.pause}
        aria-label={isPaused ? simulationCopy.play : simulationCopy.pause}
        title={isPaused ? simulationCopy.play : simulationCopy.pause}
        onClick={isPaused ? simulation.play : simulation.pause}
      >
        {isPaused ? <PlayGlyph /> : <PauseGlyph />}
      </Button>
      {simulationCopy.speeds.map(choice => (
        <Button
          key={choice.speed}
          look="small"
          aria-pressed={choice.speed === speed}
          title={choice.name}
          onClick={() => simulation.setSpeed(choice.speed)}
        >
          {choice.text}
        </Button>
      ))}
      {isPaused && <span className={css.paused}>{simulationCopy.paused}</span>}
    </div>
  )
}
