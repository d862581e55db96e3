"""Golden numbers for engine/domain/statistics, made with NumPy and SciPy and none of our own code.

    python3 tests/golden/statistics/make.py > tests/golden/statistics/statistics.json

Debian: apt install python3-numpy python3-scipy. The tests only compare; nothing of the project needs Python.
"""

import json

import numpy as np
from scipy import optimize, special, stats

rng = np.random.default_rng(20180901)


def wilson_rows():
    rows = []
    for wins, n, level in [(0, 10, 0.95), (10, 10, 0.95), (7, 19, 0.95), (334, 1000, 0.95), (45, 100, 0.99)]:
        low, high = stats.binomtest(wins, n).proportion_ci(level, method="wilson")
        rows.append({"wins": wins, "n": n, "level": level, "low": low, "high": high})
    return rows


def normal_rows():
    zs = [-12, -8.5, -7.1, -3, -1.959963984540054, -0.3, 0, 0.7, 2, 5, 7.5]
    shares = [1e-12, 1e-5, 0.001, 0.025, 0.2, 0.5, 0.6, 0.975, 0.9999]
    return {
        "below": [[z, float(special.ndtr(z))] for z in zs],
        "quantile": [[p, float(special.ndtri(p))] for p in shares],
    }


def forecasts():
    """600 overlapping forecasts of 60 days, overconfident on purpose, some with equal probabilities."""
    n = 600
    day = np.repeat(np.arange(60), 10)
    logit = rng.normal(-0.8, 0.6, n)
    said = np.round(special.expit(logit * 1.4), 3)
    happened = (rng.random(n) < special.expit(logit + rng.normal(0, 0.4, 60)[day])).astype(int)
    order = np.argsort(said, kind="stable")
    bins = []
    for rows in np.array_split(order, 10):
        bins.append({"n": len(rows), "said": said[rows].mean(), "happened": happened[rows].mean()})
    ece = sum(b["n"] * abs(b["said"] - b["happened"]) for b in bins) / n
    hits, misses = said[happened == 1], said[happened == 0]
    u = stats.mannwhitneyu(hits, misses).statistic
    chance = []
    for _ in range(20000):
        pretended = rng.random(n) < said
        chance.append(sum(abs((said[r] - pretended[r]).sum()) for r in np.array_split(order, 10)) / n)
    constant = np.full(n, happened.mean())
    return {
        "day": day.tolist(),
        "said": said.tolist(),
        "happened": happened.tolist(),
        "bins": bins,
        "ece": ece,
        "eceByChance": float(np.mean(chance)),
        "eceByChanceHigh": float(np.quantile(chance, 0.95)),
        "brier": float(np.mean((said - happened) ** 2)),
        "skill": float(1 - np.mean((said - happened) ** 2) / np.mean((constant - happened) ** 2)),
        "auc": float(u / len(hits) / len(misses)),
        "slope": slope_of(said, happened, day),
    }


def slope_of(said, happened, day):
    """Maximum likelihood by a general optimiser, and the clustered sandwich in matrix form."""
    x = np.column_stack([np.ones(len(said)), special.logit(said)])
    loss = lambda b: np.sum(np.logaddexp(0, x @ b) - happened * (x @ b))
    slope = lambda b: x.T @ (special.expit(x @ b) - happened)
    b = optimize.minimize(loss, [0.0, 1.0], jac=slope, method="BFGS", options={"gtol": 1e-10}).x
    p = special.expit(x @ b)
    bread = np.linalg.inv(x.T @ (x * (p * (1 - p))[:, None]))
    scores = x * (happened - p)[:, None]
    by_day = np.array([scores[day == d].sum(axis=0) for d in np.unique(day)])
    errors = np.sqrt(np.diag(bread @ by_day.T @ by_day @ bread))
    return {"intercept": b[0], "slope": b[1], "interceptError": errors[0], "slopeError": errors[1]}


