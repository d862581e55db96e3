/**
 * A call that is refused, in the shape of the Bot API: https://core.telegram.org/bots/api#making-requests. The words are
 * those of the public server (github.com/tdlib/telegram-bot-api, `Client::fail_query_with_error`), because bots read them.
 */
export class Refusal extends Error {
  readonly code: number
  /** Whole seconds, with a 429 only. */
  readonly retryAfterSeconds: number | null

  constructor(code: number, description: string, retryAfterSeconds: number | null = null) {
    super(description)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export type ErrorBody = {
  ok: false
  error_code: number
  description: string
  parameters?: { retry_after: number }
}

export function errorBody({ code, message, retryAfterSeconds }: Refusal): ErrorBody {
  const body: ErrorBody = { ok: false, error_code: code, description: message }
  return retryAfterSeconds === null ? body : { ...body, parameters: { retry_after: retryAfterSeconds } }
}

/** The server makes the first letter small, unless the words are a code such as BUTTON_DATA_INVALID. */
export function badRequest(words: string): Refusal {
  const isCode = /^.[A-Z_]/.test(words)
  return new Refusal(400, `Bad Request: ${isCode ? words : words.charAt(0).toLowerCase() + words.slice(1)}`)
}

export const forbidden = (words: string) => new Refusal(403, `Forbidden: ${words}`)

export const conflict = (words: string) => new Refusal(409, `Conflict: ${words}`)

export const tooManyRequests = (seconds: number) =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, seconds)
