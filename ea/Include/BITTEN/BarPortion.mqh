//+------------------------------------------------------------------+
//| BarPortion.mqh                                                   |
//| What one history gives in one go: so many bars, read from the    |
//| terminal, dated in UTC, packed and said. Nothing of a history is |
//| kept between two portions but where the next one begins.         |
//+------------------------------------------------------------------+
#ifndef BITTEN_BAR_PORTION_MQH
#define BITTEN_BAR_PORTION_MQH

#include "ServerTime.mqh"
#include "Protocol.mqh"
#include "BarQueue.mqh"

//--- Fewer than a message may hold: to read, pack and sign these takes a fraction of what one timer may
#define BARS_A_PORTION       500
#define BAR_SECONDS          60

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

class CBarPortion
  {
private:
   IOutbox          *m_outbox;
   CServerTime      *m_time;
   MqlRates          m_rates[];
   uchar             m_body[];
   int               m_used;
   long              m_said;

   bool              Read(const long from,const string name,string &why);
   long              Pack(const SBarRequest &request);
   void              Add(const MqlRates &rate,const long utc);
   bool              Send(const SBarRequest &request,const bool isLast);

public:
                     CBarPortion(void) : m_outbox(NULL),m_time(NULL),m_used(0),m_said(0) {}
   void              Bind(IOutbox *outbox,CServerTime *time);
   //--- The next portion of a history that is open, an empty one when there is nothing to give. False: not now, and why
   bool              Give(SBarRequest &request,const string name,string &why);
   //--- The end of an answer, without bars. False: nobody takes it
   bool              End(const SBarRequest &request);
   //--- Bytes of all portions so far
   long              Said(void) { return(m_said); }
  };
//+------------------------------------------------------------------+
void CBarPortion::Bind(IOutbox *outbox,CServerTime *time)
  {
   m_outbox=outbox;
   m_time=time;
  }
//+------------------------------------------------------------------+
bool CBarPortion::Give(SBarRequest &request,const string name,string &why)
  {
   if(request.next>request.until)
      return(End(request));
   if(!Read(request.next,name,why))
      return(false);
   long next=Pack(request);
   if(!Send(request,next>request.until))
      return(false);
   request.next=next;
   return(true);
  }
//+------------------------------------------------------------------+
//| Bars are counted from the newest one: when another opens between |
//| the two calls the portion would begin too late, and waits        |
//+------------------------------------------------------------------+
bool CBarPortion::Read(const long from,const string name,string &why)
  {
   if(!m_time.Learn(name,true))
     {
      why=name+" has no more history: "+m_time.Refusal()+".";
      return(false);
     }
   ResetLastError();
   int place=iBarShift(name,PERIOD_M1,(datetime)from);
   int newest=(int)MathMax(0,place-BARS_A_PORTION+1);
   if(place<0 || CopyRates(name,PERIOD_M1,newest,place-newest+1,m_rates)<=0)
     {
      why=StringFormat("MetaTrader gives no more bars of %s, error %d.",name,GetLastError());
      return(false);
     }
   return((long)m_rates[0].time<=from);
  }
//+------------------------------------------------------------------+
//| Where the next portion begins                                    |
//+------------------------------------------------------------------+
long CBarPortion::Pack(const SBarRequest &request)
  {
   int count=ArraySize(m_rates);
   m_used=0;
   ArrayResize(m_body,count*BAR_BYTES,BARS_A_PORTION*BAR_BYTES);
   for(int i=0; i<count; i++)
     {
      long time=(long)m_rates[i].time;
      if(time<request.next || time>request.until)
         continue;
      long utc=m_time.PastUtc(time);
      if(utc>=0 && utc*1000>=request.fromMs)
         Add(m_rates[i],utc);
     }
   return((long)m_rates[count-1].time+BAR_SECONDS);
  }
//+------------------------------------------------------------------+
//| utc: opening time, seconds                                       |
//+------------------------------------------------------------------+
void CBarPortion::Add(const MqlRates &rate,const long utc)
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
bool CBarPortion::End(const SBarRequest &request)
  {
   m_used=0;
   return(Send(request,true));
  }
//+------------------------------------------------------------------+
bool CBarPortion::Send(const SBarRequest &request,const bool isLast)
  {
   ArrayResize(m_body,m_used,BARS_A_PORTION*BAR_BYTES);
   string extra=StringFormat("\"rq\":\"%s\",\"i\":%d,\"tf\":1%s",request.id,request.index,isLast ? "" : ",\"more\":1");
   if(m_outbox.SayBytes(MESSAGE_BARS,m_body,extra)==0)
      return(false);
   m_said+=m_used;
   return(true);
  }

#endif
//+------------------------------------------------------------------+
