"""Golden vectors for engine/domain/market/indicators, from the published formulas and nothing of ours.

    python3 tests/golden/indicators/make.py > tests/golden/indicators/indicators.json

Standard library only. Every answer is computed from the whole series and with exact fractions, the slow way, so that neither
rounding nor a rolling sum is shared with the code that is tested; only roots and the last step to a decimal number round.
"""

import json
import math
from fractions import Fraction as F

BARS = 160


def made_bars():
    """Whole points that trend, range, leap, repeat and stand still; from a small multiplicative generator."""
    state = 20180901
    close = 113_000
    bars = []
    for k in range(BARS):
        draws = []
        for _ in range(4):
            state = state * 48271 % 2147483647
            draws.append(state)
        if 70 <= k < 100:
            move, above, below = 0, 0, 0
        else:
            drift = 9 if k < 40 else -6
            leap = 900 if k == 120 else 0
            move = draws[0] % 81 - 40 + drift + leap
            above, below = draws[1] % 25, draws[2] % 25
        open_ = close + (draws[3] % 7 - 3 if move else 0)
        close = open_ + move
        bars.append((max(open_, close) + above, min(open_, close) - below, close))
    return bars


def window(values, k, n):
    return values[k - n + 1 : k + 1] if k >= n - 1 else None


def mean(values):
    return sum(values, F(0)) / len(values)


def sma(values, n):
    """MQL5 Reference, iMA, MODE_SMA."""
    return [mean(window(values, k, n)) if k >= n - 1 else None for k in range(len(values))]


def ema(values, n):
    """MQL5 Reference, iMA, MODE_EMA: 2 / (n + 1), seeded with the first value."""
    alpha = F(2, n + 1)
    answers, last = [], None
    for k, value in enumerate(values):
        last = F(value) if last is None else shorter(value * alpha + last * (1 - alpha))
        answers.append(last if k >= n - 1 else None)
    return answers


def shorter(fraction):
    """Fractions of recursions grow without end; 200 binary digits are far beyond what is compared."""
    return F(round(fraction * 2**200), 2**200)


def wilder(values, n):
    """Wilder 1978: mean of the first n, then (previous * (n - 1) + value) / n."""
    answers, last = [], None
    for k, value in enumerate(values):
        if k == n - 1:
            last = mean(values[:n])
        elif k >= n:
            last = shorter((last * (n - 1) + value) / n)
        answers.append(last)
    return answers


def later(count, answers):
    return [None] * count + answers


def rsi(closes, n):
    """Wilder 1978: 100 - 100 / (1 + average gain / average loss)."""
    changes = [b - a for a, b in zip(closes, closes[1:])]
    gains = wilder([max(change, 0) for change in changes], n)
    losses = wilder([max(-change, 0) for change in changes], n)
    answers = []
    for gain, loss in zip(gains, losses):
        if gain is None:
            answers.append(None)
        elif loss == 0:
            answers.append(F(100) if gain > 0 else F(50))
        else:
            answers.append(100 - 100 / (1 + gain / loss))
    return later(1, answers)


def true_ranges(bars):
    return [
        max(high - low, abs(high - before), abs(low - before))
        for (_, _, before), (high, low, _) in zip(bars, bars[1:])
    ]


def atr(bars, n):
    """MQL5 Reference, iATR: the simple mean of n true ranges."""
    return later(1, sma(true_ranges(bars), n))


def adx(bars, n):
    """Wilder 1978, with Wilder's smoothing throughout, each seeded by a simple mean."""
    rises, falls = [], []
    for (high0, low0, _), (high1, low1, _) in zip(bars, bars[1:]):
        up, down = high1 - high0, low0 - low1
        rises.append(up if up > down and up > 0 else 0)
        falls.append(down if down > up and down > 0 else 0)
    ranges = wilder(true_ranges(bars), n)
    plus = [None if r is None else 100 * p / r for p, r in zip(wilder(rises, n), ranges)]
    minus = [None if r is None else 100 * m / r for m, r in zip(wilder(falls, n), ranges)]
    strength = [
        F(0) if p + m == 0 else 100 * abs(p - m) / (p + m) for p, m in zip(plus, minus) if p is not None
    ]
    return {"adx": later(n, wilder(strength, n)), "plus": later(1, plus), "minus": later(1, minus)}


def deviations(values, n):
    answers = []
    for k in range(len(values)):
        last = window(values, k, n)
        answers.append(None if last is None else root(mean([(value - mean(last)) ** 2 for value in last])))
    return answers


