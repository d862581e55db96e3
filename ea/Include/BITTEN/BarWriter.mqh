//+------------------------------------------------------------------+
//| BarWriter.mqh                                                    |
//| Packs bars into the bodies of `bars`.                            |
//+------------------------------------------------------------------+
#ifndef BITTEN_BAR_WRITER_MQH
#define BITTEN_BAR_WRITER_MQH

#include "Interfaces.mqh"
#include "Protocol.mqh"
#include "BarQueue.mqh"

//--- Fewer than a message may hold: signing more would take longer than one timer should
#define BARS_A_MESSAGE       1000

struct SWireBar
  {
   long              time;
   double            open;
   double            high;
   double            low;
   double            close;
   long              ticks;
   int               spread;
   long              volume;
  };

class CBarWriter
  {
private:
   IOutbox          *m_outbox;
   uchar             m_body[];
   int               m_used;

public:
                     CBarWriter(void) : m_outbox(NULL),m_used(0) {}
   void              Bind(IOutbox *outbox);
   void              Clear(void) { m_used=0; }
   bool              IsFull(void) { return(m_used>=BARS_A_MESSAGE*BAR_BYTES); }
   //--- utc: opening time, seconds
   void              Add(const MqlRates &rate,const long utc);
   //--- False: the queue is full; the same is sent again next turn
   bool              Send(const SBarRequest &request,const bool isLast);
  };
//+------------------------------------------------------------------+
void CBarWriter::Bind(IOutbox *outbox)
  {
   m_outbox=outbox;
   ArrayResize(m_body,BARS_A_MESSAGE*BAR_BYTES);
  }
//+------------------------------------------------------------------+
void CBarWriter::Add(const MqlRates &rate,const long utc)
  {
   SWireBar bar;
   bar.time=utc;
   bar.open=rate.open;
   bar.high=rate.high;
   bar.low=rate.low;
   bar.close=rate.close;
   bar.ticks=rate.tick_volume;
   bar.spread=rate.spread;
   bar.volume=rate.real_volume;
   StructToCharArray(bar,m_body,(uint)m_used);
   m_used+=BAR_BYTES;
  }
//+------------------------------------------------------------------+
bool CBarWriter::Send(const SBarRequest &request,const bool isLast)
  {
   uchar packet[];
   ArrayResize(packet,m_used);
   if(m_used>0)
      ArrayCopy(packet,m_body,0,0,m_used);
   string extra=StringFormat("\"rq\":\"%s\",\"i\":%d,\"tf\":1%s",request.id,request.index,isLast ? "" : ",\"more\":1");
   if(m_outbox.SayBytes(MESSAGE_BARS,packet,extra)==0)
      return(false);
   m_used=0;
   return(true);
  }

#endif
//+------------------------------------------------------------------+
