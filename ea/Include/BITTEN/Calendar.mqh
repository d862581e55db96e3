//+------------------------------------------------------------------+
//| Calendar.mqh                                                     |
//| The terminal's economic calendar for the currencies of the desk, |
//| read a little in each turn, told when it changes and every hour. |
//|                                                                  |
//| The calendar's times are the server's under its PRESENT offset,  |
//| for announcements of every date: the terminal does not apply the |
//| summer time of the date. So one offset converts all of them.     |
//+------------------------------------------------------------------+
#ifndef BITTEN_CALENDAR_MQH
#define BITTEN_CALENDAR_MQH

#include "ServerTime.mqh"
#include "CalendarList.mqh"

#define CALENDAR_BACK_DAYS     1
#define CALENDAR_AHEAD_DAYS    8
#define CALENDAR_CHANGES_MS    30000
#define CALENDAR_RETELL_MS     3600000
#define CALENDAR_AGAIN_MS      60000
//--- Without the server's offset nothing can be dated; the app is told so after this
#define CALENDAR_PATIENCE_MS   30000
#define CALENDAR_BLOCKS_MS     10000
#define CALENDAR_AT_ONCE       24

class CCalendar
  {
private:
   IOutbox          *m_outbox;
   CServerTime      *m_time;
   IPause           *m_pause;
   IHerald          *m_herald;
   CCalendarNames    m_names;
   string            m_currencies[];
   MqlCalendarValue  m_values[];
   CCalendarList     m_list;
   bool              m_isReading;
   bool              m_isAsked;        // m_values are those of the present currency
   int               m_currency;
   int               m_at;
   long              m_offset;
   long              m_fromMs;
   long              m_toMs;
   string            m_body;           // what was read last
   string            m_told;
   long              m_toldMs;
   long              m_readAtMs;
   long              m_changesAtMs;
   ulong             m_change;
   long              m_liveMs;
   bool              m_isBlind;

   void              Begin(const long nowMs);
   void              Read(const ulong deadline);
   bool              Ask(void);
   void              Take(const MqlCalendarValue &value);
   void              Finish(void);
   bool              HasChanged(const long nowMs);
   void              Fail(const string why,const long nowMs);
   void              Tell(const long nowMs);

public:
                     CCalendar(void);
   void              Bind(IOutbox *outbox,CServerTime *time,IPause *pause,IHerald *herald);
   void              OnLive(const long nowMs);
   void              Poll(const long nowMs,const ulong deadline);
  };
//+------------------------------------------------------------------+
CCalendar::CCalendar(void)
   : m_outbox(NULL),m_time(NULL),m_pause(NULL),m_herald(NULL),m_isReading(false),m_isAsked(false),m_currency(0),m_at(0),
     m_offset(0),m_fromMs(0),m_toMs(0),m_body(""),m_told(""),m_toldMs(0),m_readAtMs(0),m_changesAtMs(0),m_change(0),
     m_liveMs(0),m_isBlind(false)
  {
   StringSplit("USD,EUR,GBP,JPY,CHF,CAD,AUD,NZD",',',m_currencies);
  }
//+------------------------------------------------------------------+
void CCalendar::Bind(IOutbox *outbox,CServerTime *time,IPause *pause,IHerald *herald)
  {
   m_outbox=outbox;
   m_time=time;
   m_pause=pause;
   m_herald=herald;
  }
//+------------------------------------------------------------------+
void CCalendar::OnLive(const long nowMs)
  {
   m_told="";
   m_toldMs=0;
   m_liveMs=nowMs;
  }
//+------------------------------------------------------------------+
void CCalendar::Poll(const long nowMs,const ulong deadline)
  {
   if(m_isReading)
     {
      Read(deadline);
      return;
     }
   if(m_body!="" && (m_body!=m_told || nowMs-m_toldMs>=CALENDAR_RETELL_MS))
      Tell(nowMs);
   if(nowMs>=m_readAtMs || HasChanged(nowMs))
      Begin(nowMs);
  }
