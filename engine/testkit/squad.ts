/** Traders of a squad on real desks with a clock of their own: what they hand on to one another is text. */
import type { CommandAnswer } from '../contracts/commands.ts'
import { SquadWish } from '../contracts/squad-desk.ts'
import type { SquadBoard } from '../contracts/squad-desk.ts'
import type { z } from 'zod'
import { SquadBook } from '../domain/squad/squad-book.ts'
import { DeskHarness } from './desk-harness.ts'

export class SquadTrader {
  readonly harness: DeskHarness

  constructor(callSign: string, privacy: 'name' | 'results' | 'all' = 'results') {
    this.harness = new DeskHarness({ trader: callSign })
    this.wish({ wish: 'takeCallSign', callSign, privacy })
  }

  get key() {
    const { me } = this.harness.engine.desk.state.squad
    if (me === null) throw new Error('this trader has no name')
    return me.key
  }

  wish(squad: z.input<typeof SquadWish>): CommandAnswer {
    const { engine, ids, clock } = this.harness
    return engine.command({ kind: 'squad', id: ids.next(clock.now()), origin: 'window', squad: SquadWish.parse(squad) }) // prettier-ignore
  }

  /** The text of what it makes. */
  write(squad: z.input<typeof SquadWish>): string {
    const answer = this.wish(squad)
    if (answer.is === 'done' && answer.dispatch !== undefined) return answer.dispatch
    throw new Error(`no dispatch: ${JSON.stringify(answer)}`)
  }

  receive(text: string): CommandAnswer {
    return this.wish({ wish: 'receiveDispatch', text })
  }

  /** What comes of it: `done`, or the code of the refusal. */
  took(text: string): string {
    const answer = this.receive(text)
    return answer.is === 'refused' ? answer.code : answer.is
  }

  invite(uses = 1, days = 7): string {
    return this.write({ wish: 'makeInvitation', uses, days })
  }

  /** Has the other one enlist with this one. */
  recruit(other: SquadTrader): void {
    const enlistment = other.write({ wish: 'receiveDispatch', text: this.invite() })
    const answer = this.receive(enlistment)
    if (answer.is !== 'done') throw new Error(JSON.stringify(answer))
  }

  /** Everyone's clock goes on alike. */
  static wait(ms: number, ...traders: readonly SquadTrader[]): void {
    for (const { harness } of traders) harness.clock.set(harness.clock.now() + ms)
  }

  /** As the record shows it: read from the ledger anew. */
  board(): SquadBoard {
    const book = new SquadBook()
    for (const stored of this.harness.ledger.all()) book.take(stored)
    return book.board()
  }
}
