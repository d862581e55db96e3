import { DESK } from './desk-harness.ts'
import { AWAY, type WaitingDesk } from './waiting-desk.ts'

/** Everything that a person, a market and a road may do to an order that waits. */
export const WAITING_STEPS: Readonly<Record<string, (at: WaitingDesk) => unknown>> = {
  place: at => at.place(),
  fire: at => at.fire(at.offered.id),
  takeBack: at => at.engine.desk.state.orders.size > 0 && at.takeBack(),
  decline: at => at.ask({ kind: 'declineMission', mission: at.offered.id, reason: 'no' }),
  pause: at => at.ask({ kind: 'pause' }),
  resume: at => at.ask({ kind: 'resume' }),
  cancelAll: at => at.ask({ kind: 'cancelAll' }),
  flatten: at => at.ask({ kind: 'flattenAll' }),
  safe: at => at.ask({ kind: 'setSelector', selector: 'SAFE' }),
  select: at => at.ask({ kind: 'setSelector', selector: 'SELECT' }),
  guard: at => {
    const account = at.broker.account()
    at.tell({ type: 'account', body: { ...account, equity: Math.round(account.equity * 0.96) as never } })
  },
  reach: at => at.reach(),
  away: at => at.play(1, () => at.offered.entry - AWAY),
  near: at => at.quote(at.offered.entry - 5),
  deliver: at => at.deliver(),
  lose: at => at.lose(),
  /** The terminal carries out what is on the road, or what the market does, and nobody hears of it. */
  unheard: at => {
    at.mute = true
    at.deliver()
    at.mute = false
  },
  unseen: at => {
    at.mute = true
    at.reach()
    at.mute = false
  },
  /** Told again, and in the wrong order. */
  repeat: at => {
    at.tell({ type: 'orders', body: at.broker.orders() })
    for (const body of at.broker.deals()) at.tell({ type: 'deal', body })
    at.tell({ type: 'positions', body: at.broker.positions() })
  },
  wait: at => at.wait(9_000),
  longWait: at => at.wait(40_000),
  crash: at => at.crash().link(),
  gone: at => {
    at.engine.terminalDown(DESK, 'gone')
    at.lose()
  },
  link: at => at.link(),
}
