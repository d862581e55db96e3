//+------------------------------------------------------------------+
//| Bars.mqh                                                         |
//| Answers `history`: closed minutes in UTC, in as many messages as |
//| it takes, a little in each turn. A request that the terminal     |
//| still loads bars for steps back behind the others. Bars whose    |
//| time cannot be told for certain are not given.                   |
//+------------------------------------------------------------------+
#ifndef BITTEN_BARS_MQH
#define BITTEN_BARS_MQH

#include "ServerTime.mqh"
#include "FirstTouch.mqh"
#include "BarWriter.mqh"

//--- Between two looks at the time
#define BARS_AT_ONCE         100
//--- For so long the terminal may go on loading before what is there is given
#define BARS_PATIENCE_MS     8000
#define BARS_AGAIN_MS        500
//--- For so long a request waits for the server's offset to be measured; the weeks alone have to do then
#define BARS_MEASURED_MS     4000
//--- A tick of a minute may come so long after its end
#define BAR_CLOSED_AFTER     5

class CBars
  {
private:
   CSymbols         *m_symbols;
   CServerTime      *m_time;
   CFirstTouch      *m_touch;
   IHerald          *m_herald;
   CBarQueue         m_queue;
   SBarRequest       m_request;
   MqlRates          m_rates[];
   bool              m_isLoaded;
   int               m_at;
   int               m_end;
   CBarWriter        m_writer;
   string            m_told;

   bool              Load(const long nowMs,string &why);
   bool              IsEnough(const int count);
   void              Range(const int count);
   void              Encode(const ulong deadline);
   void              Refuse(const string why);
   void              Next(void);

public:
                     CBars(void);
   void              Bind(IOutbox *outbox,CSymbols *symbols,CServerTime *time,CFirstTouch *touch,IHerald *herald);
   void              OnLive(void);
   //--- A `history` of the app; false when it is not one
   bool              Ask(CJsonReader &body) { return(m_queue.Ask(body,CServerTime::SteadyMs())); }
   void              Poll(const long nowMs,const ulong deadline);
   int               Waiting(void) { return(m_queue.Size()); }
  };
//+------------------------------------------------------------------+
CBars::CBars(void)
   : m_symbols(NULL),m_time(NULL),m_touch(NULL),m_herald(NULL),m_isLoaded(false),m_at(0),m_end(0),m_told("")
  {
  }
//+------------------------------------------------------------------+
void CBars::Bind(IOutbox *outbox,CSymbols *symbols,CServerTime *time,CFirstTouch *touch,IHerald *herald)
  {
   m_writer.Bind(outbox);
   m_symbols=symbols;
   m_time=time;
   m_touch=touch;
   m_herald=herald;
  }
//+------------------------------------------------------------------+
void CBars::OnLive(void)
  {
   m_queue.Clear();
   m_isLoaded=false;
   m_told="";
  }
//+------------------------------------------------------------------+
void CBars::Poll(const long nowMs,const ulong deadline)
  {
   if(m_isLoaded)
     {
      Encode(deadline);
      return;
     }
   if(m_queue.Size()==0)
      return;
   m_request=m_queue.First();
   if(m_symbols.IsReady() && m_symbols.Name(m_request.index)=="")
     {
      Refuse(StringFormat("There is no symbol %d to give history of.",m_request.index));
      return;
     }
   if(nowMs<m_request.againMs)
     {
      m_queue.StepBack();
      return;
     }
   string why="";
   if(Load(nowMs,why))
      return;
   if(why!="" && nowMs-m_request.askedMs>BARS_PATIENCE_MS)
     {
      Refuse(why);
      return;
     }
   m_request.againMs=nowMs+BARS_AGAIN_MS;
   m_queue.Keep(m_request);
   m_queue.StepBack();
  }
//+------------------------------------------------------------------+
//| False: not yet, and why                                          |
//+------------------------------------------------------------------+
bool CBars::Load(const long nowMs,string &why)
  {
   string name=m_symbols.Name(m_request.index);
   long waitedMs=nowMs-m_request.askedMs;
   //--- The first bars of a symbol are asked for by FirstTouch alone
   why=(waitedMs>TOUCH_BLOCKS_MS) ? "MetaTrader gives no bars of "+name+"." : "";
   if(!m_touch.IsReady(m_request.index))
      return(false);
   if(m_request.copied<0 || !m_time.IsRuled())
      m_touch.AboutToLoad();
   if(!m_time.Learn(name,waitedMs>BARS_MEASURED_MS))
     {
      why=name+" has no history: "+m_time.Refusal()+".";
      return(false);
     }
   int count=CopyRates(name,PERIOD_M1,0,MostBars(m_request.most+1),m_rates);
   if(count<=0)
     {
      why=StringFormat("MetaTrader gives no bars of %s, error %d.",name,GetLastError());
      return(false);
     }
   why="";
   if(!IsEnough(count) && waitedMs<=BARS_PATIENCE_MS)
      return(false);
   Range(count);
   return(true);
  }
//+------------------------------------------------------------------+
//| A short answer is one when the terminal has stopped loading      |
//+------------------------------------------------------------------+
bool CBars::IsEnough(const int count)
  {
   bool isStill=(count==m_request.copied);
   m_request.copied=count;
   if(count>m_request.most || m_time.PastUtc((long)m_rates[0].time)*1000<=m_request.fromMs)
      return(true);
   string name=m_symbols.Name(m_request.index);
   bool isSynchronised=(SeriesInfoInteger(name,PERIOD_M1,SERIES_SYNCHRONIZED)!=0);
   return(isStill && isSynchronised);
  }
//+------------------------------------------------------------------+
//| The newest bar is closed when its minute is over for certain     |
//+------------------------------------------------------------------+
void CBars::Range(const int count)
  {
   m_end=count;
   if((long)m_rates[count-1].time+60+BAR_CLOSED_AFTER>m_time.ServerNow())
      m_end--;
   m_at=(int)MathMax(0,m_end-m_request.most);
   m_writer.Clear();
   m_isLoaded=true;
  }
//+------------------------------------------------------------------+
void CBars::Encode(const ulong deadline)
  {
   while(m_at<m_end && !m_writer.IsFull())
     {
      long utc=m_time.PastUtc((long)m_rates[m_at].time);
      if(utc>=0 && utc*1000>=m_request.fromMs)
         m_writer.Add(m_rates[m_at],utc);
      m_at++;
      if(m_at%BARS_AT_ONCE==0 && GetMicrosecondCount()>=deadline)
         break;
     }
   bool isLast=(m_at>=m_end);
   if(!isLast && !m_writer.IsFull())
      return;
   if(m_writer.Send(m_request,isLast) && isLast)
      Next();
  }
//+------------------------------------------------------------------+
//| An answer all the same, so that nobody waits for it              |
//+------------------------------------------------------------------+
void CBars::Refuse(const string why)
  {
   if(why!=m_told)
      m_herald.Note("warn",why);
   m_told=why;
   m_writer.Clear();
   if(m_writer.Send(m_request,true))
      Next();
  }
//+------------------------------------------------------------------+
void CBars::Next(void)
  {
   m_queue.Drop();
   ArrayResize(m_rates,0);
   m_isLoaded=false;
   m_writer.Clear();
  }

#endif
//+------------------------------------------------------------------+
