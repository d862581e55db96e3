/** Why a call of the Bot API came to nothing: https://core.telegram.org/bots/api#making-requests. */
import { GrammyError, HttpError } from 'grammy'

/** As in `SendOutcome`. `words` are the server's own. */
export type CallProblem =
  | Readonly<{ is: 'lost'; text: string }>
  | Readonly<{ is: 'unreachable'; afterMs: number; text: string }>
  | Readonly<{ is: 'refused'; shutOut: boolean; text: string; words: string }>

/** Of these the request has not left: nobody took the connection, or nobody was found. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT_\w+|ERR_TLS_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/

/** Refusals that close the whole chat, beside every 403. */
const SHUT_OUT =
  /chat not found|bot was (kicked|blocked)|upgraded to a supergroup|PEER_ID_INVALID|CHAT_WRITE_FORBIDDEN|not enough rights to send|have no rights to send/i

/** Anything that is no failed call is thrown on: it is a defect of ours. */
export function problemOf(reason: unknown): CallProblem {
  if (reason instanceof GrammyError) return refusalOf(reason)
  if (reason instanceof HttpError) return networkProblemOf(reason.error)
  throw reason
}

function refusalOf({ error_code: code, description, parameters }: GrammyError): CallProblem {
  const text = `Telegram said: ${description} (${code}).`
  if (code === 429) return { is: 'unreachable', afterMs: (parameters.retry_after ?? 1) * 1_000, text }
  if (code >= 500) return { is: 'lost', text }
  // The token is not known: that is the connection's to say, and no fault of this message.
  if (code === 401 || code === 404) return { is: 'unreachable', afterMs: 0, text }
  return { is: 'refused', shutOut: code === 403 || SHUT_OUT.test(description), text, words: description }
}

/** Only the code of the error: its message names the address, and that holds the token. */
function networkProblemOf(error: unknown): CallProblem {
  const code = codeOf(error)
  if (NEVER_LEFT.test(code))
    return { is: 'unreachable', afterMs: 0, text: `Telegram can't be reached (${code}).` }
  return { is: 'lost', text: `The connection to Telegram failed on the way (${code || 'no answer'}).` }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'type' in error && typeof error.type === 'string' ? error.type : ''
}
