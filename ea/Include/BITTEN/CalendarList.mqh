//+------------------------------------------------------------------+
//| CalendarList.mqh                                                 |
//| The announcements of some days, as one body of `calendar`. It is |
//| complete up to its end: when there are more than a message holds |
//| the end comes earlier.                                           |
//+------------------------------------------------------------------+
#ifndef BITTEN_CALENDAR_LIST_MQH
#define BITTEN_CALENDAR_LIST_MQH

#include "CalendarNames.mqh"

//--- Of the text of all events: names may take three bytes a letter, and a message holds 262,144
#define CALENDAR_TEXT_MOST     160000
#define CALENDAR_CUT_MS        21600000

struct SAnnouncement
  {
   long              timeMs;
   string            text;          // ready JSON
  };

class CCalendarList
  {
private:
   SAnnouncement     m_found[];

   bool              Fits(const long toMs);

public:
   void              Clear(void) { ArrayResize(m_found,0,LIMIT_EVENTS); }
   bool              IsEmpty(void) { return(ArraySize(m_found)==0); }
   void              Add(const ulong id,const long timeMs,const string currency,CCalendarNames &names,const int event);
   string            Body(const long fromMs,const long toMs);
   //--- The body that says that nothing could be read
   static string     Blind(const long nowMs);
   static bool       IsBlind(const string body) { return(StringFind(body,"{\"available\":false")==0); }
  };
//+------------------------------------------------------------------+
void CCalendarList::Add(const ulong id,const long timeMs,const string currency,CCalendarNames &names,const int event)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("id",StringFormat("%I64u",id));
   writer.Integer("timeMs",timeMs);
   writer.Boolean("exact",names.IsExact(event));
   writer.Text("currency",currency);
   writer.Text("importance",names.Importance(event));
   writer.Text("name",names.Name(event));
   writer.ObjectEnd();
   int size=ArraySize(m_found);
   ArrayResize(m_found,size+1,LIMIT_EVENTS);
   m_found[size].timeMs=timeMs;
   m_found[size].text=writer.Done();
  }
//+------------------------------------------------------------------+
bool CCalendarList::Fits(const long toMs)
  {
   int events=0;
   int letters=0;
   for(int i=ArraySize(m_found)-1; i>=0; i--)
     {
      if(m_found[i].timeMs>=toMs)
         continue;
      events++;
      letters+=StringLen(m_found[i].text)+1;
     }
   return(events<=LIMIT_EVENTS && letters<=CALENDAR_TEXT_MOST);
  }
//+------------------------------------------------------------------+
string CCalendarList::Body(const long fromMs,const long toMs)
  {
   long endMs=toMs;
   while(!Fits(endMs))
      endMs-=CALENDAR_CUT_MS;
   string body=StringFormat("{\"available\":true,\"fromMs\":%I64d,\"toMs\":%I64d,\"events\":[",fromMs,endMs);
   StringReserve(body,CALENDAR_TEXT_MOST+200);
   bool isFirst=true;
   for(int i=0; i<ArraySize(m_found); i++)
     {
      if(m_found[i].timeMs>=endMs)
         continue;
      if(!isFirst)
         StringAdd(body,",");
      StringAdd(body,m_found[i].text);
      isFirst=false;
     }
   StringAdd(body,"]}");
   return(body);
  }
//+------------------------------------------------------------------+
string CCalendarList::Blind(const long nowMs)
  {
   return(StringFormat("{\"available\":false,\"fromMs\":%I64d,\"toMs\":%I64d,\"events\":[]}",nowMs,nowMs));
  }

#endif
//+------------------------------------------------------------------+
