"""A whole debrief of 240 made trades, by other means: NumPy, SciPy, statsmodels, the system's time zones, and none of our own code.

    python3 tests/golden/statistics/page.py > tests/golden/statistics/page.json

Made with Debian 12: python3-numpy 1.24.2, python3-scipy 1.10.1, python3-statsmodels 0.13.5. The test only compares.
Market time is counted minute by minute, bootstraps draw 200,000 times, the run length of the cumulative sum is a Markov chain
(D. Brook and D. A. Evans, Biometrika 59, 1972) instead of a formula.
"""

import json
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20191104)
NEW_YORK = ZoneInfo("America/New_York")
UTC = timezone.utc
# A Monday, four weeks before the clocks of New York change.
START = datetime(2019, 2, 11, tzinfo=UTC)


def is_open(at):
    """Sunday 17:00 to Friday 17:00 in New York."""
    local = at.astimezone(NEW_YORK)
    day, hour = local.isoweekday() % 7, local.hour
    return (day == 0 and hour >= 17) or 1 <= day <= 4 or (day == 5 and hour < 17)


def trading_day(at):
    return (at.astimezone(NEW_YORK).replace(tzinfo=None) + timedelta(hours=7)).date().toordinal()


def make_trades():
    rows = []
    for day in range(80):
        date = START + timedelta(days=(day // 5) * 7 + day % 5)
        for k in range(3):
            opened = date + timedelta(hours=7 + 4 * k, minutes=int(rng.integers(0, 200)))
            held = int(rng.integers(20, 400)) + (3500 if rng.random() < 0.04 else 0)
            closed = opened + timedelta(minutes=held)
            p = float(np.round(rng.uniform(0.2, 0.6), 3))
            late, late_r = float(np.round(rng.uniform(0, 0.2), 3)), float(np.round(rng.uniform(-0.3, 0.3), 3))
            promised = p * 2 + late * late_r - max(0, 1 - p - late) - 0.06
            kind = rng.choice(["target", "stop", "time", "command"], p=[0.36, 0.5, 0.08, 0.06])
            r = {"target": 2, "stop": -1, "time": rng.uniform(-0.8, 1.5), "command": rng.uniform(-0.9, 1.2)}[kind]
            r = float(np.round(r - 0.06 + rng.normal(0, 0.02), 4)) if rng.random() > 0.01 else 0.0
            rows.append(
                {
                    "openMs": int(opened.timestamp() * 1000),
                    "closeMs": int(closed.timestamp() * 1000),
                    "p": p,
                    "lateP": late,
                    "lateR": late_r,
                    "promisedR": promised,
                    "reason": str(kind),
                    "r": r,
                    "lots": float(np.round(rng.uniform(0.05, 0.9), 2)),
                    "maeR": float(np.round(rng.uniform(0, 1), 3)),
                    "mfeR": float(np.round(rng.uniform(0, 2), 3)),
                }
            )
    return sorted(rows, key=lambda row: row["closeMs"])


def at_ms(ms):
    return datetime.fromtimestamp(ms / 1000, UTC)


def interval(values):
    return np.quantile(values, [0.025, 0.975]).tolist()


def results_of(trades):
    r = np.array([t["r"] for t in trades])
    days = np.array([trading_day(at_ms(t["closeMs"])) for t in trades])
    _, block = np.unique(days, return_inverse=True)
    per = lambda values: np.bincount(block, values)
    n, wins, losses = per(np.ones(len(r))), per(r > 0), per(r < 0)
    won, lost = per(np.maximum(r, 0)), per(np.maximum(-r, 0))
    means, factors, payoffs = [], [], []
    for _ in range(20):
        drawn = rng.integers(0, len(n), (10000, len(n)))
        total = lambda column: column[drawn].sum(1)
        means.append((total(won) - total(lost)) / total(n))
        factors.append(total(won) / total(lost))
        payoffs.append(total(won) / total(wins) / (total(lost) / total(losses)))
    low, high = proportion_confint((r > 0).sum(), len(r), method="wilson")
    mean_win, mean_loss = r[r > 0].mean(), -r[r < 0].mean()
    return {
        "n": len(r),
        "wins": int((r > 0).sum()),
        "losses": int((r < 0).sum()),
        "sumR": r.sum(),
        "winRate": [(r > 0).mean(), low, high],
        "breakEven": mean_loss / (mean_win + mean_loss) * (r != 0).mean(),
        "expectancyR": [r.mean(), *interval(np.concatenate(means))],
        "profitFactor": [won.sum() / lost.sum(), *interval(np.concatenate(factors))],
        "payoff": [mean_win / mean_loss, *interval(np.concatenate(payoffs))],
    }


def daily_of(daily, trials):
    n, ratio = len(daily), daily.mean() / daily.std(ddof=1)
    skew, kurt = stats.skew(daily), stats.kurtosis(daily, fisher=False)
    error = np.sqrt((1 - skew * ratio + (kurt - 1) / 4 * ratio**2) / (n - 1))
    best = (1 - np.euler_gamma) * stats.norm.ppf(1 - 1 / trials) + np.euler_gamma * stats.norm.ppf(1 - 1 / (trials * np.e))
    lucky = np.sqrt(1 / (n - 1)) * best
    z, year = stats.norm.ppf(0.975), np.sqrt(252)
    return {
        "days": n,
        "trials": trials,
        "sharpe": [year * ratio, year * (ratio - z * error), year * (ratio + z * error)],
        "sortino": year * daily.mean() / np.sqrt(np.mean(np.minimum(daily, 0) ** 2)),
        "probabilistic": stats.norm.cdf(ratio / error),
        "deflated": stats.norm.cdf((ratio - lucky) / error),
        "luckySharpe": year * lucky,
    }


def daily_results(trades):
    days = [trading_day(at_ms(t["closeMs"])) for t in trades]
    sums = {day: 0.0 for day in range(min(days), max(days) + 1) if day % 7 not in (6, 0)}
    for day, t in zip(days, trades):
        sums[day] = sums.get(day, 0.0) + t["r"]
    return np.array([sums[day] for day in sorted(sums)])


def falls(levels, times, relative):
    best = np.maximum.accumulate(levels)
    depth = (1 - levels / best) * 100 if relative else best - levels
    to = int(depth.argmax())
    began = int(np.flatnonzero(levels[: to + 1] == best[to]).max())
    again = np.flatnonzero(levels[to:] >= best[to])
    longest, at_best = 0, 0
    for k in range(len(levels)):
        if levels[k] < best[k] or k > at_best + 1:
            longest = max(longest, times[k] - times[at_best])
        if levels[k] >= best[k]:
            at_best = k
    recovered = int(times[to + again[0]]) if len(again) else None
    return {"depth": depth.max(), "now": depth[-1], "fromMs": int(times[began]), "toMs": int(times[to]), "recoveredMs": recovered, "longestMs": int(longest)}


def make_marks():
    """The turn of each trading day with a new highest or lowest between two; 3,000 paid in once, 1,500 out later."""
    marks, equity, paid = [], 10000.0, 0.0
    for k in range(60):
        day = START + timedelta(days=(k // 5) * 7 + k % 5)
        turn = day.astimezone(NEW_YORK).replace(hour=17, minute=0) - timedelta(days=0)
        start = int(turn.timestamp() * 1000)
        for why, after in [("day", 0), (str(rng.choice(["peak", "trough"])), 5)]:
            flow = {20: 3000.0, 41: -1500.0}.get(k, 0.0) if why == "day" else 0.0
            paid += flow
            equity = float(np.round((equity + flow) * (1 + rng.normal(0.0004, 0.009)), 2))
            marks.append({"atMs": start + after * 3600000, "dayMs": start, "why": why, "equityCents": round(equity * 100), "transfersCents": round(paid * 100)})
    return marks


def equity_of(marks):
    equity = np.array([m["equityCents"] for m in marks], float)
    paid = np.array([m["transfersCents"] for m in marks], float)
    growth = np.concatenate([[1], np.cumprod((equity[1:] - np.diff(paid)) / equity[:-1])])
    at_turn = growth[[m["why"] == "day" for m in marks]]
    return {
        "falls": falls(growth, np.array([m["atMs"] for m in marks]), True),
        "daily": daily_of(at_turn[1:] / at_turn[:-1] - 1, 3),
    }


def calibration_of(trades):
    rows = [t for t in trades if t["reason"] != "command"]
    said = np.array([t["p"] for t in rows])
    met = np.array([t["reason"] == "target" for t in rows], float)
    order = np.argsort(said, kind="stable")
    bins = [{"n": len(b), "said": said[b].mean(), "happened": met[b].mean()} for b in np.array_split(order, min(10, len(rows) // 25))]
    ece = sum(len(b) * abs(said[b].mean() - met[b].mean()) for b in np.array_split(order, 10)) / len(rows)
    return {"n": len(rows), "meanSaid": said.mean(), "happened": met.mean(), "brier": np.mean((said - met) ** 2), "ece": ece, "bins": bins}


def drift_of(trades):
    scores, short = [], []
    for t in trades:
        worth, chance = np.array([2, t["lateR"], -1]), np.array([t["p"], t["lateP"], max(0, 1 - t["p"] - t["lateP"])])
        spread = np.sqrt(chance @ worth**2 - (chance @ worth) ** 2)
        short.append(t["r"] - t["promisedR"])
        scores.append(short[-1] / spread)
    sums, total = [], 0.0
    for score in scores:
        total = max(0.0, total - score - 0.1)
        sums.append(total)
    return {"difference": np.mean(short), "sums": sums}


def run_lengths():
    """Steps until absorption of the sum, cut into cells, for standard normal scores."""
    rows = []
    for allowance, limit in [(0.1, 5), (0.1, 12), (0.25, 6), (0.5, 4)]:
        cells = 1200
        width = 2 * limit / (2 * cells - 1)
        middle = width * np.arange(cells)
        step = np.zeros((cells, cells))
        for k in range(cells):
            upper = stats.norm.cdf(middle + width / 2 - middle[k] + allowance)
            step[k] = np.diff(np.concatenate([[0], upper]))
        length = np.linalg.solve(np.eye(cells) - step, np.ones(cells))[0]
        rows.append({"allowance": allowance, "limit": limit, "runLength": length})
    return rows


def exposure_of(trades):
    first, last = min(t["openMs"] for t in trades), max(t["closeMs"] for t in trades)
    open_minutes = busy = 0
    edges = sorted([(t["openMs"], 1) for t in trades] + [(t["closeMs"], -1) for t in trades], key=lambda e: (e[0], e[1]))
    count = most = k = 0
    for ms in range(first, last, 60000):
        while k < len(edges) and edges[k][0] <= ms:
            count += edges[k][1]
            k += 1
            most = max(most, count)
        if is_open(at_ms(ms)):
            open_minutes += 1
            busy += count > 0
    holds = np.array([t["closeMs"] - t["openMs"] for t in trades], float)
    lots = np.array([t["lots"] for t in trades])
    return {"inMarket": busy / open_minutes, "mostOpen": most, "meanHoldMs": holds.mean(), "medianHoldMs": np.median(holds), "meanLots": lots.mean(), "mostLots": lots.max()}


def excursions_of(trades):
    winners = [t["maeR"] for t in trades if t["r"] > 0]
    losers = [t["mfeR"] for t in trades if t["r"] < 0]
    return {
        "winners": [len(winners), np.median(winners), np.quantile(winners, 0.9)],
        "losers": [len(losers), np.median(losers), np.quantile(losers, 0.9)],
    }


trades, marks = make_trades(), make_marks()
path = np.concatenate([[0], np.cumsum([t["r"] for t in trades])])
times = np.array([trades[0]["openMs"]] + [t["closeMs"] for t in trades])
golden = {
    "trades": trades,
    "marks": marks,
    "all": results_of(trades),
    "daily": daily_of(daily_results(trades), 40),
    "falls": falls(path, times, False),
    "equity": equity_of(marks),
    "calibration": calibration_of(trades),
    "drift": drift_of(trades),
    "runLengths": run_lengths(),
    "exposure": exposure_of(trades),
    "excursions": excursions_of(trades),
}
print(json.dumps(golden, default=float))
