//+------------------------------------------------------------------+
//| SummerTime.mqh                                                   |
//| When New York and the European Union put their clocks forward,   |
//| and when the market's week opens. Rules in force since 2007 and  |
//| 1996; times are whole seconds of UTC.                            |
//+------------------------------------------------------------------+
#ifndef BITTEN_SUMMER_TIME_MQH
#define BITTEN_SUMMER_TIME_MQH

#define SECONDS_AN_HOUR   3600
#define SECONDS_A_DAY    86400
#define SECONDS_A_WEEK   604800

//--- Whose summer time the clock of a trade server follows
enum ENUM_SUMMER
  {
   SUMMER_AMERICAN,
   SUMMER_EUROPEAN,
   SUMMER_NONE
  };

class CSummerTime
  {
private:
   //--- The year that the instants below belong to, from and up to
   long              m_yearFrom;
   long              m_yearTo;
   long              m_americanFrom;
   long              m_americanTo;
   long              m_europeanFrom;
   long              m_europeanTo;

   long              Midnight(const int year,const int month,const int day);
   long              FirstSunday(const int year,const int month,const int day);
   void              Prepare(const long utc);

public:
                     CSummerTime(void);
   bool              IsOn(const ENUM_SUMMER summer,const long utc);
   //--- Sunday 17:00 in New York: the one that is nearest to a time
   long              WeekOpenNear(const long utc);
  };

CSummerTime::CSummerTime(void)
   : m_yearFrom(0),m_yearTo(0),m_americanFrom(0),m_americanTo(0),m_europeanFrom(0),m_europeanTo(0)
  {
  }

long CSummerTime::Midnight(const int year,const int month,const int day)
  {
   MqlDateTime parts;
   ZeroMemory(parts);
   parts.year=year;
   parts.mon=month;
   parts.day=day;
   return((long)StructToTime(parts));
  }

//--- Midnight of the first Sunday at or after a date
long CSummerTime::FirstSunday(const int year,const int month,const int day)
  {
   long midnight=Midnight(year,month,day);
   //--- 1 January 1970 was a Thursday
   long weekday=(midnight/SECONDS_A_DAY+4)%7;
   return(midnight+((7-weekday)%7)*SECONDS_A_DAY);
  }

void CSummerTime::Prepare(const long utc)
  {
   if(utc>=m_yearFrom && utc<m_yearTo)
      return;
   MqlDateTime parts;
   TimeToStruct((datetime)utc,parts);
   int year=parts.year;
   m_yearFrom=Midnight(year,1,1);
   m_yearTo=Midnight(year+1,1,1);
   //--- Second Sunday of March to first Sunday of November, both at 02:00 of New York's own clock
   m_americanFrom=FirstSunday(year,3,8)+7*SECONDS_AN_HOUR;
   m_americanTo=FirstSunday(year,11,1)+6*SECONDS_AN_HOUR;
   //--- Last Sunday of March to last Sunday of October, both at 01:00 UTC
   m_europeanFrom=FirstSunday(year,3,25)+SECONDS_AN_HOUR;
   m_europeanTo=FirstSunday(year,10,25)+SECONDS_AN_HOUR;
  }

bool CSummerTime::IsOn(const ENUM_SUMMER summer,const long utc)
  {
   if(summer==SUMMER_NONE)
      return(false);
   Prepare(utc);
   if(summer==SUMMER_AMERICAN)
      return(utc>=m_americanFrom && utc<m_americanTo);
   return(utc>=m_europeanFrom && utc<m_europeanTo);
  }

long CSummerTime::WeekOpenNear(const long utc)
  {
   //--- Sunday 4 January 1970, 22:00 UTC was the first opening in winter
   long first=3*SECONDS_A_DAY+22*SECONDS_AN_HOUR;
   long week=(utc-first+SECONDS_A_WEEK/2)/SECONDS_A_WEEK;
   long winter=first+week*SECONDS_A_WEEK;
   return(IsOn(SUMMER_AMERICAN,winter) ? winter-SECONDS_AN_HOUR : winter);
  }

#endif
//+------------------------------------------------------------------+
