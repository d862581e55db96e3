//--- Clocks, calendar time and its parts.
const int TIME_DATE=1;
const int TIME_MINUTES=2;
const int TIME_SECONDS=4;

enum ENUM_DAY_OF_WEEK
  {
   SUNDAY=0, MONDAY=1, TUESDAY=2, WEDNESDAY=3, THURSDAY=4, FRIDAY=5, SATURDAY=6
  };

struct MqlDateTime
  {
   int year;           // year
   int mon;            // month
   int day;            // day of the month
   int hour;           // hour
   int min;            // minutes
   int sec;            // seconds
   int day_of_week;    // 0 is Sunday
   int day_of_year;    // 0 is January 1st
  };

datetime TimeCurrent();
datetime TimeCurrent(MqlDateTime &dt_struct);
datetime TimeTradeServer();
datetime TimeTradeServer(MqlDateTime &dt_struct);
datetime TimeGMT();
datetime TimeGMT(MqlDateTime &dt_struct);
datetime TimeLocal();
datetime TimeLocal(MqlDateTime &dt_struct);
int      TimeGMTOffset();
int      TimeDaylightSavings();
bool     TimeToStruct(datetime dt,MqlDateTime &dt_struct);
datetime StructToTime(MqlDateTime &dt_struct);
string   TimeToString(datetime value,int mode=TIME_DATE|TIME_MINUTES);

uint  GetTickCount();
ulong GetTickCount64();
ulong GetMicrosecondCount();
void  Sleep(int milliseconds);
