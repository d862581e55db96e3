//+------------------------------------------------------------------+
//| Ticks.mqh                                                        |
//| Every tick of every symbol, once and in order. OnTick only says  |
//| that something came, and says it once for several ticks; the     |
//| terminal's own list of ticks is what is read, from where the     |
//| last reading ended. What cannot be sent now stays in that list.  |
//|                                                                  |
//| A session begins with the whole minute of the earliest tick that |
//| the app has not confirmed, so that the minute's bar can be made; |
//| when that is more than five minutes ago, with the present minute:|
//| what is older the app asks for as bars.                          |
//+------------------------------------------------------------------+
#ifndef BITTEN_TICKS_MQH
#define BITTEN_TICKS_MQH

#include "ServerTime.mqh"
#include "FirstTouch.mqh"
#include "TickFlow.mqh"

#define TICKS_A_FETCH        2048
#define TICKS_A_FETCH_MOST   65536
#define MISSED_MOST_MS       300000
#define MINUTE_MS            60000

//--- How far a symbol's ticks have been read: those of this millisecond, `seen` of them
struct STickCursor
  {
   long              msc;
   int               seen;
   long              print;         // sum over their prices: shows when the terminal rearranged them
  };

class CTicks
  {
private:
   CSymbols         *m_symbols;
   CServerTime      *m_time;
   CFirstTouch      *m_touch;
   IHerald          *m_herald;
   CTickFlow         m_flow;
   MqlTick           m_buffer[];
   string            m_names[PAIR_COUNT];
   STickCursor       m_cursors[PAIR_COUNT];
   STickCursor       m_before[PAIR_COUNT];
   MqlTick           m_tail[PAIR_COUNT];
   uint              m_fetch[PAIR_COUNT];
   bool              m_isFailing[PAIR_COUNT];
   int               m_turn;
   long              m_sentTicks;
   long              m_rearranged;

   bool              HasNew(const int index,const string name);
   void              Begin(const int index,const string name,const long fromMs);
   bool              Read(const int index,const string name);
   void              Take(const int index,const MqlTick &tick,STickCursor &cursor);
   void              Failed(const int index,const string name);
   static long       PrintOf(const MqlTick &tick);

public:
                     CTicks(void);
   void              Bind(IOutbox *outbox,CSymbols *symbols,CServerTime *time,CFirstTouch *touch,IHerald *herald);
   void              OnLive(void);
   void              OnConfirmed(const long upTo) { m_flow.Confirmed(upTo); }
   //--- Sends what came, until a time of GetMicrosecondCount is reached
   void              Poll(const ulong deadline);
   int               Unconfirmed(void) { return(m_flow.Unconfirmed()); }
   long              Sent(void) { return(m_sentTicks); }
   //--- Milliseconds whose ticks the terminal has given in another order the second time
   long              Rearranged(void) { return(m_rearranged); }
  };
//+------------------------------------------------------------------+
CTicks::CTicks(void) : m_symbols(NULL),m_time(NULL),m_touch(NULL),m_herald(NULL),m_turn(0),m_sentTicks(0),m_rearranged(0)
  {
   for(int i=0; i<PAIR_COUNT; i++)
     {
      m_names[i]="";
      m_fetch[i]=TICKS_A_FETCH;
      m_isFailing[i]=false;
      ZeroMemory(m_cursors[i]);
      ZeroMemory(m_tail[i]);
     }
  }
//+------------------------------------------------------------------+
void CTicks::Bind(IOutbox *outbox,CSymbols *symbols,CServerTime *time,CFirstTouch *touch,IHerald *herald)
  {
   m_flow.Bind(outbox);
   m_symbols=symbols;
   m_time=time;
   m_touch=touch;
   m_herald=herald;
  }
//+------------------------------------------------------------------+
//| Cursors go back; Begin() moves those forward that are too old    |
//+------------------------------------------------------------------+
void CTicks::OnLive(void)
  {
   long fromMs=m_flow.UnconfirmedFrom();
   m_flow.Reset();
   for(int i=0; i<PAIR_COUNT; i++)
     {
      long oldest=MathMin(fromMs,m_cursors[i].msc);
      ZeroMemory(m_cursors[i]);
      ZeroMemory(m_tail[i]);
      if(m_names[i]==m_symbols.Name(i) && m_names[i]!="")
         Begin(i,m_names[i],oldest);
     }
  }
