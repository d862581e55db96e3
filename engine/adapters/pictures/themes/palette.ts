import type { CardTheme } from '../../../contracts/card.ts'
import type { AccountKind } from '../../../contracts/primitives.ts'

/** Colours of one theme. Text keeps at least 4.5:1 on the field, large figures 3:1. */
export type Palette = Readonly<{
  /** From the top left to the bottom right. */
  field: readonly [string, string]
  /** Ornament and hair lines. */
  line: string
  accent: string
  ink: string
  inkDim: string
  inkFaint: string
  won: string
  lost: string
  /** Behind the code, which is always dark on light. */
  paper: string
  codeInk: string
}>

export const PALETTES: Readonly<Record<CardTheme, Palette>> = {
  nightOps: {
    field: ['#0d2313', '#030804'],
    line: '#1f4a2b',
    accent: '#d4af37',
    ink: '#eef3e8',
    inkDim: '#bccab8',
    inkFaint: '#8fa28d',
    won: '#f4dd8d',
    lost: '#ff8f70',
    paper: '#f4efdc',
    codeInk: '#07130a',
  },
  desert: {
    field: ['#e9d3a6', '#c99f63'],
    line: '#a9803f',
    accent: '#7a3b12',
    ink: '#2a1808',
    inkDim: '#402a11',
    inkFaint: '#4d3516',
    won: '#7a2f0a',
    lost: '#8a1f14',
    paper: '#fff8e6',
    codeInk: '#241405',
  },
  arctic: {
    field: ['#f4f9fd', '#c6dcec'],
    line: '#8fb4cf',
    accent: '#0b5c8e',
    ink: '#0b2236',
    inkDim: '#274a63',
    inkFaint: '#3d5f78',
    won: '#055a86',
    lost: '#a5352b',
    paper: '#ffffff',
    codeInk: '#071a2a',
  },
  ember: {
    field: ['#2b0f0b', '#0a0404'],
    line: '#7d3218',
    accent: '#ff7a2f',
    ink: '#fff1e6',
    inkDim: '#e2c4b3',
    inkFaint: '#b8937f',
    won: '#ffb35c',
    lost: '#ff8585',
    paper: '#fff0e2',
    codeInk: '#1a0805',
  },
}

/** The same on every theme, so that nobody mistakes one for another. */
export const ACCOUNT_COLOURS: Readonly<Record<AccountKind, string>> = {
  simulated: '#f7b916',
  demo: '#74baff',
  contest: '#cbaeff',
  live: '#ff5f56',
}
export const ACCOUNT_INK = '#0a1206'
