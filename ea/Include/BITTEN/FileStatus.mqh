//+------------------------------------------------------------------+
//| FileStatus.mqh                                                   |
//| `status` of the file road: the last word of every part, and the  |
//| newest price of each symbol. What a session tells as it happens, |
//| this says once a second.                                         |
//+------------------------------------------------------------------+
#ifndef BITTEN_FILE_STATUS_MQH
#define BITTEN_FILE_STATUS_MQH

#include "DeskPorts.mqh"
#include "Decimal.mqh"
#include "Protocol.mqh"
#include "JsonWriter.mqh"
#include "Bytes.mqh"

struct SQuoted
  {
   long              index;
   string            name;
   long              digits;
  };

class CFileStatus
  {
private:
   IMarketTime      *m_time;
   string            m_specs;
   string            m_account;
   string            m_positions;
   string            m_beat;
   string            m_synced;
   SQuoted           m_symbols[];

   void              TakeSpecs(const string body);
   string            Quotes() const;

public:
                     CFileStatus() : m_specs(""),m_account(""),m_positions(""),m_beat(""),m_synced("") {}
   void              Open(IMarketTime *time) { m_time=time; }
   //--- The `sync` that has been answered whole
   void              Synced(const string id) { m_synced=id; }
   //--- True when it belongs into the status
   bool              Take(const string type,const string body);
   bool              IsWhole() const { return(m_specs!="" && m_account!="" && m_positions!="" && m_beat!=""); }
   string            Body(const string hello,const int busyMs) const;
  };
//+------------------------------------------------------------------+
bool CFileStatus::Take(const string type,const string body)
  {
   if(type==MESSAGE_SPECS)
      TakeSpecs(body);
   else
      if(type==MESSAGE_ACCOUNT)
         m_account=body;
      else
         if(type==MESSAGE_POSITIONS)
            m_positions=body;
         else
            if(type==MESSAGE_BEAT)
               m_beat=body;
            else
               return(false);
   return(true);
  }
//+------------------------------------------------------------------+
void CFileStatus::TakeSpecs(const string body)
  {
   m_specs=body;
   uchar bytes[];
   CJsonReader specs;
   Utf8Bytes(body,bytes);
   ArrayResize(m_symbols,0);
   if(!specs.Parse(bytes,0,ArraySize(bytes),3))
      return;
   int list=specs.Member(specs.Root(),"symbols");
   int count=specs.Count(list);
   ArrayResize(m_symbols,count);
   for(int i=0; i<count; i++)
     {
      int symbol=specs.Item(list,i);
      specs.Integer(specs.Member(symbol,"index"),m_symbols[i].index);
      specs.Text(specs.Member(symbol,"name"),m_symbols[i].name);
      specs.Integer(specs.Member(symbol,"digits"),m_symbols[i].digits);
     }
  }
//+------------------------------------------------------------------+
string CFileStatus::Quotes() const
  {
   CJsonWriter quotes;
   quotes.ArrayBegin();
   for(int i=0; i<ArraySize(m_symbols) && m_time.IsKnown(); i++)
     {
      MqlTick tick;
      if(!SymbolInfoTick(m_symbols[i].name,tick) || tick.bid<=0.0 || tick.ask<tick.bid || tick.time_msc<=0)
         continue;
      quotes.ObjectBegin();
      quotes.Integer("index",m_symbols[i].index);
      quotes.Integer("timeMs",m_time.UtcFromServer(tick.time_msc));
      quotes.Text("bid",CDecimal::Price(tick.bid,(int)m_symbols[i].digits));
      quotes.Text("ask",CDecimal::Price(tick.ask,(int)m_symbols[i].digits));
      quotes.ObjectEnd();
     }
   quotes.ArrayEnd();
   return(quotes.Done());
  }
//+------------------------------------------------------------------+
string CFileStatus::Body(const string hello,const int busyMs) const
  {
   string text="{\"hello\":"+hello+",\"specs\":"+m_specs+",\"account\":"+m_account+",\"positions\":"+m_positions;
   text+=",\"beat\":"+m_beat+",\"quotes\":"+Quotes();
   text+=",\"synced\":"+(m_synced=="" ? "null" : "\""+m_synced+"\"");
   return(text+",\"busyMs\":"+IntegerToString(busyMs)+"}");
  }

#endif
//+------------------------------------------------------------------+
