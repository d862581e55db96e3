/** What happened in a squad. Times are those of this computer's clock: a squad lives beside every market. */
import { z } from 'zod'
import { SquadReport } from './dispatches.ts'
import { event } from './event.ts'
import { EpochMs } from './primitives.ts'
import { CallSign, Privacy, PublicKey } from './squad.ts'

export const SQUAD_EVENTS = [
  /** `key`: of this install, which signs in that name. */
  event('callSignTaken', { callSign: CallSign, privacy: Privacy, key: PublicKey, origin: z.string() }),
  /** `uses`: how many may enlist by it. `dispatch`: the text that is handed on. */
  event('invitationMade', {
    invitation: z.string(),
    uses: z.number().int().positive(),
    expiresMs: EpochMs,
    dispatch: z.string(),
    origin: z.string(),
  }),
  /** A recruit's signed words were checked; `dispatch` is the whole of them. */
  event('enlistmentAccepted', {
    recruit: PublicKey,
    callSign: CallSign,
    invitation: z.string(),
    dispatch: z.string(),
  }),
  /** What a recruit says of a week that is over; nobody but they can know whether it is true. */
  event('squadReportReceived', {
    recruit: PublicKey,
    weekMs: EpochMs,
    report: SquadReport,
    dispatch: z.string(),
  }),
  event('recruitRemoved', { recruit: PublicKey, why: z.string(), origin: z.string() }),
  /** This desk enlisted with a leader; `dispatch` is the text that tells them. */
  event('squadJoined', {
    leader: PublicKey,
    callSign: CallSign,
    invitation: z.string(),
    dispatch: z.string(),
    origin: z.string(),
  }),
  event('squadLeft', { leader: PublicKey, origin: z.string() }),
] as const
