//--- Mathematics. MathAbs, MathMax and MathMin keep the type of their values; mixed types become double.
const double M_E=2.71828182845904523536;
const double M_LN2=0.693147180559945309417;
const double M_LN10=2.30258509299404568402;
const double M_PI=3.14159265358979323846;
const double M_PI_2=1.57079632679489661923;
const double M_SQRT2=1.41421356237309504880;

template<typename T>
T MathAbs(T value);
template<typename T>
T MathMax(T value1,T value2);
template<typename T>
T MathMin(T value1,T value2);
double MathMax(double value1,double value2);
double MathMin(double value1,double value2);
double MathFloor(double value);
double MathCeil(double value);
double MathRound(double value);
double MathPow(double base,double exponent);
double MathSqrt(double value);
double MathExp(double value);
double MathLog(double value);
double MathLog10(double value);
double MathMod(double value,double value2);
bool   MathIsValidNumber(double number);
double NormalizeDouble(double value,int digits);
int    MathRand();
void   MathSrand(int seed);

template<typename T>
T fabs(T value);
template<typename T>
T fmax(T value1,T value2);
template<typename T>
T fmin(T value1,T value2);
double fmax(double value1,double value2);
double fmin(double value1,double value2);
double floor(double value);
double ceil(double value);
double round(double value);
double pow(double base,double exponent);
double sqrt(double value);
double exp(double value);
double log(double value);
double log10(double value);
double fmod(double value,double value2);
int    rand();
void   srand(int seed);
