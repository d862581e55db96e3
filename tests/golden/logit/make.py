"""Makes logit.json: logistic regressions with an offset, by two other people's optimisers.

Unpenalised: statsmodels' GLM (binomial, logit link, offset), which is iteratively reweighted least squares.
Ridge: scipy's trust-exact minimiser on the penalised log-likelihood written down here, which is not.

    python3 tests/golden/logit/make.py > tests/golden/logit/logit.json

Debian 12: apt install python3-numpy python3-scipy python3-statsmodels. The test only compares.
"""

import json

import numpy as np
import scipy.optimize
import statsmodels
import statsmodels.api as sm


def problem(seed, rows, columns, truth):
    random = np.random.default_rng(seed)
    x = np.round(random.standard_normal((rows, columns)), 3)
    x[:, 1] = np.round(0.6 * x[:, 0] + 0.8 * x[:, 1], 3)  # two columns that say much the same
    offset = np.round(random.normal(-1.2, 0.05, rows), 4)
    chance = 1 / (1 + np.exp(-(offset + truth[0] + x @ np.array(truth[1:]))))
    y = (random.random(rows) < chance).astype(int)
    return x, offset, y


def unpenalised(x, offset, y):
    fit = sm.GLM(y, sm.add_constant(x), family=sm.families.Binomial(), offset=offset).fit(tol=1e-14, maxiter=100)
    return [float(value) for value in fit.params]


def ridge(x, offset, y, penalties):
    design = np.column_stack([np.ones(len(y)), x])
    held = np.concatenate([[0.0], penalties])

    def loss(beta):
        score = offset + design @ beta
        return np.sum(np.logaddexp(0, score) - y * score) + 0.5 * np.sum(held * beta**2)

    def slope(beta):
        p = 1 / (1 + np.exp(-(offset + design @ beta)))
        return design.T @ (p - y) + held * beta

    def bend(beta):
        p = 1 / (1 + np.exp(-(offset + design @ beta)))
        return (design * (p * (1 - p))[:, None]).T @ design + np.diag(held)

    start = np.zeros(design.shape[1])
    fit = scipy.optimize.minimize(loss, start, jac=slope, hess=bend, method="trust-exact", options={"gtol": 1e-11})
    return [float(value) for value in fit.x]


def case(seed, rows, truth, penalties):
    x, offset, y = problem(seed, rows, len(truth) - 1, truth)
    return {
        "x": x.tolist(),
        "offset": offset.tolist(),
        "y": y.tolist(),
        "penalties": penalties,
        "unpenalised": unpenalised(x, offset, y),
        "ridge": ridge(x, offset, y, np.array(penalties, dtype=float)),
    }


print(
    json.dumps(
        {
            "made": {"statsmodels": statsmodels.__version__, "scipy": scipy.__version__, "numpy": np.__version__},
            "cases": [
                case(1, 240, [0.2, 0.5, -0.3, 0.1], [10, 10, 40]),
                case(2, 300, [-0.4, 1.2, 0.0, -0.8, 0.3], [0, 3, 300, 3000]),
            ],
        }
    )
)
