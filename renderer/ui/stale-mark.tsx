import { roomCopy } from '../copy/room.ts'
import { staleMark } from './panel.css.ts'

/** What stands here was true, and may be no more. */
export function StaleMark() {
  return <span className={staleMark}>{roomCopy.stale}</span>
}
