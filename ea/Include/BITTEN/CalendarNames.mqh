//+------------------------------------------------------------------+
//| CalendarNames.mqh                                                |
//| What the calendar's announcements are called and how much they   |
//| matter. The same ones come month after month, so each is asked   |
//| for once.                                                        |
//+------------------------------------------------------------------+
#ifndef BITTEN_CALENDAR_NAMES_MQH
#define BITTEN_CALENDAR_NAMES_MQH

#include "JsonWriter.mqh"
#include "Protocol.mqh"

class CCalendarNames
  {
private:
   ulong             m_ids[];
   string            m_names[];
   string            m_importances[];
   bool              m_areExact[];

   int               Learn(const ulong id);

public:
   //--- Place of an event; −1: the calendar cannot describe it
   int               Find(const ulong id);
   string            Name(const int at) { return(m_names[at]); }
   string            Importance(const int at) { return(m_importances[at]); }
   //--- False: the calendar knows the day only, or not even that
   bool              IsExact(const int at) { return(m_areExact[at]); }
  };
//+------------------------------------------------------------------+
int CCalendarNames::Find(const ulong id)
  {
   for(int i=ArraySize(m_ids)-1; i>=0; i--)
      if(m_ids[i]==id)
         return(i);
   return(Learn(id));
  }
//+------------------------------------------------------------------+
int CCalendarNames::Learn(const ulong id)
  {
   MqlCalendarEvent event;
   if(!CalendarEventById(id,event))
      return(-1);
   int at=ArraySize(m_ids);
   ArrayResize(m_ids,at+1,512);
   ArrayResize(m_names,at+1,512);
   ArrayResize(m_importances,at+1,512);
   ArrayResize(m_areExact,at+1,512);
   m_ids[at]=id;
   m_names[at]=StringSubstr(event.name,0,LIMIT_EVENT_TEXT);
   m_areExact[at]=(event.time_mode==CALENDAR_TIMEMODE_DATETIME);
   switch(event.importance)
     {
      case CALENDAR_IMPORTANCE_HIGH:
         m_importances[at]="high";
         break;
      case CALENDAR_IMPORTANCE_MODERATE:
         m_importances[at]="moderate";
         break;
      case CALENDAR_IMPORTANCE_LOW:
         m_importances[at]="low";
         break;
      default:
         m_importances[at]="none";
     }
   return(at);
  }

#endif
//+------------------------------------------------------------------+
