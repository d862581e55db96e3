export const lookCopy = {
  /** On the key in the rail. */
  word: 'Look',
  name: 'Look: night or day, and colours',
  title: 'Look',
  close: 'Done',
  theme: 'Theme',
  palette: 'Colours',
  themes: {
    night: { text: 'Night ops', meaning: 'Green-black and gold.' },
    day: { text: 'Daylight', meaning: 'Warm paper and green ink, for a bright room.' },
    system: { text: 'As the system', meaning: 'Night ops or Daylight, as this computer is set.' },
  },
  palettes: {
    usual: { text: 'Usual', meaning: 'Long is green, short is red.' },
    safe: {
      text: 'Colour-blind safe',
      meaning: 'Long is blue, short is orange; they stay apart for eyes that miss red, green or blue.',
    },
  },
  sample: 'What it looks like',
  warning: 'Warning',
  fault: 'Fault',
  note: 'It holds for this window. Pictures made to be shared keep a look of their own.',
} as const
