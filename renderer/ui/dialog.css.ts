import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

const base = style({
  maxHeight: 'calc(100vh - 4rem)',
  margin: 'auto',
  padding: 0,
  overflow: 'auto',
  color: theme.colour.ink,
  background: `linear-gradient(180deg, ${theme.colour.raised} 0, ${theme.colour.panel} 6rem)`,
  border: `1px solid ${theme.colour.goldDim}`,
  borderRadius: theme.radius.medium,
  selectors: { '&::backdrop': { background: theme.colour.veil } },
})

export const dialog = styleVariants({
  wide: [base, { width: 'min(56rem, calc(100vw - 4rem))' }],
  narrow: [base, { width: 'min(38rem, calc(100vw - 4rem))' }],
})

/** Over real money it has the frame of the room. */
export const forReal = style({ border: `3px solid ${theme.colour.live}` })

export const head = style({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.large,
  padding: `${theme.space.medium} ${theme.space.wide}`,
  borderBottom: `1px solid ${theme.colour.goldLine}`,
  background: theme.colour.raised,
})
export const title = style({
  flex: 1,
  fontFamily: theme.font.heading,
  fontSize: theme.size.title,
  fontWeight: 600,
  letterSpacing: '0.1em',
  lineHeight: 1.15,
  textTransform: 'uppercase',
  color: theme.colour.gold,
})
export const live = style({
  padding: `0 ${theme.space.medium}`,
  background: theme.colour.live,
  color: theme.colour.inkOnBright,
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 700,
  letterSpacing: '0.2em',
  textTransform: 'uppercase',
})
