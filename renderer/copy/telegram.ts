import type { AlertKind, Noise } from '../../engine/contracts/alerts.ts'
import type { Persona, TelegramState } from '../../engine/contracts/telegram.ts'
import type { ChatRole } from '../../engine/contracts/telegram-chat.ts'

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

type Words = Readonly<{ text: string; meaning: string }>

export const stateWords: Readonly<Record<TelegramState, string>> = {
  off: 'Off',
  noToken: 'No bot',
  connecting: 'Connecting',
  live: 'Connected',
  unreachable: 'Out of reach',
  conflict: 'Conflict',
  webhook: 'Webhook',
  refused: 'Refused',
  limited: 'Pausing',
  broken: 'Starting again',
}

export const roleWords: Readonly<Record<ChatRole, Words>> = {
  commander: { text: 'Commander', meaning: 'Reads everything, fires and closes. A private chat only.' },
  spotter: { text: 'Spotter', meaning: 'Reads and is alerted, and changes nothing. A group can be one.' },
}
export const roles: readonly ChatRole[] = ['commander', 'spotter']

export const noiseWords: Readonly<Record<Noise, Words>> = {
  on: { text: 'On', meaning: 'told with a sound' },
  silent: { text: 'Silent', meaning: 'told without a sound' },
  digest: { text: 'Digest', meaning: 'told later, together' },
  off: { text: 'Off', meaning: 'not told' },
}
/** From the loudest to the quietest. */
export const noises: readonly Noise[] = ['on', 'silent', 'digest', 'off']

export const alertWords: Readonly<Record<AlertKind, Words>> = {
  mission: { text: 'Mission', meaning: 'the plan, and what becomes of it' },
  fired: { text: 'Fired', meaning: 'your order is on its way' },
  filled: { text: 'Filled', meaning: 'with its ticket and slippage' },
  moved: { text: 'Moved', meaning: 'a stop or a target is elsewhere' },
  partial: { text: 'Partial', meaning: 'a part of a position was closed' },
  closed: { text: 'Closed', meaning: 'what it came to, in R and money' },
  expired: { text: 'Expired', meaning: 'a mission ended without a shot' },
  denied: { text: 'Denied', meaning: 'a shot was refused, and why' },
  trouble: { text: 'Trouble', meaning: 'somebody should look' },
  link: { text: 'Link', meaning: 'a terminal went, or is back' },
  guard: { text: 'Guard', meaning: 'a rule holds fire, or lets go' },
  desk: { text: 'Desk', meaning: 'paused, resumed, switched, flattened' },
  drillReport: { text: 'Drill report', meaning: 'the day, in the evening' },
  sitrep: { text: 'SITREP', meaning: 'the week' },
  badge: { text: 'Badge', meaning: 'one was earned' },
  rank: { text: 'Rank', meaning: 'a step up' },
}
/** In the order in which things happen. */
export const alertKinds: readonly AlertKind[] = [
  'mission', 'fired', 'filled', 'moved', 'partial', 'closed', 'expired', 'denied', 'trouble', 'link', 'guard', 'desk', 'drillReport',
  'sitrep', 'badge', 'rank',
] // prettier-ignore

export const personaWords: Readonly<Record<Persona, Words>> = {
  SERGEANT: { text: 'Sergeant', meaning: 'Short and sharp.' },
  CONTROL: { text: 'Control', meaning: 'Calm, like a tower.' },
  ANALYST: { text: 'Analyst', meaning: 'Sober, figure after figure.' },
  COACH: { text: 'Coach', meaning: 'On your side.' },
  QUIET: { text: 'Quiet', meaning: 'As few words as it takes.' },
}
export const personas: readonly Persona[] = ['SERGEANT', 'CONTROL', 'ANALYST', 'COACH', 'QUIET']