def root(fraction):
    """The square root as a fraction good to 60 decimal places."""
    scale = 10**60
    return F(math.isqrt(fraction.numerator * scale * scale // fraction.denominator), scale)


def bollinger(closes, n, width):
    """Bollinger 2001: n-period mean and width population standard deviations."""
    middle, deviation = sma(closes, n), deviations(closes, n)
    pairs = list(zip(middle, deviation))
    return {
        "upper": [None if m is None else m + width * d for m, d in pairs],
        "middle": middle,
        "lower": [None if m is None else m - width * d for m, d in pairs],
    }


def extremes(bars, n):
    highest = [max(high for high, _, _ in bars[k - n + 1 : k + 1]) if k >= n - 1 else None for k in range(len(bars))]
    lowest = [min(low for _, low, _ in bars[k - n + 1 : k + 1]) if k >= n - 1 else None for k in range(len(bars))]
    return highest, lowest


def donchian(bars, n):
    highest, lowest = extremes(bars, n)
    middle = [None if h is None else F(h + l, 2) for h, l in zip(highest, lowest)]
    return {"upper": highest, "middle": middle, "lower": lowest}


def macd(closes, fast, slow, n, average):
    """Appel 1979 with an exponential signal; MQL5 Reference, iMACD, with a simple one."""
    line = [None if s is None else f - s for f, s in zip(ema(closes, fast), ema(closes, slow))]
    signal = later(slow - 1, average(line[slow - 1 :], n))
    gap = [None if s is None else m - s for m, s in zip(line, signal)]
    return {"macd": line, "signal": signal, "histogram": gap}


def stochastic(bars, n, smoothing, slowing):
    """MQL5 Reference, iStochastic, STO_LOWHIGH, MODE_SMA."""
    highest, lowest = extremes(bars, n)
    k_line = []
    for k in range(len(bars)):
        first = k - slowing + 1
        if first < n - 1:
            k_line.append(None)
            continue
        reached = sum(bars[j][2] - lowest[j] for j in range(first, k + 1))
        room = sum(highest[j] - lowest[j] for j in range(first, k + 1))
        k_line.append(F(100) if room == 0 else F(100 * reached, room))
    begins = n + slowing - 2
    return {"k": k_line, "d": later(begins, sma(k_line[begins:], smoothing))}


def cci(bars, n):
    """Lambert 1980."""
    typical = [F(sum(bar), 3) for bar in bars]
    answers = []
    for k in range(len(bars)):
        last = window(typical, k, n)
        if last is None:
            answers.append(None)
            continue
        distance = mean([abs(value - mean(last)) for value in last])
        answers.append(F(0) if distance == 0 else (typical[k] - mean(last)) / (F(15, 1000) * distance))
    return answers


def z_scores(closes, n):
    pairs = zip(closes, sma(closes, n), deviations(closes, n))
    return [None if m is None or d == 0 else (close - m) / d for close, m, d in pairs]


def ranks(closes, n):
    """The mean rank of ties, over n."""
    answers = []
    for k in range(len(closes)):
        last = window(closes, k, n)
        if last is None:
            answers.append(None)
            continue
        below = sum(value < last[-1] for value in last)
        equal = sum(value == last[-1] for value in last)
        answers.append(F(2 * below + equal + 1, 2 * n))
    return answers


def weighted_mean(values, span, at_least):
    keep = 1 - F(2, span + 1)
    answers = []
    for k in range(len(values)):
        weights = [keep ** (k - j) for j in range(k + 1)]
        answer = sum(w * v for w, v in zip(weights, values)) / sum(weights)
        answers.append(answer if k >= at_least - 1 else None)
    return answers


def told(answer):
    """Lists of decimal numbers, null where there is no answer."""
    if isinstance(answer, dict):
        return {name: told(line) for name, line in answer.items()}
    return [None if value is None else float(value) for value in answer]


bars = made_bars()
closes = [close for _, _, close in bars]
VECTORS = {
    "sma 10": sma(closes, 10),
    "ema 12": ema(closes, 12),
    "wilder 14": wilder(closes, 14),
    "rsi 14": rsi(closes, 14),
    "atr 14": atr(bars, 14),
    "adx 14": adx(bars, 14),
    "bollinger 20 2": bollinger(closes, 20, 2),
    "donchian 20": donchian(bars, 20),
    "macd 12 26 simple 9": macd(closes, 12, 26, 9, sma),
    "macd 12 26 exponential 9": macd(closes, 12, 26, 9, ema),
    "stochastic 5 3 3": stochastic(bars, 5, 3, 3),
    "stochastic 14 3 1": stochastic(bars, 14, 3, 1),
    "cci 14": cci(bars, 14),
    "z 36": z_scores(closes, 36),
    "rank 50": ranks(closes, 50),
    "ewma 20 from 5": weighted_mean(closes, 20, 5),
}

print("{")
print(f'"bars": {json.dumps(bars)},')
print('"vectors": {')
rows = [f"{json.dumps(name)}: {json.dumps(told(answer))}" for name, answer in VECTORS.items()]
print(",\n".join(rows))
print("}\n}")
