import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SquadWish } from '../../contracts/squad-desk.ts'
import { callDesk } from '../../host/control/call-desk.ts'
import { folderOf, refusalOf } from '../control/order.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Failure, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withRecord } from '../record.ts'
import type { DispatchFlags, RemoveFlags } from './squad-command.ts'

/** More than any dispatch, wrapped however. */
const MOST_BYTES = 20_000
const MOST_WHY = 200

/** Asks the running desk, and hands out the text that it signs: as a line, or into a file. */
export async function askSquad(
  wish: SquadWish,
  flags: DispatchFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const reply = await callDesk(folderOf(flags, context), { ask: 'squad', wish })
  if (reply.is === 'refused') return failed(reply.code, reply.text)
  const answer = reply.value
  const refusal = refusalOf(answer)
  if (refusal || answer.is !== 'done') return refusal ?? DONE
  const { dispatch } = answer
  if (dispatch !== undefined && flags.out !== undefined) {
    const fault = written(flags.out, dispatch)
    if (fault) return fault
  }
  out.document(answer)
  out.line(answer.text)
  if (dispatch !== undefined) out.line(flags.out ?? dispatch)
  return DONE
}

/** The same text as it is pasted into a window. */
export async function receiveFile(
  file: string,
  flags: DispatchFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const text = readDispatchFile(path.resolve(file))
  return typeof text === 'string'
    ? askSquad({ wish: 'receiveDispatch', text }, flags, context, out)
    : Promise.resolve(text)
}

/** By the fingerprint that the board shows, in whatever letters it was typed. */
export const removeRecruit = (
  given: string,
  flags: RemoveFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> =>
  withRecord(flags, context, ({ squad }) => {
    const recruit = squad.board().recruits.find(({ fingerprint }) => fingerprint === given.toUpperCase())
    return recruit === undefined
      ? failed('STRANGER', `"${given}" is the fingerprint of nobody in your squad. See: bitten squad board`)
      : askSquad({ wish: 'removeRecruit', recruit: recruit.key, why: flags.why.slice(0, MOST_WHY) }, flags, context, out) // prettier-ignore
  })

function readDispatchFile(file: string): string | Failure {
  try {
    if (statSync(file).size > MOST_BYTES)
      return failed('TOO_LONG', `${file} is larger than any dispatch: give the file that you were sent.`)
    return readFileSync(file, 'utf8')
  } catch (cause) {
    return failed('NO_FILE', `${file} can't be read: ${reasonOf(cause)}.`)
  }
}

function written(file: string, dispatch: string): Failure | null {
  try {
    writeFileSync(path.resolve(file), `${dispatch}\n`)
    return null
  } catch (cause) {
    return failed('NO_FILE', `${file} can't be written: ${reasonOf(cause)}.`)
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
