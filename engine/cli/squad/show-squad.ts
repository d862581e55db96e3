import type { BoardLine, BoardRecruit } from '../../contracts/squad-desk.ts'
import type { ControlFlags } from '../control/control-command.ts'
import type { CliContext } from '../context.ts'
import { DONE, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import { counted, inR, minuteOf, money } from '../text.ts'

/** Your name, as the ledger has it. */
export const showMe = (flags: ControlFlags, context: CliContext, out: Output): Promise<Outcome> =>
  withRecord(flags, context, ({ squad }) => {
    const { me, leader } = squad.board()
    out.document({ me, leader })
    out.line(
      me
        ? `${me.callSign}  ${me.fingerprint}  shows ${me.privacy}`
        : 'No call-sign yet. See: bitten squad me --help',
    )
    if (leader) out.line(`enlisted with ${leader.callSign}  ${leader.fingerprint}`)
    return DONE
  })

/** Recruits and their last reports. Each figure is its sender's own word. */
export const showBoard = (flags: ControlFlags, context: CliContext, out: Output): Promise<Outcome> =>
  withRecord(flags, context, ({ squad }) => {
    const { recruits } = squad.board()
    out.document({ recruits })
    out.line(
      `${counted(recruits.length, 'recruit')}. What they report is their own word, signed with their key.`,
    )
    for (const recruit of recruits) for (const line of recruitText(recruit)) out.line(line)
    return DONE
  })

function recruitText({ callSign, fingerprint, last }: BoardRecruit): string[] {
  const name = `${callSign}  ${fingerprint}`
  if (!last) return [`${name}  no report yet`]
  const week = `${name}  week from ${minuteOf(last.weekMs)} UTC, received ${minuteOf(last.receivedMs)} UTC`
  return [week, ...(last.lines.length > 0 ? last.lines.map(lineText) : ['  nothing traded'])]
}

function lineText({ account, rank, results, money: paid, winRate }: BoardLine): string {
  const share =
    winRate && `won ${percent(winRate.value)} (95 % ${percent(winRate.low)} to ${percent(winRate.high)})`
  const parts = [
    account,
    rank,
    ...(results ? [`${inR(results.r)} of ${counted(results.trades, 'trade')}`] : []),
    ...(share ? [share] : []),
    ...(paid ? [`${money(paid.netCents)} ${paid.currency}`] : []),
  ]
  return `  ${parts.join('  ')}`
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
