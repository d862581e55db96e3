/** Return codes of the trade server that this broker uses (MQL5 reference: "Return Codes of the Trade Server"). */
export const RETCODE = {
  requote: 10_004,
  reject: 10_006,
  placed: 10_008,
  done: 10_009,
  donePartial: 10_010,
  timeout: 10_012,
  invalid: 10_013,
  invalidVolume: 10_014,
  invalidPrice: 10_015,
  invalidStops: 10_016,
  tradeDisabled: 10_017,
  marketClosed: 10_018,
  noMoney: 10_019,
  noQuotes: 10_021,
  noChanges: 10_025,
  frozen: 10_029,
  positionClosed: 10_036,
  invalidCloseVolume: 10_038,
} as const

/** The request never reached the broker. */
export const NOT_SENT = 0
