import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

const base = style({
  position: 'relative',
  flex: 'none',
  overflow: 'hidden',
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderRadius: theme.radius.medium,
})

export const card = styleVariants({
  kill: [
    base,
    {
      border: `1px solid ${theme.colour.gold}`,
      background: `linear-gradient(120deg, color-mix(in srgb, ${theme.colour.goldFill} 20%, transparent), ${theme.colour.panel} 62%)`,
    },
  ],
  debrief: [base, { border: `1px solid ${theme.colour.lineStrong}`, background: theme.colour.inset }],
})

export const crosshair = style({
  position: 'absolute',
  right: '-1.5rem',
  top: '-1.75rem',
  width: '10rem',
  fill: 'none',
  stroke: theme.colour.gold,
  strokeWidth: 1,
  opacity: 0.13,
  pointerEvents: 'none',
})

export const head = style({ display: 'flex', justifyContent: 'space-between', alignItems: 'center' })

const kindWord = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 700,
  letterSpacing: '0.13em',
  textTransform: 'uppercase',
})
export const kind = styleVariants({
  kill: [kindWord, { color: theme.colour.goldBright }],
  debrief: [kindWord, { color: theme.colour.inkDim }],
})

export const line = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.space.small,
  minWidth: 0,
})
export const pair = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.03em',
})

const result = style({ fontSize: theme.size.title, fontWeight: 700, lineHeight: 1.15 })
export const r = styleVariants({
  kill: [result, { color: theme.colour.long }],
  debrief: [result, { color: theme.colour.short }],
})
export const reason = style({ fontSize: theme.size.small, color: theme.colour.inkDim })
export const money = style({ fontSize: theme.size.small, color: theme.colour.ink })
export const small = style({
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontSize: theme.size.tiny,
  color: theme.colour.inkFaint,
})
