import { GrammyError, HttpError } from 'grammy'
import { withoutToken } from './without-token.ts'

/**
 * Why a call of the connection came to nothing. `refused`: Telegram does not know the token. `conflict`: somebody else polls with it.
 * `webhook`: its updates go elsewhere. `unreachable`: no answer, or none of Telegram's; `text` goes on after "because".
 */
export type Failure =
  | Readonly<{ is: 'refused' | 'conflict' | 'webhook' }>
  | Readonly<{ is: 'limited'; afterMs: number }>
  | Readonly<{ is: 'unreachable'; text: string }>

/** Of whatever a call of grammY's Api rejected with. No text in it carries the token. */
export function failureOf(problem: unknown): Failure {
  if (problem instanceof GrammyError) return refusalOf(problem)
  return { is: 'unreachable', text: reasonOf(problem) }
}

/** https://core.telegram.org/bots/api#making-requests. A token of another shape than it knows is answered with 404. */
function refusalOf({ error_code: code, description, parameters }: GrammyError): Failure {
  if (code === 401 || code === 404) return { is: 'refused' }
  if (code === 409) return { is: description.includes('ebhook') ? 'webhook' : 'conflict' }
  if (code === 429) return { is: 'limited', afterMs: Math.max(parameters.retry_after ?? 1, 1) * 1_000 }
  return { is: 'unreachable', text: `its server answers ${code}: ${withoutToken(description)}` }
}

/** What a person can do something about; the rest is said in the system's own words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name of its server cannot be looked up',
  EAI_AGAIN: 'the name of its server cannot be looked up',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'no answer came in time',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'there is no way to its server',
}

/** `reason` of a failed connection, from the error of grammY down to the one that the system gave. */
function reasonOf(problem: unknown): string {
  const source = problem instanceof HttpError ? problem.error : problem
  if (!(source instanceof Error)) return 'the call failed'
  const code = 'code' in source && typeof source.code === 'string' ? source.code : ''
  if (REASONS[code] !== undefined) return REASONS[code]
  if (source.name === 'AbortError' || /timed out/i.test(source.message)) return 'no answer came in time'
  if ('type' in source && source.type === 'invalid-json')
    return 'something on the way answers in its place, such as a proxy or a sign-in page'
  return withoutToken(source.message)
}