export const telegramCopy = {
  loading: 'Asking how the bot stands.',
  loadingNext: 'Its connection, its chats and its code come from the desk itself.',
  failedNext: 'The desk trades on without its bot. Ask again in a moment.',
  retry: 'Ask again',
  connection: {
    title: 'Bot',
    unnamed: 'No bot is connected',
    takeOver: 'Take it over',
    takenOver: 'The webhook is taken away; the bot listens here.',
    switchOff: 'Switch off',
    switchOn: 'Switch on',
    switchedOff: 'Telegram is switched off. The token stays kept.',
    switchedOn: 'Telegram is switched on.',
  },
  token: {
    title: 'Token',
    kept: 'A token is kept. It is never shown again.',
    none: 'Write to @BotFather in Telegram, send /newbot, and paste what it answers here.',
    field: { bot: 'Token from @BotFather', voice: 'Token of a second bot' },
    keep: 'Keep the token',
    leave: 'Leave it',
    paste: 'Paste a token',
    replace: 'Replace it',
    isKept: 'The token is kept.',
    noToken:
      'There is no token in this: BotFather gives digits, a colon and letters. Copy its message and paste it.',
    forget: 'Forget it',
    forgetTitle: 'Forget the token?',
    forgetMeaning: {
      bot: 'The bot ends, and nothing is told any more. Paired chats stay written down, and count again when the same bot is back.',
      voice: 'Voice notes are sent by the first bot then.',
    },
    forgotten: 'The token is forgotten.',
    stay: 'Keep it',
  },
  pairing: {
    title: 'Pair a chat',
    role: 'What the chat may do',
    make: 'Make a code',
    again: 'Another code',
    notYet: 'A code needs a bot that is connected: somebody has to show it to the bot.',
    how: (bot: string) =>
      `On your phone, open this link, or send /start and the code to @${bot}. It works once, for one chat.`,
    code: 'Code',
    left: 'left',
    over: 'This code has run out.',
    qr: 'QR code of the link',
    copy: 'Copy the link',
    copied: 'Copied',
    drop: 'Drop the code',
  },
  chats: {
    title: 'Paired chats',
    count: (count: number) => plural(count, 'chat'),
    empty: 'Nobody is paired yet.',
    emptyNext:
      'Make a code and show it to the bot. Alerts go to paired chats only, and only they are answered.',
    hello: 'Say hello',
    helloSaid: 'A message goes to every paired chat. Look there.',
    who: 'Chat',
    role: 'Role',
    waits: 'Waiting',
    lastSent: 'Last sent, UTC',
    actions: 'Actions',
    nothingSent: 'nothing yet',
    private: 'private',
    group: 'group',
    since: (date: string) => `since ${date}`,
    unpair: 'Unpair',
    unpairName: (name: string) => `Unpair ${name}`,
    unpairTitle: 'Unpair this chat?',
    unpairMeaning: (name: string) =>
      `${name} is told nothing from then on, and what it writes is not obeyed. What it has been told stays in the chat.`,
    unpaired: 'The chat is unpaired.',
    stay: 'Keep it paired',
    strangers: (messages: number) =>
      `${plural(messages, 'message')} from chats that are not paired. Such a chat is answered once at most. Newest:`,
  },
  settings: {
    loading: 'Reading the settings.',
    loadingNext: 'They are kept in settings.json.',
    failedNext: 'What holds now goes on holding.',
    retry: 'Read again',
  },
  noise: {
    title: 'What is told',
    open: 'The message of a mission is kept up to date, however quiet the rest.',
  },
  digest: {
    title: 'Digest',
    meaning: 'What is told as a digest waits, and comes in one message.',
    every: 'Digest every',
    minutes: 'minutes',
    keep: 'Keep',
    kept: (minutes: number) => `What is told together is told every ${plural(minutes, 'minute')}.`,
  },
  way: {
    title: 'Network',
    proxy: 'Proxy',
    hint: 'http://host:port or socks5://host:port',
    none: 'Straight to Telegram, without a proxy.',
    keep: 'Use this proxy',
    drop: 'No proxy',
    kept: 'The bot goes through the proxy from now on.',
    dropped: 'The bot goes straight to Telegram from now on.',
    server: 'Server',
    serverMeaning: 'telegram.apiRoot of the settings',
  },
  voice: {
    title: 'Voice notes',
    kinds: 'Read these aloud',
    persona: 'Who speaks',
    ownBot: 'Voice notes come from the same bot, unless a second one has its token here.',
    secondBot: 'A second bot sends the voice notes. Start it in your chat once, so that it may write there.',
  },
} as const
