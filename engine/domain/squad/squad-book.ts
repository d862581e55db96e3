import type { ReportLine } from '../../contracts/dispatches.ts'
import type { StoredEvent } from '../../contracts/events.ts'
import type { PublicKey } from '../../contracts/squad.ts'
import type { BoardLine, BoardRecruit, SquadBoard } from '../../contracts/squad-desk.ts'
import { wilson } from '../statistics/wilson.ts'
import { fingerprint } from './fingerprint.ts'
import { foldSquad } from './fold-squad.ts'
import { emptySquad, type Recruit } from './squad-state.ts'

/** The squad as the record knows it: the same fold as the desk's, for whoever asks. */
export class SquadBook {
  readonly #squad = emptySquad()

  take({ event, wallMs }: StoredEvent): void {
    foldSquad(this.#squad, event, wallMs)
  }

  board(): SquadBoard {
    const { me, leader, invitations, recruits } = this.#squad
    return {
      me: me && { ...me, fingerprint: fingerprint(me.key) },
      invitations: [...invitations.values()].toReversed(),
      recruits: [...recruits]
        .map(([key, recruit]) => rowOf(key, recruit))
        .toSorted((a, b) => lastHeardMs(b) - lastHeardMs(a)),
      leader: leader && {
        key: leader.key,
        fingerprint: fingerprint(leader.key),
        callSign: leader.callSign,
        sinceMs: leader.sinceMs,
        enlistment: leader.enlistment,
      },
    }
  }
}

const lastHeardMs = ({ last, sinceMs }: BoardRecruit): number => last?.receivedMs ?? sinceMs

function rowOf(key: PublicKey, { callSign, sinceMs, reports, last }: Recruit): BoardRecruit {
  return {
    key,
    fingerprint: fingerprint(key),
    callSign,
    sinceMs,
    reports,
    last: last && {
      weekMs: last.report.weekMs,
      receivedMs: last.receivedMs,
      lines: last.report.lines.map(lineOf),
    },
  }
}

/** The interval is ours: a recruit tells only what was counted. */
function lineOf(line: ReportLine): BoardLine {
  const { trades = 0, wins = 0 } = line.results ?? {}
  return { ...line, winRate: trades > 0 ? wilson(wins, trades) : null }
}
