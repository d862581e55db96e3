import { style } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

/** A dark plate with a gold hairline that fades along its top edge, and a corner bracket as on a map sheet. */
export const panel = style({
  position: 'relative',
  // What happens in one panel lays out that panel only.
  contain: 'layout style',
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  background: `linear-gradient(180deg, ${theme.colour.raised} 0, ${theme.colour.panel} 3.5rem)`,
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.medium,
  selectors: {
    '&::before': {
      content: '',
      position: 'absolute',
      inset: '-1px -1px auto -1px',
      height: '1px',
      background: `linear-gradient(90deg, ${theme.colour.goldFill} 0, ${theme.colour.goldLine} 38%, transparent 88%)`,
    },
    '&::after': {
      content: '',
      position: 'absolute',
      right: '-1px',
      bottom: '-1px',
      width: '0.625rem',
      height: '0.625rem',
      borderRight: `1px solid ${theme.colour.goldDim}`,
      borderBottom: `1px solid ${theme.colour.goldDim}`,
      pointerEvents: 'none',
    },
  },
})

export const header = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  minHeight: '2.125rem',
  padding: `0 ${theme.space.medium}`,
  borderBottom: `1px solid ${theme.colour.line}`,
})

export const title = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.13em',
  textTransform: 'uppercase',
  color: theme.colour.gold,
  whiteSpace: 'nowrap',
})

export const aside = style({
  marginLeft: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  color: theme.colour.inkFaint,
  fontSize: theme.size.small,
  minWidth: 0,
})

export const staleMark = style({
  padding: `0 ${theme.space.small}`,
  border: `1px dashed ${theme.colour.warn}`,
  borderRadius: theme.radius.small,
  color: theme.colour.warn,
  fontFamily: theme.font.heading,
  fontSize: theme.size.small,
  fontWeight: 600,
  letterSpacing: '0.1em',
  textTransform: 'uppercase',
})

export const bareBody = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  transition: `filter ${theme.motion.calm}`,
  selectors: { [`${panel}[data-freshness=stale] &`]: { filter: 'saturate(0.35)' } },
})

export const body = style([bareBody, { padding: theme.space.medium }])
