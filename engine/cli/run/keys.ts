/** What the keyboard of a headless desk does: nothing is fired by one key alone. */
import type { MissionView, WarRoomView } from '../../contracts/views.ts'

/** `asking`: the person pressed f for this mission and has not said y or anything else yet. */
export type KeyState = Readonly<{ is: 'idle' }> | Readonly<{ is: 'asking'; mission: string }>

export type KeyAction =
  Readonly<{ is: 'nothing' }> | Readonly<{ is: 'quit' }> | Readonly<{ is: 'fire'; mission: string }>

export const IDLE: KeyState = { is: 'idle' }

const NOTHING: KeyAction = { is: 'nothing' }
const QUIT: KeyAction = { is: 'quit' }
/** In raw mode Ctrl-C is a character like any other. */
const CONTROL_C = '\u0003'

export function onKey(state: KeyState, key: string, view: WarRoomView | null): [KeyState, KeyAction] {
  if (key === 'q' || key === CONTROL_C) return [IDLE, QUIT]
  if (state.is === 'asking') return [IDLE, key === 'y' ? { is: 'fire', mission: state.mission } : NOTHING]
  const pending = key === 'f' ? firstPending(view) : null
  return pending === null ? [IDLE, NOTHING] : [{ is: 'asking', mission: pending.mission.id }, NOTHING]
}

export function firstPending(view: WarRoomView | null): MissionView | null {
  return view?.missions.find(({ state }) => state === 'pending') ?? null
}
