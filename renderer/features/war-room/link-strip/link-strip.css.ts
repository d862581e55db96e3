import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const strip = style({
  flex: 'none',
  display: 'flex',
  borderTop: `1px solid ${theme.colour.goldLine}`,
  background: theme.colour.inset,
  fontSize: theme.size.small,
})

export const empty = style({
  padding: `${theme.space.small} ${theme.space.medium}`,
  color: theme.colour.inkDim,
})

const line = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.medium,
  minHeight: '2.125rem',
  padding: `${theme.space.tight} ${theme.space.medium}`,
  whiteSpace: 'nowrap',
  selectors: {
    '& + &': { borderTop: `1px solid ${theme.colour.line}` },
    '&[data-health=down]': { background: theme.colour.faultWash },
    '&[data-health=blocked]': { background: theme.colour.warnWash },
  },
})

const light = style({ flex: 'none', width: '0.625rem', height: '0.625rem' })

/** Round and lit, a diamond, a square: the state can be read without colour. */
export const lamp = styleVariants({
  good: [
    light,
    {
      borderRadius: theme.radius.pill,
      background: theme.colour.long,
      boxShadow: `0 0 0.5rem ${theme.colour.long}`,
    },
  ],
  blocked: [light, { transform: 'rotate(45deg)', background: theme.colour.warn }],
  down: [light, { background: theme.colour.fault }],
})

/** The one whose account is shown, where there are several. */
export const row = styleVariants({
  other: [line],
  shown: [line, { boxShadow: `inset 0.1875rem 0 0 ${theme.colour.gold}` }],
})

export const account = style({ minWidth: '6rem', letterSpacing: '0.03em', textTransform: 'none' })
export const accountName = style({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' })

const kindWord = style({
  flex: 'none',
  fontFamily: theme.font.heading,
  fontWeight: 700,
  letterSpacing: '0.08em',
  textTransform: 'uppercase',
})
export const kind = styleVariants({
  simulated: [kindWord, { color: theme.colour.training }],
  demo: [kindWord, { color: theme.colour.demo }],
  contest: [kindWord, { color: theme.colour.contest }],
  live: [kindWord, { color: theme.colour.live }],
})

/** A word of the line that can be pressed: underlined by dots, as no other word of it is. */
export const state = style({
  // It can be hit well, and its line is no higher for it.
  padding: `${theme.space.tight} 0`,
  margin: `calc(-1 * ${theme.space.tight}) 0`,
  border: 0,
  background: 'none',
  color: theme.colour.ink,
  font: 'inherit',
  fontWeight: 600,
  textAlign: 'left',
  textDecoration: `underline dotted ${theme.colour.inkFaint}`,
  textUnderlineOffset: '0.2em',
  cursor: 'pointer',
  selectors: { '&:hover': { color: theme.colour.goldBright } },
})
export const broker = style({
  color: theme.colour.inkDim,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  minWidth: '4rem',
})

const arming = style({
  padding: `0 ${theme.space.small}`,
  border: '1px solid currentColor',
  borderRadius: theme.radius.small,
  fontFamily: theme.font.heading,
  fontWeight: 700,
  letterSpacing: '0.1em',
  textTransform: 'uppercase',
})
export const armed = styleVariants({
  yes: [arming, { color: theme.colour.goldBright }],
  no: [arming, { color: theme.colour.warn, borderStyle: 'dashed' }],
})

export const problem = style({ whiteSpace: 'normal', color: theme.colour.ink, fontWeight: 500 })
export const cannot = style({
  padding: `0 ${theme.space.medium} ${theme.space.tight}`,
  color: theme.colour.inkDim,
})
/** On a line of its own: it is read in a hurry. */
export const next = style({ display: 'block', color: theme.colour.inkDim, fontWeight: 400 })
export const nextWord = style({ color: theme.colour.goldBright })

export const pulse = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.large,
  marginLeft: 'auto',
})
export const beat = style({ display: 'flex', gap: theme.space.tight, color: theme.colour.inkFaint })
export const minorBeat = style([beat, { '@media': { '(max-width: 1239px)': { display: 'none' } } }])
export const value = style({ fontFamily: theme.font.numbers, color: theme.colour.ink, minWidth: '4.2rem' })
const fact = style({ display: 'flex', gap: theme.space.large, color: theme.colour.inkDim })
/** Where one is wrong the row says so anyway: the names of several accounts need the room more. */
export const facts = styleVariants({
  major: [fact],
  minor: [fact, { '@media': { '(max-width: 1239px)': { display: 'none' } } }],
})
export const hidden = style({ display: 'none' })

export const aside = style({ alignSelf: 'center', padding: `0 ${theme.space.medium}` })
export const links = style({ flex: 1, minWidth: 0 })
export const program = style({
  alignSelf: 'center',
  padding: `0 ${theme.space.medium}`,
  borderLeft: `1px solid ${theme.colour.line}`,
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
  '@media': { '(max-width: 1239px)': { display: 'none' } },
})
