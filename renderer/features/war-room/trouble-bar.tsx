import { roomCopy } from '../../copy/room.ts'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import * as css from './trouble-bar.css.ts'

/** The whole picture is old: said once, across the room. */
export function TroubleBar() {
  const desk = useDesk()
  const sentence = useViewState(({ view, trouble, silent }) => {
    if (view === null) return null
    if (trouble !== null) return roomCopy.troubled(trouble)
    return silent ? roomCopy.silent : null
  })
  if (sentence === null) return null
  return (
    <div className={css.bar} role="alert">
      <p>{sentence}</p>
      <Button look="small" onClick={desk.refresh}>
        {roomCopy.retry}
      </Button>
    </div>
  )
}
