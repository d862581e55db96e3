export const pagesCopy = {
  region: 'Screens',
  room: 'Room',
  debrief: 'Debrief',
  trades: 'Trades',
  notebook: 'Notebook',
  log: 'Log',
  ghosts: 'Ghosts',
  campaign: 'Campaign',
  cards: 'Cards',
  squad: 'Squad',
  proving: 'Proving ground',
  telegram: 'Telegram',
  settings: 'Settings',
  link: 'Link',
  /** Said of the key that brings a person there. */
  key: (word: string, key: string) => `${word}, ${key}`,
} as const
