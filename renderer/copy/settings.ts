import type { SettingPath, SettingsOrigin } from '../../engine/contracts/settings-desk.ts'

export type SettingGroup =
  'risk' | 'limits' | 'auto' | 'prop' | 'news' | 'alerts' | 'training' | 'roads' | 'terminal' | 'reports'

export type SettingWords = Readonly<{
  group: SettingGroup
  name: string
  unit?: string
  /** What `null` stands for. */
  none?: string
}>

/** In the order of the page. */
export const settingGroups: Readonly<Record<SettingGroup, Readonly<{ title: string; note: string }>>> = {
  risk: { title: 'Risk', note: 'What one trade may cost, and which money may be traded at all.' },
  limits: {
    title: 'Limits',
    note: 'Your own. The tighter of these and your rank’s holds. After a loss of the day, or a guard, what is looser holds from the next trading day on.',
  },
  auto: { title: 'AUTO', note: 'What it may fire by itself. It never does more than your rank allows.' },
  prop: {
    title: 'Lending firm',
    note: 'The rules of a firm that lends you the account, on top of your own limits. In a day that went wrong these, too, get looser only with the next.',
  },
  news: { title: 'News and calendar', note: 'What is done while nobody knows what is announced.' },
  alerts: {
    title: 'Alerts at this computer',
    note: 'What is told beside the window, and how loudly. Telegram’s alerts have a page of their own.',
  },
  training: { title: 'Training ground', note: 'A made-up market. No money is in it.' },
  roads: { title: 'Roads', note: 'For terminals that can’t use the usual connection: files, and the predecessor’s program.' },
  terminal: { title: 'MetaTrader and computer', note: 'Where the terminal finds the desk, and who starts either of them.' },
  reports: { title: 'Reports', note: 'How the drill report and SITREP speak.' },
} // prettier-ignore

/** Of every setting but those of Telegram, which has a page of its own. */
export const settingWords: Readonly<Record<Exclude<SettingPath, `telegram.${string}`>, SettingWords>> = {
  riskPct: { group: 'risk', name: 'Risk of one trade', unit: '%' },
  liveUnlocked: { group: 'risk', name: 'Real money' },
  practiceUnlocked: { group: 'risk', name: 'Practice with every power' },
  'limits.openTrades': { group: 'limits', name: 'Open trades', none: 'as the rank' },
  'limits.shotsADay': { group: 'limits', name: 'Shots a day', none: 'as the rank' },
  'limits.dailyLossPct': { group: 'limits', name: 'Loss of a day', unit: '%', none: 'as the rank' },
  'limits.totalRiskPct': { group: 'limits', name: 'Risk of all open trades', unit: '%' },
  'limits.maxLots': { group: 'limits', name: 'Largest order', unit: 'lots', none: 'no limit' },
  'auto.minQuality': { group: 'auto', name: 'Least quality' },
  'auto.minShield': { group: 'auto', name: 'Least shield' },
  'auto.slots': { group: 'auto', name: 'Open trades at which it stops' },
  'auto.shotsADay': { group: 'auto', name: 'Its shots a day' },
  'prop.maxDrawdown': { group: 'prop', name: 'Largest drawdown', none: 'none' },
  'prop.dailyLossPct': { group: 'prop', name: 'The firm’s daily loss', unit: '%', none: 'none' },
  'prop.newsMinutes': { group: 'prop', name: 'No shot around news', unit: 'minutes', none: 'none' },
  'prop.flatByWeekend': { group: 'prop', name: 'Flat by the week-end' },
  noCalendar: { group: 'news', name: 'Without a calendar' },
  'alerts.quiet': { group: 'alerts', name: 'Quiet' },
  'alerts.notifications': { group: 'alerts', name: 'Notifications' },
  'alerts.sounds': { group: 'alerts', name: 'Sounds' },
  'alerts.voice': { group: 'alerts', name: 'Voice' },
  'alerts.volume': { group: 'alerts', name: 'Volume', unit: '%' },
  'alerts.noise.mission': { group: 'alerts', name: 'Missions' },
  'alerts.noise.order': { group: 'alerts', name: 'Orders and fills' },
  'alerts.noise.closed': { group: 'alerts', name: 'Closed trades' },
  'alerts.noise.denied': { group: 'alerts', name: 'Shots denied' },
  'alerts.noise.trouble': { group: 'alerts', name: 'Trouble' },
  'alerts.noise.link': { group: 'alerts', name: 'Link' },
  'alerts.noise.guard': { group: 'alerts', name: 'Guards and the desk' },
  'alerts.noise.campaign': { group: 'alerts', name: 'Rank, badges and reports' },
  'training.seed': { group: 'training', name: 'Seed' },
  'training.speed': { group: 'training', name: 'Speed', unit: '×' },
  'roads.files.folders': { group: 'roads', name: 'Files: folders' },
  'roads.files.consent': { group: 'roads', name: 'Files: real money', none: 'not given' },
  'roads.legacy.on': { group: 'roads', name: 'Predecessor: listened to' },
  'roads.legacy.port': { group: 'roads', name: 'Predecessor: port' },
  'roads.legacy.folder': { group: 'roads', name: 'Predecessor: folder', none: 'prices only' },
  'roads.legacy.account': { group: 'roads', name: 'Predecessor: account' },
  'roads.legacy.lotStep': { group: 'roads', name: 'Predecessor: lot step', unit: 'lots', none: 'unknown' },
  'roads.legacy.consent': { group: 'roads', name: 'Predecessor: real money', none: 'not given' },
  port: { group: 'terminal', name: 'Port' },
  'watchdog.restartTerminal': { group: 'terminal', name: 'Start MetaTrader again' },
  'desk.startAtLogin': { group: 'terminal', name: 'Start with the computer' },
  reportTone: { group: 'reports', name: 'Tone' },
}