//+------------------------------------------------------------------+
void CCalendar::Begin(const long nowMs)
  {
   if(!m_time.OffsetNow(m_offset))
     {
      m_readAtMs=nowMs+1000;
      if(nowMs-m_liveMs>CALENDAR_PATIENCE_MS)
         Fail("the broker's clock is not known",nowMs);
      return;
     }
   long nowUtcMs=m_time.MarketMs();
   long dayMs=(long)SECONDS_A_DAY*1000;
   m_fromMs=nowUtcMs-nowUtcMs%dayMs-CALENDAR_BACK_DAYS*dayMs;
   m_toMs=m_fromMs+(CALENDAR_BACK_DAYS+CALENDAR_AHEAD_DAYS)*dayMs;
   m_list.Clear();
   m_currency=0;
   m_isAsked=false;
   m_isReading=true;
   m_readAtMs=nowMs+CALENDAR_RETELL_MS;
  }
//+------------------------------------------------------------------+
//| One question, or some of its answer                              |
//+------------------------------------------------------------------+
void CCalendar::Read(const ulong deadline)
  {
   if(m_currency>=ArraySize(m_currencies))
     {
      Finish();
      return;
     }
   if(!m_isAsked)
     {
      m_isAsked=Ask();
      return;
     }
   int total=ArraySize(m_values);
   for(int done=0; m_at<total && done<CALENDAR_AT_ONCE && GetMicrosecondCount()<deadline; done++)
      Take(m_values[m_at++]);
   if(m_at<total)
      return;
   m_currency++;
   m_isAsked=false;
  }
//+------------------------------------------------------------------+
bool CCalendar::Ask(void)
  {
   if(m_body=="" && m_currency==0)
      m_pause.AboutToBlock(CALENDAR_BLOCKS_MS);
   ArrayResize(m_values,0);
   m_at=0;
   ResetLastError();
   datetime from=(datetime)(m_fromMs/1000+m_offset);
   datetime to=(datetime)(m_toMs/1000+m_offset);
   if(CalendarValueHistory(m_values,from,to,NULL,m_currencies[m_currency])>=0)
      return(true);
   Fail(StringFormat("error %d for %s",GetLastError(),m_currencies[m_currency]),CServerTime::SteadyMs());
   return(false);
  }
//+------------------------------------------------------------------+
void CCalendar::Take(const MqlCalendarValue &value)
  {
   long timeMs=((long)value.time-m_offset)*1000;
   if(timeMs<m_fromMs || timeMs>=m_toMs || value.id==0)
      return;
   int event=m_names.Find(value.event_id);
   if(event<0)
      return;
   m_list.Add(value.id,timeMs,m_currencies[m_currency],m_names,event);
  }
//+------------------------------------------------------------------+
void CCalendar::Finish(void)
  {
   m_isReading=false;
   if(m_list.IsEmpty())
     {
      Fail("it is empty",CServerTime::SteadyMs());
      return;
     }
   m_body=m_list.Body(m_fromMs,m_toMs);
   m_isBlind=false;
   m_list.Clear();
   ArrayResize(m_values,0);
  }
//+------------------------------------------------------------------+
bool CCalendar::HasChanged(const long nowMs)
  {
   if(nowMs<m_changesAtMs)
      return(false);
   m_changesAtMs=nowMs+CALENDAR_CHANGES_MS;
   MqlCalendarValue changes[];
   bool isFirst=(m_change==0);
   return(CalendarValueLast(m_change,changes)>0 && !isFirst);
  }
//+------------------------------------------------------------------+
void CCalendar::Fail(const string why,const long nowMs)
  {
   m_isReading=false;
   m_readAtMs=nowMs+CALENDAR_AGAIN_MS;
   if(!m_isBlind)
      m_herald.Note("warn","The economic calendar cannot be read: "+why+". It is tried again every minute.");
   m_isBlind=true;
   if(!CCalendarList::IsBlind(m_body))
      m_body=CCalendarList::Blind(m_time.MarketMs());
  }
//+------------------------------------------------------------------+
void CCalendar::Tell(const long nowMs)
  {
   if(m_outbox.Say(MESSAGE_CALENDAR,m_body)==0)
      return;
   m_told=m_body;
   m_toldMs=nowMs;
  }

#endif
//+------------------------------------------------------------------+
