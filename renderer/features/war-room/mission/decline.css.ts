import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** Covers the trigger: two opposite decisions are never side by side. */
export const sheet = style({
  position: 'absolute',
  inset: 'auto -0.25rem -0.5rem',
  minHeight: 'calc(100% + 1rem)',
  zIndex: 2,
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'center',
  gap: theme.space.tight,
  padding: theme.space.small,
  background: theme.colour.raised,
  border: `1px solid ${theme.colour.goldDim}`,
  borderRadius: theme.radius.medium,
})

export const reason = style({
  justifyContent: 'flex-start',
  fontFamily: theme.font.words,
  fontSize: theme.size.tiny,
  fontWeight: 500,
  letterSpacing: 0,
  textTransform: 'none',
})

export const other = style({
  minWidth: 0,
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  fontSize: theme.size.small,
  selectors: { '&::placeholder': { color: theme.colour.inkFaint } },
})

export const foot = style({ display: 'flex', justifyContent: 'space-between', gap: theme.space.tight })
