import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const bar = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  padding: theme.space.small,
})
export const total = style({ marginLeft: 'auto', fontSize: theme.size.small, color: theme.colour.inkFaint })

export const list = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  padding: `0 ${theme.space.small}`,
})

export const row = style({
  width: '100%',
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  gap: `0 ${theme.space.small}`,
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
  color: theme.colour.ink,
  textAlign: 'left',
  cursor: 'pointer',
  selectors: {
    '&:hover': { borderColor: theme.colour.gold },
    '&[aria-pressed=true]': {
      borderColor: theme.colour.gold,
      background: theme.colour.goldWash,
      boxShadow: `inset 3px 0 0 ${theme.colour.gold}`,
    },
  },
})
export const pair = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.03em',
})
const result = style({ fontSize: theme.size.body, fontWeight: 600 })
export const r = styleVariants({
  kill: [result, { color: theme.colour.long }],
  debrief: [result, { color: theme.colour.short }],
})
export const date = style({ gridColumn: '1 / -1', fontSize: theme.size.tiny, color: theme.colour.inkFaint })
