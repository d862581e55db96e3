import { keyframes, style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

export const stack = style({
  position: 'fixed',
  inset: 'auto',
  margin: 0,
  padding: 0,
  border: 0,
  background: 'transparent',
  color: theme.colour.ink,
  right: theme.space.large,
  bottom: '3.25rem',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  maxHeight: 'calc(100vh - 9rem)',
  overflowY: 'auto',
  width: 'clamp(17rem, 22.5vw, 60rem)',
  pointerEvents: 'none',
})

const arrive = keyframes({ from: { opacity: 0, transform: 'translateX(0.75rem)' }, to: { opacity: 1 } })

const base = style({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  padding: `${theme.space.small} ${theme.space.medium}`,
  background: theme.colour.raised,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderLeftWidth: '3px',
  borderRadius: theme.radius.medium,
  boxShadow: `0 0.5rem 1.75rem ${theme.colour.shadow}`,
  animation: `${arrive} ${theme.motion.calm} ${theme.motion.ease}`,
  pointerEvents: 'auto',
})

export const card = styleVariants({
  info: [base, { borderLeftColor: theme.colour.gold }],
  warn: [base, { borderLeftColor: theme.colour.warn }],
  error: [base, { borderLeftColor: theme.colour.fault }],
})

const smallCaps = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.small,
  fontWeight: 600,
  letterSpacing: '0.1em',
  textTransform: 'uppercase',
})
export const word = styleVariants({
  info: [smallCaps, { color: theme.colour.gold }],
  warn: [smallCaps, { color: theme.colour.warn }],
  error: [smallCaps, { color: theme.colour.fault }],
})

export const text = style({ gridColumn: 1, fontSize: theme.size.body, overflowWrap: 'anywhere' })

export const dismiss = style({
  gridColumn: 2,
  gridRow: '1 / span 2',
  alignSelf: 'start',
  width: '1.5rem',
  height: '1.5rem',
  border: 'none',
  background: 'transparent',
  color: theme.colour.inkFaint,
  fontSize: theme.size.lead,
  lineHeight: 1,
  cursor: 'pointer',
  selectors: { '&:hover': { color: theme.colour.ink } },
})