def trades():
    """300 results in R of 80 days, with skew and a common part of every day."""
    day = np.sort(rng.integers(0, 80, 300))
    results = np.where(rng.random(300) < 0.36, 1.9, -1.05) + rng.normal(0, 0.3, 80)[day] + rng.normal(0, 0.05, 300)
    results = np.round(results, 4)
    _, block = np.unique(day, return_inverse=True)
    sums, sizes = np.bincount(block, results), np.bincount(block)
    gains, losses = np.bincount(block, np.maximum(results, 0)), np.bincount(block, np.maximum(-results, 0))
    draws = rng.integers(0, len(sums), (200000, len(sums)))
    means = sums[draws].sum(1) / sizes[draws].sum(1)
    factors = gains[draws].sum(1) / losses[draws].sum(1)
    path = np.concatenate([[0], np.cumsum(results)])
    fall = np.maximum.accumulate(path) - path
    depths = []
    for _ in range(20000):
        picked = np.concatenate([results[block == b] for b in rng.integers(0, len(sums), len(sums))])
        walk = np.concatenate([[0], np.cumsum(picked)])
        depths.append(np.max(np.maximum.accumulate(walk) - walk))
    return {
        "day": day.tolist(),
        "results": results.tolist(),
        "mean": results.mean(),
        "meanInterval": np.quantile(means, [0.025, 0.975]).tolist(),
        "profitFactor": gains.sum() / losses.sum(),
        "profitFactorInterval": np.quantile(factors, [0.025, 0.975]).tolist(),
        "drawdown": float(fall.max()),
        "drawdownTo": int(fall.argmax()),
        "drawdownFrom": int(path[: fall.argmax() + 1].argmax()),
        "drawdownByChance": np.quantile(depths, [0.05, 0.5, 0.95, 0.99]).tolist(),
        "daily": sharpe_of(sums),
    }


def sharpe_of(daily):
    n, ratio = len(daily), daily.mean() / daily.std(ddof=1)
    skew, kurt = stats.skew(daily), stats.kurtosis(daily, fisher=False)

    def probabilistic(benchmark):
        spread = np.sqrt(1 - skew * ratio + (kurt - 1) / 4 * ratio**2)
        return stats.norm.cdf((ratio - benchmark) * np.sqrt(n - 1) / spread)

    def lucky(trials, variance):
        best = (1 - np.euler_gamma) * stats.norm.ppf(1 - 1 / trials)
        return np.sqrt(variance) * (best + np.euler_gamma * stats.norm.ppf(1 - 1 / (trials * np.e)))

    return {
        "results": daily.tolist(),
        "sharpe": ratio,
        "sortino": daily.mean() / np.sqrt(np.mean(np.minimum(daily, 0) ** 2)),
        "skewness": skew,
        "kurtosis": kurt,
        "probabilistic": probabilistic(0),
        "deflated": [
            {"trials": t, "variance": v, "benchmark": lucky(t, v), "probability": probabilistic(lucky(t, v))}
            for t, v in [(2, 0.001), (100, 0.004), (410, 1 / (n - 1))]
        ],
    }


def streaks():
    """A Markov chain over the length of the running streak, absorbed at the length asked for."""
    rows = []
    for length, n, rate in [(1, 1, 0.3), (3, 3, 0.5), (8, 100, 0.6), (12, 867, 0.55), (20, 2690, 0.66)]:
        step = np.zeros((length + 1, length + 1))
        step[:length, 0] = 1 - rate
        for k in range(length):
            step[k, k + 1] = rate
        step[length, length] = 1
        rows.append([length, n, rate, np.linalg.matrix_power(step, n)[0, length]])
    return rows


golden = {
    "wilson": wilson_rows(),
    "normal": normal_rows(),
    "forecasts": forecasts(),
    "trades": trades(),
    "streaks": streaks(),
}
print(json.dumps(golden, default=float))
