//+------------------------------------------------------------------+
//| Symbols.mqh                                                      |
//| The fifteen symbols as the broker specifies them. A pair's place |
//| in the list is its index on the wire, in every session.          |
//+------------------------------------------------------------------+
#ifndef BITTEN_SYMBOLS_MQH
#define BITTEN_SYMBOLS_MQH

#include "DeskPorts.mqh"
#include "JsonWriter.mqh"
#include "SymbolMap.mqh"
#include "Commission.mqh"

#define SPEC_CHECK_MS       250
#define SPEC_RETELL_MS      3600000
#define SYMBOLS_RETRY_MS    5000
//--- Values of a tick move with the rates; this much is news before the hour is over
#define TICK_VALUE_NEWS     0.005

struct SSymbolSpec
  {
   bool              isSound;
   int               digits;
   double            tickSize;
   double            tickValue;
   double            contract;
   double            lotMin;
   double            lotMax;
   double            lotStep;
   int               stopLevel;
   int               freezeLevel;
   double            commission;
  };

class CSymbols : public IMappedSymbols
  {
private:
   IHerald          *m_herald;
   CSymbolMap        m_map;
   CCommission       m_commission;
   SSymbolSpec       m_specs[PAIR_COUNT];
   SSymbolSpec       m_told[PAIR_COUNT];
   int               m_next;
   long              m_nextMs;
   long              m_toldMs;
   bool              m_isNews;
   bool              m_isCostDue;

   void              Select(void);
   void              Read(const int index);
   bool              IsNews(const int index);
   void              Write(CJsonWriter &writer,const int index);

public:
                     CSymbols(void);
   void              Bind(IHerald *herald,const string filter,const double commissionPerLot);
   //--- A deal was made: it may show a commission
   void              OnDeal(void) { m_isCostDue=true; }
   ICosts           *Costs(void) { return(GetPointer(m_commission)); }
   void              Poll(const long nowMs);
   int               Total(void) { return(PAIR_COUNT); }
   bool              IsReady(void) { return(m_map.IsDone()); }
   int               Found(void) { return(m_map.Found()); }
   string            Name(const int index) { return(index>=0 && index<PAIR_COUNT ? m_map.Name(index) : ""); }
   int               IndexOf(const string name);
   virtual bool      IsMapped(const string symbol) { return(IndexOf(symbol)>=0); }
   //--- Something changed that has not been told
   bool              HasNews(const long nowMs) { return(m_isNews || (m_toldMs>0 && nowMs-m_toldMs>=SPEC_RETELL_MS)); }
   //--- The body of `specs`; what it says counts as told
   string            Tell(const long nowMs);
  };

CSymbols::CSymbols(void)
   : m_herald(NULL),m_next(0),m_nextMs(0),m_toldMs(0),m_isNews(false),m_isCostDue(true)
  {
   ZeroMemory(m_specs);
   ZeroMemory(m_told);
  }

void CSymbols::Bind(IHerald *herald,const string filter,const double commissionPerLot)
  {
   m_herald=herald;
   m_map.Filter(filter);
   m_commission.Fix(commissionPerLot);
  }

void CSymbols::Poll(const long nowMs)
  {
   if(!m_map.IsDone())
     {
      if(m_map.Look())
         Select();
      return;
     }
   if(nowMs<m_nextMs)
      return;
   m_nextMs=nowMs+SPEC_CHECK_MS;
   if(m_map.Found()==0 || m_map.IsStale())
     {
      //--- Not logged in yet, or the broker changed its list
      m_map.Restart();
      m_nextMs=nowMs+SYMBOLS_RETRY_MS;
      return;
     }
   if(m_isCostDue)
     {
      m_isCostDue=false;
      m_commission.Read();
     }
   Read(m_next);
   m_isNews=m_isNews || IsNews(m_next);
   m_next=(m_next+1)%PAIR_COUNT;
  }

void CSymbols::Select(void)
  {
   for(int i=0; i<PAIR_COUNT; i++)
     {
      string name=m_map.Name(i);
      if(name=="")
         continue;
      if(!SymbolSelect(name,true))
         m_herald.Note("warn",StringFormat("%s cannot be added to the Market Watch, error %d.",name,GetLastError()));
      if(m_map.Rivals(i)>1)
         m_herald.Note("info",StringFormat("%s is %s here, one of %d symbols of this pair.",m_map.Pair(i),name,m_map.Rivals(i)));
      Read(i);
     }
   m_isNews=true;
   m_herald.Note("info",StringFormat("%d of %d pairs are there.",m_map.Found(),PAIR_COUNT));
  }

