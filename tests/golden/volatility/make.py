"""Golden vectors for engine/domain/market/volatility.ts, from venom-study section 5 and nothing of ours.

    python3 tests/golden/volatility/make.py > tests/golden/volatility/volatility.json

Standard library only; New York's clock is the system's time zone database. Each answer is worked out from the whole history
again: every slot from the list of its squared returns, both averages from explicit weights.

The study had years of warm-up. Where a slot has not been seen, ours is said in volatility.ts: it stands at the mean of all
squared returns so far, the present one included, and that counts as one of the first twenty observations.
"""

import json
import math
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")
UTC = ZoneInfo("UTC")
CLIP = 0.01
GAP = timedelta(hours=5)
QUARTER = timedelta(minutes=15)
MEMORY = 20
KEEP = 0.5 ** (1 / 16)


def made_bars():
    """Five weeks of quarter hours over a change of clocks: loud and quiet hours, leaps, holes, week-ends."""
    state = 20190310
    close = 113_000
    start = datetime(2026, 2, 15, 22, tzinfo=UTC)
    bars = []
    for k in range(35 * 96):
        at = start + k * QUARTER
        local = at.astimezone(NEW_YORK)
        state = state * 48271 % 2147483647
        first = state
        state = state * 48271 % 2147483647
        into_week = (local.weekday() + 1) % 7 * 24 + local.hour
        if into_week < 17 or into_week >= 5 * 24 + 17:
            continue
        if first % 97 == 0 or (1200 <= k < 1224):
            continue
        loud = 40 if 3 <= local.hour < 12 else 8
        close += first % (2 * loud + 1) - loud + (1_900 if k == 2801 else 0) + (-250 if k == 2222 else 0)
        bars.append((at, close))
    return bars


def slot_of(at):
    local = at.astimezone(NEW_YORK)
    return (local.hour * 60 + local.minute) // 15


def squares_of(bars):
    """Squared return of every bar but the first: clipped at one percent, 0 after a gap of over five hours."""
    answers = []
    for (before_at, before), (at, close) in zip(bars, bars[1:]):
        gap = at - (before_at + QUARTER) > GAP
        move = 0.0 if gap else math.log(close / before)
        answers.append((slot_of(at), max(-CLIP, min(CLIP, move)) ** 2))
    return answers


def usual_of(history, slot):
    """v[slot] after `history`; None when it was never seen."""
    value, seen = None, 0
    for k, (of, square) in enumerate(history):
        if of != slot:
            continue
        if value is None:
            value = math.fsum(each for _, each in history[: k + 1]) / (k + 1)
        seen += 1
        value += (square - value) / min(MEMORY, seen + 1)
    return value


def before_update(history, k):
    """v of the slot of return k as it stood before that return changed it."""
    value = usual_of(history[:k], history[k][0])
    return math.fsum(each for _, each in history[: k + 1]) / (k + 1) if value is None else value


def main():
    bars = made_bars()
    history = squares_of(bars)
    stood = [before_update(history, k) for k in range(len(history))]
    checks = []
    for known in [96, 97, 150, 333, 480, 777, 1000, 1164, 1165, 1166, 1300, 1500, 1801, 2000, len(history)]:
        past = history[:known]
        weights = [KEEP ** (known - 1 - k) for k in range(known)]
        recent = math.fsum(w * square for w, (_, square) in zip(weights, past))
        expected = math.fsum(w * v for w, v in zip(weights, stood))
        ratio = max(0.2, min(6.0, recent / expected))
        at, close = bars[known]
        first = slot_of(at + QUARTER)
        mean = math.fsum(square for _, square in past) / known
        usual = [usual_of(past, (first + k) % 96) for k in range(16)]
        usual = [mean if value is None else value for value in usual]
        check = {"bars": known + 1, "ratio": ratio}
        for minutes in (15, 60, 240):
            variance = (0.5 + 0.5 * ratio) * math.fsum(usual[: minutes // 15])
            check[f"sigma{minutes}"] = close * math.sqrt(variance)
        checks.append(check)
    print(
        json.dumps(
            {
                "openMinutes": [int(at.timestamp()) // 60 for at, _ in bars],
                "closes": [close for _, close in bars],
                "checks": checks,
            }
        )
    )


main()
