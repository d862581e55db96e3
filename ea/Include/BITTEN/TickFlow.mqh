//+------------------------------------------------------------------+
//| TickFlow.mqh                                                     |
//| Packed ticks on their way to the app, and how far it has         |
//| confirmed them. While a window's worth is unconfirmed no more    |
//| are let in: they wait in the terminal, which keeps them anyway.  |
//+------------------------------------------------------------------+
#ifndef BITTEN_TICK_FLOW_MQH
#define BITTEN_TICK_FLOW_MQH

#include "Interfaces.mqh"
#include "Protocol.mqh"

//--- Unconfirmed bytes, and bytes that the socket has not taken
#define TICK_WINDOW_BYTES    4194304
#define TICK_WAITING_BYTES   1048576
//--- What a message costs beside its ticks
#define TICK_MESSAGE_BYTES   256

struct SWireTick
  {
   ushort            index;
   long              timeMs;
   double            bid;
   double            ask;
   uint              flags;
  };

//--- A message that is not confirmed
struct SSentTicks
  {
   long              number;
   int               bytes;
   long              fromMs;        // earliest of its ticks, server's time
  };

#define TICK_SENT_TRIM       4096

class CTickFlow
  {
private:
   IOutbox          *m_outbox;
   uchar             m_body[];
   int               m_used;
   SSentTicks        m_sent[];
   int               m_first;
   int               m_count;
   int               m_unconfirmed;
   long              m_fromMs;

public:
                     CTickFlow(void) : m_outbox(NULL),m_used(0),m_first(0),m_count(0),m_unconfirmed(0),m_fromMs(LONG_MAX) {}
   void              Bind(IOutbox *outbox);
   void              Reset(void);
   bool              IsOpen(void);
   bool              IsFull(void) { return(m_used>=LIMIT_TICKS*TICK_BYTES); }
   int               Collected(void) { return(m_used/TICK_BYTES); }
   //--- Messages on their way
   int               Unconfirmed(void) { return(m_count-m_first); }
   //--- Time of the earliest tick that is not confirmed, server's; LONG_MAX when all are
   long              UnconfirmedFrom(void);
   void              Add(const int index,const long utcMs,const MqlTick &tick);
   //--- Number of the message; 0: nobody took it, and what was collected is gone
   long              Send(void);
   void              Confirmed(const long upTo);
  };
//+------------------------------------------------------------------+
void CTickFlow::Bind(IOutbox *outbox)
  {
   m_outbox=outbox;
   ArrayResize(m_body,LIMIT_TICKS*TICK_BYTES);
  }
//+------------------------------------------------------------------+
void CTickFlow::Reset(void)
  {
   m_used=0;
   m_first=0;
   m_count=0;
   m_unconfirmed=0;
   m_fromMs=LONG_MAX;
  }
//+------------------------------------------------------------------+
long CTickFlow::UnconfirmedFrom(void)
  {
   long fromMs=LONG_MAX;
   for(int i=m_first; i<m_count; i++)
      fromMs=MathMin(fromMs,m_sent[i].fromMs);
   return(fromMs);
  }
//+------------------------------------------------------------------+
bool CTickFlow::IsOpen(void)
  {
   return(m_unconfirmed<TICK_WINDOW_BYTES && m_outbox.Waiting()<TICK_WAITING_BYTES && !IsFull());
  }
//+------------------------------------------------------------------+
void CTickFlow::Add(const int index,const long utcMs,const MqlTick &tick)
  {
   SWireTick record;
   record.index=(ushort)index;
   record.timeMs=utcMs;
   record.bid=tick.bid;
   record.ask=tick.ask;
   record.flags=tick.flags;
   StructToCharArray(record,m_body,(uint)m_used);
   m_used+=TICK_BYTES;
   m_fromMs=MathMin(m_fromMs,tick.time_msc);
  }
//+------------------------------------------------------------------+
long CTickFlow::Send(void)
  {
   if(m_used==0)
      return(0);
   //--- Shorter and then as long again: the memory stays
   ArrayResize(m_body,m_used,LIMIT_TICKS*TICK_BYTES);
   int bytes=m_used+TICK_MESSAGE_BYTES;
   long fromMs=m_fromMs;
   m_used=0;
   m_fromMs=LONG_MAX;
   long number=m_outbox.SayBytes(MESSAGE_TICKS,m_body,"");
   ArrayResize(m_body,LIMIT_TICKS*TICK_BYTES);
   if(number==0)
      return(0);
   if(m_count==ArraySize(m_sent))
      ArrayResize(m_sent,m_count+1,4096);
   m_sent[m_count].number=number;
   m_sent[m_count].bytes=bytes;
   m_sent[m_count].fromMs=fromMs;
   m_count++;
   m_unconfirmed+=bytes;
   return(number);
  }
//+------------------------------------------------------------------+
void CTickFlow::Confirmed(const long upTo)
  {
   while(m_first<m_count && m_sent[m_first].number<=upTo)
     {
      m_unconfirmed-=m_sent[m_first].bytes;
      m_first++;
     }
   if(m_first<m_count && m_first<TICK_SENT_TRIM)
      return;
   //--- Those that are done make room, in bulk
   for(int i=m_first; i<m_count; i++)
      m_sent[i-m_first]=m_sent[i];
   m_count-=m_first;
   m_first=0;
  }

#endif
//+------------------------------------------------------------------+