//+------------------------------------------------------------------+
void CTicks::Begin(const int index,const string name,const long fromMs)
  {
   long nowMs=m_time.ServerNow()*1000;
   long startMs=fromMs-fromMs%MINUTE_MS;
   if(fromMs<nowMs-MISSED_MOST_MS || fromMs>nowMs+MINUTE_MS)
     {
      //--- The minute that the terminal's own chart is drawing; history ends where it begins
      startMs=(long)iTime(name,PERIOD_M1,0)*1000;
      if(startMs<=0)
         startMs=nowMs-nowMs%MINUTE_MS;
     }
   m_names[index]=name;
   m_cursors[index].msc=startMs;
   m_cursors[index].seen=0;
   m_cursors[index].print=0;
  }
//+------------------------------------------------------------------+
void CTicks::Poll(const ulong deadline)
  {
   if(!m_time.IsMeasured())
      return;
   ArrayCopy(m_before,m_cursors);
   for(int done=0; done<PAIR_COUNT && m_flow.IsOpen(); done++)
     {
      int index=m_turn;
      string name=m_symbols.Name(index);
      if(name!="" && m_touch.IsReady(index))
        {
         if(m_names[index]!=name || m_cursors[index].msc==0)
            Begin(index,name,0);
         if(HasNew(index,name) && !Read(index,name))
            Failed(index,name);
        }
      m_turn=(m_turn+1)%PAIR_COUNT;
      if(GetMicrosecondCount()>=deadline)
         break;
     }
   int collected=m_flow.Collected();
   if(collected==0)
      return;
   if(m_flow.Send()>0)
     {
      m_sentTicks+=collected;
      return;
     }
   ArrayCopy(m_cursors,m_before);
   for(int i=0; i<PAIR_COUNT; i++)
      ZeroMemory(m_tail[i]);
  }
//+------------------------------------------------------------------+
//| The last tick is cheap to ask for; the list is not               |
//+------------------------------------------------------------------+
bool CTicks::HasNew(const int index,const string name)
  {
   MqlTick last;
   if(!SymbolInfoTick(name,last))
      return(false);
   return(last.time_msc!=m_tail[index].time_msc || last.bid!=m_tail[index].bid || last.ask!=m_tail[index].ask);
  }
//+------------------------------------------------------------------+
bool CTicks::Read(const int index,const string name)
  {
   STickCursor from=m_cursors[index];
   STickCursor cursor=from;
   ResetLastError();
   int count=CopyTicks(name,m_buffer,COPY_TICKS_ALL,(ulong)from.msc,m_fetch[index]);
   if(count<0)
      return(false);
   m_isFailing[index]=false;
   int passed=0;
   long print=0;
   int i=0;
   for(; i<count && !m_flow.IsFull(); i++)
     {
      bool isSeen=m_buffer[i].time_msc<from.msc || (m_buffer[i].time_msc==from.msc && passed<from.seen);
      if(!isSeen)
        {
         Take(index,m_buffer[i],cursor);
         continue;
        }
      if(m_buffer[i].time_msc<from.msc)
         continue;
      passed++;
      print+=PrintOf(m_buffer[i]);
     }
   if(print!=from.print)
      m_rearranged++;
   m_cursors[index]=cursor;
   if(i>0)
      m_tail[index]=m_buffer[i-1];
   //--- More ticks in one millisecond than one reading holds
   bool isStuck=(count>=(int)m_fetch[index] && cursor.msc==from.msc && cursor.seen==from.seen);
   m_fetch[index]=isStuck ? MathMin((uint)TICKS_A_FETCH_MOST,2*m_fetch[index]) : (uint)TICKS_A_FETCH;
   return(true);
  }
//+------------------------------------------------------------------+
void CTicks::Take(const int index,const MqlTick &tick,STickCursor &cursor)
  {
   if(tick.time_msc!=cursor.msc)
     {
      cursor.msc=tick.time_msc;
      cursor.seen=0;
      cursor.print=0;
     }
   cursor.seen++;
   cursor.print+=PrintOf(tick);
   //--- An empty book is told as prices of zero, and is no quote
   if(tick.bid<=0.0 || tick.ask<=0.0)
      return;
   long utcMs=m_time.LiveUtcMs(tick.time_msc);
   m_time.Seen(utcMs);
   m_flow.Add(index,utcMs,tick);
  }
//+------------------------------------------------------------------+
long CTicks::PrintOf(const MqlTick &tick)
  {
   return((long)MathRound(tick.bid*1.0e8)*3+(long)MathRound(tick.ask*1.0e8));
  }
//+------------------------------------------------------------------+
//| Tried again every turn; told once until it works again           |
//+------------------------------------------------------------------+
void CTicks::Failed(const int index,const string name)
  {
   if(!m_isFailing[index])
      m_herald.Note("warn",StringFormat("The ticks of %s cannot be read, error %d. It is tried again.",name,GetLastError()));
   m_isFailing[index]=true;
  }

#endif
//+------------------------------------------------------------------+
