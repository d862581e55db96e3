import type { Api } from 'grammy'
import type { PairedChat } from '../../contracts/telegram.ts'
import type { Log } from '../../ports/log.ts'
import { failureOf } from '../connection/failure.ts'
import type { Command } from '../commands/command.ts'
import { commandList } from '../commands/menus.ts'

/** The list behind the menu button of each chat, by its role; strangers are shown none. As good as it goes: nothing depends on it. */
export class ChatMenus {
  readonly #commands: readonly Command[]
  readonly #log: Log

  constructor(commands: readonly Command[], log: Log) {
    this.#commands = commands
    this.#log = log
  }

  async offer(api: Api, chats: readonly PairedChat[]): Promise<void> {
    for (const { chat, role } of chats)
      await this.#try(() =>
        api.setMyCommands(commandList(this.#commands, role), { scope: { type: 'chat', chat_id: chat } }),
      )
  }

  withdraw(api: Api, { chat }: PairedChat): Promise<void> {
    return this.#try(() => api.deleteMyCommands({ scope: { type: 'chat', chat_id: chat } }))
  }

  async #try(call: () => Promise<unknown>): Promise<void> {
    try {
      await call()
    } catch (problem: unknown) {
      const failure = failureOf(problem)
      const why = 'text' in failure ? failure.text : failure.is
      this.#log.write('debug', 'The command list of a chat could not be set.', { why })
    }
  }
}
