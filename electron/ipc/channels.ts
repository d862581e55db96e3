/** The names of everything that crosses between a window and the main process; both sides share this list. */
export const CALL_NAMES = [
  'getView', 'showTerminal', 'linkReport', 'notices', 'command', 'ask', 'simulate', 'about', 'metaTraders', 'installEa', 'pairing',
  'settings', 'settingFacts', 'changeSettings', 'settingsHistory', 'restoreSettings', 'telegram', 'telegramWish', 'keepLook', 'tryCue',
  'firstSteps', 'endFirstSteps',
  'lab', 'labWish', 'chooseLabFolder',
] as const // prettier-ignore
export type CallName = (typeof CALL_NAMES)[number]

export const PUSH_NAMES = [
  'patch',
  'seen',
  'notice',
  'showMission',
  'telegramChanged',
  'labChanged',
  'cue',
  'showPage',
] as const
export type PushName = (typeof PUSH_NAMES)[number]

export const channelOf = (name: CallName | PushName): string => `bitten:${name}`
