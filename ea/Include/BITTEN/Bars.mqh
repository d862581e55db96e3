//+------------------------------------------------------------------+
//| Bars.mqh                                                         |
//| Answers `history`: closed minutes in UTC, in portions. A portion |
//| is read from the terminal, packed, signed and said in one go, and|
//| then its request steps back behind the others, as does one that  |
//| the terminal still loads bars for. Each timer gives one portion, |
//| and more while its share of work and the room before the socket  |
//| last: a tick or a verdict never waits for a history to be over.  |
//| Bars whose time cannot be told for certain are not given.        |
//+------------------------------------------------------------------+
#ifndef BITTEN_BARS_MQH
#define BITTEN_BARS_MQH

#include "ServerTime.mqh"
#include "FirstTouch.mqh"
#include "BarPortion.mqh"

//--- What histories may take of one timer, µs: one portion always, another one while this is not over
#define BARS_WORK_US         750
//--- Given only while no more than this waits, with what was given: one poll then still sends everything
#define BARS_WAITING_BYTES   32768
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
   IOutbox          *m_outbox;
   CSymbols         *m_symbols;
   CServerTime      *m_time;
   CFirstTouch      *m_touch;
   IHerald          *m_herald;
   CBarQueue         m_queue;
   SBarRequest       m_request;     // the one whose turn it is
   CBarPortion       m_portion;
   string            m_told;

   bool              Advance(const long nowMs);
   bool              Load(const long nowMs,string &why);
   bool              IsEnough(const int count,const long oldest);
   void              Open(const datetime &times[],const int count);
   void              Refuse(const string why);

public:
                     CBars(void);
   void              Bind(IOutbox *outbox,CSymbols *symbols,CServerTime *time,CFirstTouch *touch,IHerald *herald);
   void              OnLive(void);
   //--- A `history` of the app; false when it is not one
   bool              Ask(CJsonReader &body) { return(m_queue.Ask(body,CServerTime::SteadyMs())); }
   //--- A portion, and others until a time of GetMicrosecondCount is reached
   void              Poll(const long nowMs,const ulong deadline);
   int               Waiting(void) { return(m_queue.Size()); }
  };
//+------------------------------------------------------------------+
CBars::CBars(void)
   : m_outbox(NULL),m_symbols(NULL),m_time(NULL),m_touch(NULL),m_herald(NULL),m_told("")
  {
  }
//+------------------------------------------------------------------+
void CBars::Bind(IOutbox *outbox,CSymbols *symbols,CServerTime *time,CFirstTouch *touch,IHerald *herald)
  {
   m_outbox=outbox;
   m_portion.Bind(outbox,time);
   m_symbols=symbols;
   m_time=time;
   m_touch=touch;
   m_herald=herald;
  }
//+------------------------------------------------------------------+
void CBars::OnLive(void)
  {
   m_queue.Clear();
   m_told="";
  }
//+------------------------------------------------------------------+
void CBars::Poll(const long nowMs,const ulong deadline)
  {
   ulong until=MathMin(deadline,GetMicrosecondCount()+BARS_WORK_US);
   int idle=0;
   //--- What waits is sent before the terminal may block, and would look like room
   long mostSaid=m_portion.Said()+BARS_WAITING_BYTES-m_outbox.Waiting();
   while(idle<m_queue.Size() && m_portion.Said()<=mostSaid)
     {
      idle=Advance(nowMs) ? 0 : idle+1;
      if(GetMicrosecondCount()>=until)
         return;
     }
  }
//+------------------------------------------------------------------+
//| The first request's turn. False: nothing came of it              |
//+------------------------------------------------------------------+
bool CBars::Advance(const long nowMs)
  {
   m_request=m_queue.First();
   string why="";
   if(m_symbols.IsReady() && m_symbols.Name(m_request.index)=="")
     {
      Refuse(StringFormat("There is no symbol %d to give history of.",m_request.index));
      return(true);
     }
   if(nowMs<m_request.againMs)
     {
      m_queue.StepBack();
      return(false);
     }
   bool isGiving=m_request.isOpen;
   bool isDone=isGiving ? m_portion.Give(m_request,m_symbols.Name(m_request.index),why) : Load(nowMs,why);
   if(!isDone && why!="" && nowMs-m_request.sinceMs>BARS_PATIENCE_MS)
     {
      Refuse(why);
      return(true);
     }
   if(isDone)
      m_request.sinceMs=nowMs;
   else
      m_request.againMs=nowMs+BARS_AGAIN_MS;
   m_queue.Keep(m_request);
   if(isDone && isGiving && m_request.next>m_request.until)
      m_queue.Drop();
   else
      if(isGiving || !isDone)
         m_queue.StepBack();
   return(isDone);
  }
//+------------------------------------------------------------------+
//| False: not yet, and why                                          |
//+------------------------------------------------------------------+
bool CBars::Load(const long nowMs,string &why)
  {
   string name=m_symbols.Name(m_request.index);
   long waitedMs=nowMs-m_request.sinceMs;
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
   datetime times[];
   int count=CopyTime(name,PERIOD_M1,0,MostBars(m_request.most+1),times);
   if(count<=0)
     {
      why=StringFormat("MetaTrader gives no bars of %s, error %d.",name,GetLastError());
      return(false);
     }
   why="";
   if(!IsEnough(count,(long)times[0]) && waitedMs<=BARS_PATIENCE_MS)
      return(false);
   Open(times,count);
   return(true);
  }
//+------------------------------------------------------------------+
//| A short answer is one when the terminal has stopped loading      |
//+------------------------------------------------------------------+
bool CBars::IsEnough(const int count,const long oldest)
  {
   bool isStill=(count==m_request.copied);
   m_request.copied=count;
   if(count>m_request.most || m_time.PastUtc(oldest)*1000<=m_request.fromMs)
      return(true);
   string name=m_symbols.Name(m_request.index);
   bool isSynchronised=(SeriesInfoInteger(name,PERIOD_M1,SERIES_SYNCHRONIZED)!=0);
   return(isStill && isSynchronised);
  }
//+------------------------------------------------------------------+
//| From the first bar that is wanted to the newest that is closed:  |
//| its minute is over for certain                                   |
//+------------------------------------------------------------------+
void CBars::Open(const datetime &times[],const int count)
  {
   int end=count;
   if((long)times[count-1]+BAR_SECONDS+BAR_CLOSED_AFTER>m_time.ServerNow())
      end--;
   int from=(int)MathMax(0,end-m_request.most);
   int wanted=end;
   while(from<wanted)
     {
      int middle=(from+wanted)/2;
      long utc=m_time.PastUtc((long)times[middle]);
      if(utc>=0 && utc*1000>=m_request.fromMs)
         wanted=middle;
      else
         from=middle+1;
     }
   m_request.isOpen=true;
   m_request.next=(from<end) ? (long)times[from] : 0;
   m_request.until=(from<end) ? (long)times[end-1] : -1;
  }
//+------------------------------------------------------------------+
//| An answer all the same, so that nobody waits for it              |
//+------------------------------------------------------------------+
void CBars::Refuse(const string why)
  {
   if(why!=m_told)
      m_herald.Note("warn",why);
   m_told=why;
   if(m_portion.End(m_request))
      m_queue.Drop();
  }

#endif
//+------------------------------------------------------------------+
