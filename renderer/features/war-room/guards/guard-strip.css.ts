import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const strip = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'stretch',
  margin: `0 ${theme.space.small}`,
  background: theme.colour.panel,
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.medium,
})

export const guards = style({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  fontSize: theme.size.small,
})

export const stale = style({
  display: 'flex',
  alignItems: 'center',
  paddingLeft: theme.space.medium,
})

/** Three lines at most in a low window, five in a high one: then it scrolls, the worst stays above. */
export const list = style({
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  maxHeight: 'clamp(6rem, 19vh, 12rem)',
  overflowY: 'auto',
})

const line = style({
  flex: '1 0 auto',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  minHeight: '2rem',
  padding: `${theme.space.tight} ${theme.space.medium}`,
  lineHeight: 1.25,
  selectors: { '& + &': { borderTop: `1px solid ${theme.colour.line}` } },
})
export const lineOf = styleVariants({
  block: [line, { background: theme.colour.faultWash }],
  warn: [line, { background: theme.colour.warnWash }],
})

const sign = style({ flex: 'none', position: 'relative', width: '0.75rem', height: '0.75rem' })
/** An octagon stops, a triangle warns: the shape says it without its colour. */
export const signOf = styleVariants({
  block: [
    sign,
    {
      background: theme.colour.fault,
      clipPath: 'polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)',
    },
  ],
  warn: [sign, { background: theme.colour.warn, clipPath: 'polygon(50% 4%, 100% 96%, 0 96%)' }],
})

const name = style({
  flex: 'none',
  minWidth: '7.5rem',
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 700,
  letterSpacing: '0.08em',
  textTransform: 'uppercase',
  whiteSpace: 'nowrap',
})
export const nameOf = styleVariants({
  block: [name, { color: theme.colour.fault }],
  warn: [name, { color: theme.colour.warn }],
})

export const text = style({ flex: 1, minWidth: 0, color: theme.colour.ink })
export const end = style({ flex: 'none', display: 'flex', alignItems: 'center', gap: theme.space.medium })
export const left = style({ color: theme.colour.inkDim, whiteSpace: 'nowrap' })
export const clock = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.lead,
  fontWeight: 600,
  fontVariantNumeric: 'tabular-nums',
  color: theme.colour.ink,
})

export const none = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  padding: `0 ${theme.space.medium}`,
  color: theme.colour.inkDim,
})
const ring = style({
  flex: 'none',
  width: '0.625rem',
  height: '0.625rem',
  borderRadius: theme.radius.pill,
})
export const free = style([ring, { border: `2px solid ${theme.colour.long}` }])
export const unknown = style([ring, { border: `2px dotted ${theme.colour.warn}` }])
