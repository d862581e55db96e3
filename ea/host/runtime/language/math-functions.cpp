// Mathematics, by its long and its short names.
#include "generated/builtins.hpp"

namespace mql {

namespace {

/** The generator of the C library that programs of the terminal are known to see: 15 bits a call. */
uint32_t randomState = 1;

}  // namespace

double MathMax(double value1, double value2) { return std::fmax(value1, value2); }
double MathMin(double value1, double value2) { return std::fmin(value1, value2); }
double MathFloor(double value) { return std::floor(value); }
double MathCeil(double value) { return std::ceil(value); }
double MathRound(double value) { return std::round(value); }
double MathPow(double base, double exponent) { return std::pow(base, exponent); }
double MathSqrt(double value) { return std::sqrt(value); }
double MathExp(double value) { return std::exp(value); }
double MathLog(double value) { return std::log(value); }
double MathLog10(double value) { return std::log10(value); }
double MathMod(double value, double value2) { return std::fmod(value, value2); }
bool MathIsValidNumber(double number) { return std::isfinite(number); }

double NormalizeDouble(double value, int32_t digits) {
  if (!std::isfinite(value)) return value;
  const double scale = std::pow(10.0, std::clamp(digits, 0, 8));
  const double scaled = value * scale;
  // Beyond 2^53 a double has no digits behind the point.
  return std::fabs(scaled) < 9007199254740992.0 ? std::round(scaled) / scale : value;
}

void MathSrand(int32_t seed) { randomState = static_cast<uint32_t>(seed); }

int32_t MathRand() {
  randomState = randomState * 214013u + 2531011u;
  return static_cast<int32_t>(randomState >> 16 & 0x7FFF);
}

double fmax(double value1, double value2) { return MathMax(value1, value2); }
double fmin(double value1, double value2) { return MathMin(value1, value2); }
double floor(double value) { return MathFloor(value); }
double ceil(double value) { return MathCeil(value); }
double round(double value) { return MathRound(value); }
double pow(double base, double exponent) { return MathPow(base, exponent); }
double sqrt(double value) { return MathSqrt(value); }
double exp(double value) { return MathExp(value); }
double log(double value) { return MathLog(value); }
double log10(double value) { return MathLog10(value); }
double fmod(double value, double value2) { return MathMod(value, value2); }
void srand(int32_t seed) { MathSrand(seed); }
int32_t rand() { return MathRand(); }

}  // namespace mql
