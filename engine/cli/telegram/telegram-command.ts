import { InvalidArgumentError, Option, type Command } from 'commander'
import type { TelegramWish } from '../../contracts/telegram.ts'
import { ChatId, ChatRole } from '../../contracts/telegram-chat.ts'
import type { ControlFlags } from '../control/control-command.ts'
import { dataFolderOption, jsonOption } from '../options.ts'
import type { Perform } from '../perform.ts'

export type TokenFlags = ControlFlags & Readonly<{ voice: boolean }>
export type CodeFlags = ControlFlags & Readonly<{ role: ChatRole }>

const HELP = `
The bot tells you away from the screen what happens at the desk, and obeys the chats that are paired with it. docs/telegram.md tells
how. All of this is done by the desk that runs on the data folder; with --json each answers with how the bot stands then.
A token is read from standard input: it is typed without being shown, or comes from a file, and never stands on the command line.

Example:
  bitten telegram token < token.txt
  bitten telegram code --role spotter
  bitten telegram unpair 4201337`

type Plain = (name: string, description: string) => Command
type Ask = (asked: TelegramWish, said: string, flags: ControlFlags) => Promise<void>

/** The bot: its token, its chats, and how it stands. */
export function addTelegram(program: Command, perform: Perform): void {
  const telegram = program
    .command('telegram')
    .description('the bot that tells you away from the screen: its token, its chats, how it stands')
    .addHelpText('after', HELP)
  const plain: Plain = (name, description) =>
    telegram
      .command(name)
      .description(description)
      .addOption(dataFolderOption())
      .addOption(jsonOption().default(false))
  const ask: Ask = (asked, said, flags) =>
    perform(flags.json, async (context, out) =>
      (await import('./ask-bot.ts')).askBot(asked, said, flags, context, out),
    )
  addReadings(plain, perform)
  addToken(plain, perform, ask)
  addChats(plain, perform, ask)
}

function addReadings(plain: Plain, perform: Perform): void {
  plain('status', 'how the bot stands, and what to do next').action((flags: ControlFlags) =>
    perform(flags.json, async (context, out) => (await import('./show-bot.ts')).showBot(flags, context, out)),
  )
  plain('chats', 'who is paired, what waits for them, and what keeps it from them').action(
    (flags: ControlFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./show-bot.ts')).showChats(flags, context, out),
      ),
  )
}

function addToken(plain: Plain, perform: Perform, ask: Ask): void {
  const ofVoice = ['--voice', 'of a second bot, which sends the voice notes'] as const
  plain('token', 'keep the token that @BotFather gave, from standard input')
    .option(...ofVoice, false)
    .action((flags: TokenFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./keep-token.ts')).keepToken(flags, context, out),
      ),
    )
  plain('forget', 'forget the token; paired chats stay written down')
    .option(...ofVoice, false)
    .action(({ voice, ...flags }: TokenFlags) =>
      ask({ wish: 'forgetToken', voice }, 'The token is forgotten.', flags),
    )
  plain('take-over', 'take away a webhook that somebody has left on the token').action(
    (flags: ControlFlags) => ask({ wish: 'takeOver' }, 'The webhook is taken away.', flags),
  )
}

function addChats(plain: Plain, perform: Perform, ask: Ask): void {
  plain('code', 'a code that pairs one chat: it works once, for ten minutes')
    .addOption(
      new Option('--role <role>', 'commander: everything; spotter: reads and changes nothing')
        .choices(ChatRole.options)
        .default('commander'),
    )
    .action((flags: CodeFlags) =>
      perform(flags.json, async (context, out) =>
        (await import('./make-code.ts')).makeCode(flags, context, out),
      ),
    )
  plain('unpair', 'tell a chat nothing more, and obey it no more')
    .argument('<chat>', 'its number, as chats shows it', chatNumber)
    .action((chat: ChatId, flags: ControlFlags) =>
      ask({ wish: 'unpair', chat }, `Chat ${chat} is unpaired.`, flags),
    )
  plain('hello', 'send a message to every paired chat, to see that it arrives').action(
    (flags: ControlFlags) =>
      ask({ wish: 'sayHello' }, 'A message goes to every paired chat: look there.', flags),
  )
}

function chatNumber(text: string): ChatId {
  const read = ChatId.safeParse(/^-?\d{1,16}$/.test(text) ? Number(text) : null)
  if (read.success) return read.data
  throw new InvalidArgumentError('Expected the number of a chat, as bitten telegram chats shows it.')
}
