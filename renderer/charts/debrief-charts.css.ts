import { style } from '@vanilla-extract/css'

export const frame = style({ flex: 1, minHeight: 0, minWidth: 0 })
export const pair = style({ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' })
export const upper = style({ flex: '1 1 60%', minHeight: 0 })
export const under = style({ flex: '1 1 40%', minHeight: 0 })
