//--- Limits of the types, and the words of the language itself that are functions or constants.
const char   CHAR_MIN=-128;
const char   CHAR_MAX=127;
const uchar  UCHAR_MAX=255;
const short  SHORT_MIN=-32768;
const short  SHORT_MAX=32767;
const ushort USHORT_MAX=65535;
const int    INT_MIN=-2147483647-1;
const int    INT_MAX=2147483647;
const uint   UINT_MAX=0xFFFFFFFF;
const long   LONG_MIN=-9223372036854775807-1;
const long   LONG_MAX=9223372036854775807;
const ulong  ULONG_MAX=0xFFFFFFFFFFFFFFFF;
const double DBL_MIN=2.2250738585072014e-308;
const double DBL_MAX=1.7976931348623158e+308;
const double DBL_EPSILON=2.2204460492503131e-016;
const int    DBL_DIG=15;
const int    DBL_MANT_DIG=53;
const int    DBL_MAX_10_EXP=308;
const int    DBL_MAX_EXP=1024;
const int    DBL_MIN_10_EXP=-307;
const int    DBL_MIN_EXP=-1021;
const float  FLT_MIN=1.175494351e-38f;
const float  FLT_MAX=3.402823466e+38f;
const float  FLT_EPSILON=1.192092896e-07f;
const int    FLT_DIG=6;
const int    FLT_MANT_DIG=24;

const int    WHOLE_ARRAY=-1;
const int    WRONG_VALUE=-1;      // converts to any enumeration
const int    INVALID_HANDLE=-1;
const int    CHARTS_MAX=100;
const double EMPTY_VALUE=1.7976931348623158e+308;
const int    IS_DEBUG_MODE=0;
const int    IS_PROFILE_MODE=0;

enum ENUM_POINTER_TYPE
  {
   POINTER_INVALID=0, POINTER_DYNAMIC=1, POINTER_AUTOMATIC=2
  };

template<typename T>
ENUM_POINTER_TYPE CheckPointer(T *anyobject);
template<typename T>
T *GetPointer(T &anyobject);
template<typename T>
string EnumToString(T value);
template<typename T>
void ZeroMemory(T &variable);
