import { STATUS_CODES, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault, Faults } from './faults.ts'
import { readParameters, type Parameters } from './http/request-body.ts'
import type { Journal } from './journal.ts'
import type { Answer } from './methods/call.ts'
import { download } from './methods/files.ts'
import { methodNamed, type Method } from './methods/index.ts'
import { errorBody, Refusal, tooManyRequests } from './refusal.ts'
import type { BotAccount } from './state/bot-account.ts'

/** What goes back on the wire; `cut` when nothing does. */
export type Reply =
  'cut' | Readonly<{ status: number; headers: Record<string, string>; body: string | Buffer }>

/** One call from its address to its answer, with what goes wrong on the way. */
export class CallHandler {
  readonly #bots: readonly BotAccount[]
  readonly #faults: Faults
  readonly #journal: Journal
  readonly #now: () => number

  constructor(bots: readonly BotAccount[], faults: Faults, journal: Journal, now: () => number) {
    this.#bots = bots
    this.#faults = faults
    this.#journal = journal
    this.#now = now
  }

  async handle(request: IncomingMessage, body: Buffer, gone: AbortSignal): Promise<Reply> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(pathname)
    if (file) return this.#fileReply(file[1] ?? '', file[2] ?? '')
    const called = this.#called(pathname)
    if (called instanceof Refusal) return refused(called)
    const { bot, method } = called
    const parameters = readParameters(body, request.headers['content-type'] ?? '', searchParams)
    const chatId = chatIdIn(parameters)
    const atMs = this.#now()
    const cameTooEarly = chatId !== null && bot.limits.isClosed(chatId, atMs)
    const fault = this.#faults.draw(method.name)
    const outcome = await this.#outcomeOf(fault, bot, chatId, () =>
      method.run({ bot, parameters, atMs: this.#now(), gone }),
    )
    const reply = isAnswer(outcome) ? asReply(outcome) : outcome
    const isLost = fault?.is === 'answerLost' || reply === 'cut' || gone.aborted
    // Polls are many, and the queue itself knows what was confirmed.
    if (method.name !== 'getUpdates')
      this.#journal.add({
        atMs,
        method: method.name,
        chatId,
        text: textIn(parameters),
        messageId: isAnswer(outcome) ? messageIdIn(outcome, parameters) : null,
        accepted: isAnswer(outcome),
        told: isLost ? 'nothing' : isAnswer(outcome) ? 'ok' : 'refused',
        code: reply === 'cut' ? 0 : reply.status,
        cameTooEarly,
      })
    return isLost ? 'cut' : reply
  }

  /** Which method of which bot an address names: /bot<token>/<method>. */
  #called(pathname: string): Refusal | Readonly<{ bot: BotAccount; method: Method }> {
    const [, token, name] = /^\/bot([^/]+)\/(.*)$/.exec(pathname) ?? []
    if (token === undefined || name === undefined) return new Refusal(404, 'Not Found')
    const bot = this.#botOf(token)
    if (bot instanceof Refusal) return bot
    const method = methodNamed(name)
    return method ? { bot, method } : new Refusal(404, 'Not Found: method not found')
  }

  async #outcomeOf(
    fault: Fault | null,
    bot: BotAccount,
    chatId: number | null,
    run: () => Answer | Promise<Answer>,
  ): Promise<Answer | Reply> {
    if (fault?.is === 'delayed' && fault.before === 'accepting') await pause(fault.ms)
    const instead = fault && this.#insteadOfAccepting(fault, bot, chatId)
    const outcome = instead ?? (await answerOrRefusal(run))
    if (fault?.is === 'delayed' && fault.before === 'answering') await pause(fault.ms)
    return outcome
  }

  #insteadOfAccepting(fault: Fault, bot: BotAccount, chatId: number | null): Reply | null {
    if (fault.is === 'dropped') return 'cut'
    if (fault.is === 'badGateway')
      return {
        status: 502,
        headers: { 'content-type': 'text/html' },
        body: '<html><head><title>502 Bad Gateway</title></head></html>',
      }
    if (fault.is !== 'refused') return null
    const { code, retryAfterSeconds } = fault
    if (retryAfterSeconds !== undefined) {
      if (chatId !== null) bot.limits.close(chatId, this.#now() + retryAfterSeconds * 1_000)
      return refused(tooManyRequests(retryAfterSeconds))
    }
    return refused(new Refusal(code, fault.description ?? STATUS_CODES[code] ?? 'Unknown'))
  }

  #botOf(token: string): BotAccount | Refusal {
    const bot = this.#bots.find(each => each.token === token)
    if (bot) return bot
    const isToken = /^[1-9]\d*:.+$/.test(token) && token.length <= 80
    return new Refusal(401, isToken ? 'Unauthorized' : 'Unauthorized: invalid token specified')
  }

  #fileReply(token: string, path: string): Reply {
    const bot = this.#botOf(token)
    if (bot instanceof Refusal) return refused(bot)
    const body = download(bot, path)
    if (!body) return refused(new Refusal(404, 'Not Found'))
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body }
  }
}

async function answerOrRefusal(run: () => Answer | Promise<Answer>): Promise<Answer | Reply> {
  try {
    return await run()
  } catch (problem: unknown) {
    if (problem instanceof Refusal) return refused(problem)
    throw problem
  }
}

const isAnswer = (outcome: Answer | Reply): outcome is Answer => outcome !== 'cut' && 'result' in outcome

function asReply(answer: Answer): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ok: true, ...answer }),
  }
}

function refused(refusal: Refusal): Reply {
  const wait: Record<string, string> =
    refusal.retryAfterSeconds === null ? {} : { 'retry-after': String(refusal.retryAfterSeconds) }
  return {
    status: refusal.code,
    headers: { 'content-type': 'application/json', ...wait },
    body: JSON.stringify(errorBody(refusal)),
  }
}

function chatIdIn({ fields }: Parameters): number | null {
  const id = Number(fields['chat_id'] ?? NaN)
  return Number.isSafeInteger(id) ? id : null
}

function textIn({ fields }: Parameters): string | null {
  const text = fields['text'] ?? fields['caption']
  return typeof text === 'string' ? text : null
}

function messageIdIn({ result }: Answer, { fields }: Parameters): number | null {
  const given =
    typeof result === 'object' && result !== null && 'message_id' in result ? result.message_id : null
  const id = Number(given ?? fields['message_id'] ?? NaN)
  return Number.isSafeInteger(id) ? id : null
}
