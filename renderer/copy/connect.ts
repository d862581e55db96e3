export const connectCopy = {
  open: 'Connect MetaTrader',
  title: 'Connect MetaTrader 5',
  intro:
    'Four steps, once for each terminal. The trade stays with your broker; BITTEN only speaks with the Expert Advisor on this computer.',
  close: 'Close',
  install: {
    title: 'Put the Expert Advisor into the terminal',
    searching: 'Looking for terminals.',
    none: 'No terminal was found on this computer.',
    noneNext: 'Start MetaTrader 5 once, then look again. Or type: bitten ea install --terminal FOLDER',
    again: 'Look again',
    button: 'Install',
    busy: 'Installing',
    portable: 'portable',
  },
  key: {
    title: 'Pairing key',
    text: 'Install has written it for you. Type it only where you install by hand.',
    show: 'Show the key',
    copy: 'Copy',
    copied: 'Copied',
    port: (port: number) => `Port ${port}`,
  },
  tick: {
    title: 'Tick this in MetaTrader',
    address: 'Tools › Options › Expert Advisors: tick “Allow WebRequest for listed URL” and add',
    trading: 'Press Algo Trading in the toolbar, so that it is green.',
    chart:
      'Drag BITTENBridge from the Navigator (Expert Advisors › BITTEN) onto any chart, and tick “Allow Algo Trading”.',
  },
  link: {
    title: 'The link, step by step',
    rows: {
      linked: 'The Expert Advisor is linked',
      prices: 'Prices arrive',
      broker: 'The terminal reaches the broker',
      trading: 'Algo Trading is on',
      armed: 'Armed: shots can be fired',
    },
    waiting: 'Waiting for the Expert Advisor.',
    state: { yes: 'yes', no: 'not yet' },
  },
  step: { done: 'Done', todo: 'You', failed: 'Failed' },
} as const