void CSymbols::Read(const int index)
  {
   SSymbolSpec spec;
   ZeroMemory(spec);
   string name=m_map.Name(index);
   if(name!="")
     {
      spec.digits=(int)SymbolInfoInteger(name,SYMBOL_DIGITS);
      spec.tickSize=SymbolInfoDouble(name,SYMBOL_TRADE_TICK_SIZE);
      spec.tickValue=SymbolInfoDouble(name,SYMBOL_TRADE_TICK_VALUE_LOSS);
      spec.contract=SymbolInfoDouble(name,SYMBOL_TRADE_CONTRACT_SIZE);
      spec.lotMin=SymbolInfoDouble(name,SYMBOL_VOLUME_MIN);
      spec.lotMax=SymbolInfoDouble(name,SYMBOL_VOLUME_MAX);
      spec.lotStep=SymbolInfoDouble(name,SYMBOL_VOLUME_STEP);
      spec.stopLevel=(int)SymbolInfoInteger(name,SYMBOL_TRADE_STOPS_LEVEL);
      spec.freezeLevel=(int)SymbolInfoInteger(name,SYMBOL_TRADE_FREEZE_LEVEL);
      spec.commission=m_commission.CommissionPerLot(name);
      //--- Before the first quote a tick has no value, and nothing could be sized by it
      spec.isSound=spec.tickSize>0.0 && spec.tickValue>0.0 && spec.contract>0.0 && spec.lotMin>0.0 && spec.lotMax>0.0
                   && spec.lotStep>0.0 && spec.digits<=8 && StringLen(name)<=32;
     }
   m_specs[index]=spec;
  }

bool CSymbols::IsNews(const int index)
  {
   SSymbolSpec now=m_specs[index];
   SSymbolSpec told=m_told[index];
   if(now.isSound!=told.isSound)
      return(true);
   if(!now.isSound)
      return(false);
   return(now.digits!=told.digits || now.tickSize!=told.tickSize || now.contract!=told.contract || now.lotMin!=told.lotMin
          || now.lotMax!=told.lotMax || now.lotStep!=told.lotStep || now.stopLevel!=told.stopLevel
          || now.freezeLevel!=told.freezeLevel || now.commission!=told.commission
          || MathAbs(now.tickValue-told.tickValue)>told.tickValue*TICK_VALUE_NEWS);
  }

int CSymbols::IndexOf(const string name)
  {
   for(int i=0; i<PAIR_COUNT; i++)
      if(m_map.Name(i)==name && name!="")
         return(i);
   return(-1);
  }

string CSymbols::Tell(const long nowMs)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.ArrayBegin("symbols");
   for(int i=0; i<PAIR_COUNT; i++)
     {
      Read(i);
      m_told[i]=m_specs[i];
      if(m_specs[i].isSound)
         Write(writer,i);
     }
   writer.ArrayEnd();
   writer.ObjectEnd();
   m_isNews=false;
   m_toldMs=nowMs;
   return(writer.Done());
  }

void CSymbols::Write(CJsonWriter &writer,const int index)
  {
   SSymbolSpec spec=m_specs[index];
   writer.ObjectBegin();
   writer.Integer("index",index);
   writer.Text("name",m_map.Name(index));
   writer.Text("pair",m_map.Pair(index));
   writer.Integer("digits",spec.digits);
   writer.Number("tickSize",spec.tickSize,8);
   writer.Number("tickValue",spec.tickValue,8);
   writer.Number("contract",spec.contract,2);
   writer.Number("lotMin",spec.lotMin,8);
   writer.Number("lotMax",spec.lotMax,8);
   writer.Number("lotStep",spec.lotStep,8);
   writer.Integer("stopLevel",spec.stopLevel);
   writer.Integer("freezeLevel",spec.freezeLevel);
   if(spec.commission<0.0)
      writer.Null("commissionPerLot");
   else
      writer.Number("commissionPerLot",spec.commission,8);
   writer.ObjectEnd();
  }

#endif
//+------------------------------------------------------------------+
