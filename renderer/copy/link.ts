export const linkCopy = {
  region: 'Terminals',
  none: 'No terminal is linked.',
  noneNext:
    'The training terminal starts by itself. A real one connects when its Expert Advisor has the pairing key.',
  live: 'Linked',
  down: 'Link down',
  armed: 'Armed',
  armedMeaning: 'Reconciled with the terminal: shots can be fired.',
  disarmed: 'Not armed',
  beat: 'Beat',
  data: 'Data',
  ping: 'Ping',
  ticks: 'Ticks',
  faults: 'Faults',
  never: 'none yet',
  ago: (age: string) => `${age} ago`,
  autoTrading: { true: 'AutoTrading on', false: 'AutoTrading off', null: 'AutoTrading unknown' },
  broker: { true: 'Broker connected', false: 'Broker lost', null: 'Broker unknown' },
  cannot: { zmq: '', files: 'By files:', legacy: 'By the predecessor’s feed:' },
  show: (name: string) => `Show the account of ${name}`,
  showMeaning:
    'Its market, account, limits and record are shown. Missions and open trades of every terminal stay in sight.',
  mark: (mark: string) =>
    `Account ${mark}: the start of its login’s fingerprint. The login itself never leaves the terminal.`,
  next: 'Next:',
  program: (runtime: string, dataFolder: string) => `${runtime}\nData in ${dataFolder}`,
} as const
