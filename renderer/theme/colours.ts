/**
 * Every colour of the desk, once for each theme, and what green and red would say once for each palette. Styles read them as
 * CSS variables through `theme.css.ts`. Text colours keep at least 4.5:1 on every ground and on the washes that they stand on;
 * long and short never stand without an arrow or a word.
 */

/**
 * The colours that mean something by themselves, for eyes that tell red from green and for those that don't. `warnLight` lies
 * behind a warning: the dark yellow that can be read on paper would be mud.
 */
type Meanings = Readonly<Record<'long' | 'short' | 'warn' | 'warnLight' | 'fault', string>>

const night = {
  field: '#040b06',
  fieldGrid: '#0a1a0d',
  fieldLight: 'rgba(38, 77, 44, 0.5)',
  panel: '#081509',
  raised: '#0e2112',
  inset: '#050d07',
  line: '#193420',
  lineStrong: '#2d5236',
  gold: '#d4af37',
  goldBright: '#f4dd8d',
  goldDim: '#a88c3a',
  goldLine: 'rgba(212, 175, 55, 0.34)',
  goldWash: 'rgba(212, 175, 55, 0.09)',
  goldFill: '#d4af37',
  goldFillBright: '#f4dd8d',
  inkOnGold: '#0a1206',
  ink: '#eef3e8',
  inkDim: '#bccab8',
  inkFaint: '#8fa28d',
  inkOnBright: '#0a1206',
  training: '#f7b916',
  demo: '#74baff',
  contest: '#cbaeff',
  live: '#ff5f56',
  shadow: 'rgba(0, 0, 0, 0.6)',
  veil: 'rgba(2, 6, 3, 0.78)',
} as const
type Ground = Readonly<Record<keyof typeof night, string>>

/** The same house by day: paper for the field, green ink, brass where gold is read, and gold itself where it is laid on. */
const day: Ground = {
  field: '#eae4d3',
  fieldGrid: '#e0d9c4',
  fieldLight: 'rgba(255, 253, 244, 0.75)',
  panel: '#f8f4e8',
  raised: '#fefbf3',
  inset: '#f2eddf',
  line: '#d8d0b9',
  lineStrong: '#a9a187',
  gold: '#6f5208',
  goldBright: '#574000',
  goldDim: '#766130',
  goldLine: 'rgba(150, 112, 16, 0.42)',
  goldWash: 'rgba(205, 160, 40, 0.16)',
  goldFill: '#d3a82f',
  goldFillBright: '#e6c65f',
  inkOnGold: '#14200f',
  ink: '#14251a',
  inkDim: '#33483a',
  inkFaint: '#4d5e50',
  inkOnBright: '#fffcf2',
  training: '#7c5400',
  demo: '#15559a',
  contest: '#6438a0',
  live: '#a30d1c',
  shadow: 'rgba(44, 40, 20, 0.3)',
  veil: 'rgba(38, 44, 30, 0.58)',
}

const GROUNDS = { night, day } as const
const MEANINGS = {
  night: {
    usual: { long: '#5be6b4', short: '#ff8f70', warn: '#ffc64f', warnLight: '#ffc64f', fault: '#ff7b7b' },
    safe: { long: '#6aa3f3', short: '#ffa024', warn: '#f9e68e', warnLight: '#f9e68e', fault: '#fb5c92' },
  },
  day: {
    usual: { long: '#005236', short: '#9c380a', warn: '#6e4d00', warnLight: '#f0a800', fault: '#860a28' },
    safe: { long: '#0a459f', short: '#8c5303', warn: '#484200', warnLight: '#e8cf00', fault: '#4a0124' },
  },
} as const satisfies Record<keyof typeof GROUNDS, Record<string, Meanings>>

export type DrawnTheme = keyof typeof GROUNDS
export type Palette = keyof (typeof MEANINGS)['night']

/** The same by day and by night: dark on light is what every reader of QR codes expects, and a hazard stripe is yellow. */
const ALWAYS = { scanLight: '#eef3e8', scanDark: '#0a1206', hazard: '#f7b916' } as const

function wash(colour: string, share: number): string {
  const [red, green, blue] = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgba(${red}, ${green}, ${blue}, ${share})`
}

export function coloursOf(theme: DrawnTheme, palette: Palette) {
  const { warnLight, ...meanings }: Meanings = MEANINGS[theme][palette]
  return {
    ...ALWAYS,
    ...GROUNDS[theme],
    ...meanings,
    longWash: wash(meanings.long, 0.12),
    shortWash: wash(meanings.short, 0.12),
    warnWash: wash(warnLight, 0.12),
    faultWash: wash(meanings.fault, 0.14),
  }
}
export type Colours = ReturnType<typeof coloursOf>

export const DRAWN_THEMES: readonly DrawnTheme[] = ['night', 'day']
export const PALETTES: readonly Palette[] = ['usual', 'safe']
