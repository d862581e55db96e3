/** What the terminal link tells, passed on: sessions and frames to the engine, strangers to the notice board. */
import type { Road } from '../contracts/road.ts'
import type { Log } from '../ports/log.ts'
import type { NoticeBoard } from './notice-board.ts'
import type { EngineLine } from './supervisor/engine-line.ts'
import type { LinkListener } from './terminal-link/switchboard.ts'

/** Refusals that a person can do something about. The rest is noise on the port, and is only counted and logged. */
const WORTH_A_NOTICE: ReadonlySet<string> = new Set([
  'WRONG_KEY',
  'WRONG_VERSION',
  'SECOND_TERMINAL',
  'BAD_MAC',
  'LEGACY_REFUSED',
])

type Reported = Readonly<{ engine: EngineLine; board: NoticeBoard; log: Log; isEnding: () => boolean }>

export function linkReports({ engine, board, log, isEnding }: Reported, road: Road): LinkListener {
  return {
    terminalUp(terminal, session, hello) {
      const { broker, server, kind, program } = hello
      log.write('info', 'terminal linked', { terminal, session, road, broker, server, kind, program })
      engine.terminalUp(terminal, session, hello, road)
    },
    terminalDown(terminal, reason) {
      log.write('info', 'terminal lost', { terminal, reason })
      // A desk that is closed takes its training ground along: nobody has lost a link.
      if (isEnding()) return
      engine.terminalDown(terminal, reason)
    },
    frame: (terminal, header, body) => engine.frame(terminal, header, body),
    faulted(terminal, code, text, count) {
      log.write('warn', 'link fault', { terminal, code, text, count })
      if (terminal !== null) engine.faulted(terminal, code, text, count)
      else if (WORTH_A_NOTICE.has(code)) board.post('warn', count === 1 ? text : `${text} (${count} times)`)
    },
  }
}
