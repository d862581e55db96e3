import type { CommandAnswer, Origin } from '../../contracts/commands.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import type { SquadFault } from '../../contracts/squad-desk.ts'
import type { SquadState } from '../../domain/squad/squad-state.ts'
import type { Dispatches } from '../../ports/dispatches.ts'
import type { Desk } from '../desk.ts'
import { refused } from '../orders/answers.ts'

/** One thing that is asked of the squad, and when by the computer's clock. */
export type SquadTurn = Readonly<{ desk: Desk; dispatches: Dispatches; origin: Origin; nowMs: EpochMs }>

/** The same by somebody who has a name. */
export type Member = SquadTurn & Readonly<{ me: NonNullable<SquadState['me']> }>

export const notDone = (code: SquadFault, text: string): CommandAnswer => refused(code, text)
