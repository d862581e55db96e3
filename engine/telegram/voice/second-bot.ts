import type { Api } from 'grammy'
import type { TelegramConfig } from '../../contracts/telegram-port.ts'
import { telegramApi } from '../connection/telegram-api.ts'
import { rateLimited } from '../delivery/rate-limited.ts'

type Way = Readonly<{ token: string; apiRoot: string; proxy: string | null }>

/** A bot that only sends voice notes. It hears nothing, keeps its own pace, and what is wrong with it is its own. */
export class SecondBot {
  #way: Way | null = null
  #api: Api | null = null
  /** Why it can't write, as a sentence. */
  problem: string | null = null

  constructor(config: TelegramConfig) {
    this.configure(config)
  }

  /** Null: there is none. */
  get api(): Api | null {
    return this.#api
  }

  configure({ settings: { on, apiRoot, proxy }, tokens: { voice: token } }: TelegramConfig): void {
    const way = token === null || !on ? null : { token, apiRoot, proxy }
    if (JSON.stringify(way) === JSON.stringify(this.#way)) return
    this.#way = way
    this.problem = null
    this.#api = way && watched(rateLimited(telegramApi(way)), problem => (this.problem = problem))
  }
}

/** A call that goes through lifts what was wrong before. */
function watched(api: Api, is: (problem: string | null) => void): Api {
  api.config.use(async (call, method, payload, signal) => {
    const answer = await call(method, payload, signal)
    if (answer.ok) is(null)
    else is(PROBLEMS.get(answer.error_code) ?? null)
    return answer
  })
  return api
}

const NO_TOKEN =
  'Telegram does not know the token of the second bot: paste the one that @BotFather shows now.'
const PROBLEMS: ReadonlyMap<number, string> = new Map([
  [401, NO_TOKEN],
  [404, NO_TOKEN],
  [403, 'The second bot may not write to a chat: start it there once.'],
])