export const wordsOf = (key: string): SettingWords | undefined =>
  Object.hasOwn(settingWords, key) ? settingWords[key as keyof typeof settingWords] : undefined

/** Of one that has several parts. */
export const partWords: Readonly<Record<string, Readonly<{ name: string; unit?: string }>>> = {
  by: { name: 'Counted' },
  pct: { name: 'At most', unit: '%' },
  startBalanceCents: { name: 'Balance at the beginning' },
}

const optionWords: Readonly<Record<string, string>> = {
  true: 'On',
  false: 'Off',
  on: 'On',
  silent: 'Silent',
  off: 'Off',
  block: 'No missions',
  warn: 'With a warning',
  static: 'Static',
  trailing: 'Trailing',
  harsh: 'Harsh',
  balanced: 'Balanced',
  encouraging: 'Encouraging',
  demo: 'Demo',
  contest: 'Contest',
  live: 'Live',
}
export const optionText = (option: string): string => optionWords[option] ?? option

export const originWords: Readonly<Record<SettingsOrigin, string>> = {
  window: 'in the window',
  tray: 'in the tray',
  telegram: 'over Telegram',
  cli: 'by command line',
  auto: 'by AUTO',
  replay: 'by a replay',
  file: 'in the file, by hand',
}

export const settingsCopy = {
  loading: 'Reading the settings.',
  loadingNext: 'They are kept in settings.json.',
  failedNext: 'What holds now goes on holding.',
  retry: 'Read again',
  region: 'Settings',
  revision: (revision: number) => `revision ${revision}`,
  search: 'Search the settings',
  found: (count: number, of: number) => `${count} of ${of}`,
  nothing: 'No setting has all of these words.',
  nothingNext: 'Search for fewer of them, or empty the field to see every setting.',
  jump: 'Go to a group',
  byDefault: (value: string) => `Default ${value}`,
  holds: { 'at once': 'holds at once', 'next start': 'holds from the next start' },
  given: 'given',
  emptyList: 'none',
  empty: 'Empty',
  orEmpty: (may: string, none: string) => `${may}, or empty: ${none}`,
  upTo: (count: number, what: string) => `up to ${count}, ${what}`,
  path: 'a whole path',
  address: 'an address',
  oneALine: 'one a line',
  typing: {
    empty: 'Nothing is typed yet.',
    number: (span: string) => `Write a number, decimals behind a point: ${span}.`,
    outside: (span: string) => `Out of its range: ${span}.`,
    tooMany: (upTo: number) => `At most ${upTo}, one a line.`,
  },
  pending: 'Not sent yet:',
  unsent: (names: string) => `Not sent yet, and not in force: ${names}.`,
  send: 'Change it',
  sending: 'Asking',
  leave: 'Leave it',
  wantsWords: 'This wants words',
  heldOnAccount: (value: string) => `On the shown account ${value} holds: the tighter of this, its rank’s, and what held when the day went wrong.`,
  heldOnRealMoney: (value: string) => `On real money ${value} holds, whatever is set.`,
  lossToday: (amount: string) => `On the shown account the day is over at a loss of ${amount}.`,
  untilStart: (value: string) => `Until the next start ${value} holds.`,
  tryAlerts: {
    try: 'Try it',
    trying: 'Trying.',
    tried: 'Done: as it is set.',
    unheard: {
      noSound: 'The sound could not be played.',
      noVoice: 'This computer has no voice that speaks English: spoken alerts stay silent. Windows and macOS have some in their settings.',
      failed: 'The voice of this computer did not speak.',
    },
  },
  telegram: {
    title: 'Telegram',
    note: 'The bot, who is paired, how loud each alert is, and its voice have a page of their own.',
    open: 'Open the Telegram page',
  },
  look: {
    title: 'Look',
    note: 'Night or day, and colours. It is kept by this window, and is no setting of the desk.',
    open: 'Choose the look',
  },
  data: {
    title: 'Backups and data folder',
    note: 'Everything is kept in this folder. Once a day the ledger is copied into its “backups”; of the settings every version is kept, up to the last hundred.',
    copy: 'Copy the path',
    copied: 'Copied',
  },
  history: {
    title: 'History',
    loading: 'Reading the history.',
    loadingNext: 'Every version that held is kept, up to the last hundred.',
    failedNext: 'The settings themselves do not depend on it.',
    retry: 'Read again',
    asFound: 'as it was found',
    newest: 'holds now',
    restore: (revision: number) => `Restore ${revision}`,
    would: (revision: number) => `Everything as it was at revision ${revision}, as a new version:`,
    wouldNothing: 'Nothing would be other than it is now.',
    wouldUnknown: 'Not every version in between can be read, so what would change can’t be shown before.',
    send: 'Restore it',
  },
} as const // prettier-ignore
